import CQuothXML

/// Collects what libxml2's HTML parser reports, element by element, into the arrays of ``Markup``.
@safe final class MarkupBuilder {
  private static let tags = NameTable(
    Tag.allCases.filter { $0 != .document && $0 != .text && $0 != .other }.map { ("\($0)", $0) })
  private static let names = NameTable(Attribute.allCases.map { ($0.spelling, $0) })

  private var nodes: [Markup.Node] = []
  private var attributes: [Markup.StoredAttribute] = []
  private var bytes: [UInt8] = []
  private var isTruncated = false
  /// Nodes of the open elements, outermost first, no deeper than the limit.
  private var open: [Int32] = [0]
  /// Open elements that the depth limit left out.
  private var leftOut = 0
  /// Whether the open element's text is of no use: style sheets and scripts.
  private var skipsText = false
  private let limits: Markup.Limits

  init(limits: Markup.Limits, byteCount: Int) {
    self.limits = limits
    let expected = min(byteCount, limits.bytes)
    nodes.reserveCapacity(min(expected / 24 + 16, limits.nodes))
    attributes.reserveCapacity(expected / 40)
    bytes.reserveCapacity(expected / 2)
    nodes.append(.init(tag: .document, parent: 0, end: 1, start: 0, limit: 0))
  }

  /// Parses UTF-8; more than the byte limit is cut off.
  func read(_ html: UnsafeBufferPointer<UInt8>) {
    var html = unsafe html
    let limit = min(limits.bytes, Int(Int32.max) / 2)
    if html.count > limit {
      unsafe html = UnsafeBufferPointer(rebasing: html[..<limit])
      isTruncated = true
    }
    guard unsafe html.contains(0) else { return unsafe parse(html) }
    // libxml2 takes U+0000 for the end of the page.
    let cleaned = unsafe html.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    unsafe cleaned.withUnsafeBufferPointer { unsafe parse($0) }
  }

  private func parse(_ html: UnsafeBufferPointer<UInt8>) {
    guard html.count > 0, let context = unsafe htmlNewParserCtxt() else { return }
    defer { unsafe htmlFreeParserCtxt(context) }
    guard let handlers = unsafe context.pointee.sax else { return }
    unsafe handlers.pointee = xmlSAXHandler()
    unsafe handlers.pointee.startElement = { unsafe MarkupBuilder.at($0).start($1, $2) }
    unsafe handlers.pointee.endElement = { builder, _ in unsafe MarkupBuilder.at(builder).close() }
    unsafe handlers.pointee.characters = { unsafe MarkupBuilder.at($0).add($1, $2) }
    unsafe handlers.pointee.ignorableWhitespace = { unsafe MarkupBuilder.at($0).add($1, $2) }
    unsafe handlers.pointee.cdataBlock = { unsafe MarkupBuilder.at($0).add($1, $2) }
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    unsafe parser = context
    defer { unsafe parser = nil }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    unsafe html.withMemoryRebound(to: CChar.self) { characters in
      let document = unsafe htmlCtxtReadMemory(
        context, characters.baseAddress, Int32(html.count), nil, "UTF-8", Int32(options))
      unsafe xmlFreeDoc(document)
    }
  }

  /// The running libxml2 context, to stop it.
  private var parser: htmlParserCtxtPtr?

  private func stop() {
    isTruncated = true
    if let parser = unsafe parser { unsafe xmlStopParser(parser) }
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> MarkupBuilder {
    guard let pointer = unsafe pointer else {
      preconditionFailure("the parser hands back the pointer that `parse` gave it")
    }
    return unsafe Unmanaged<MarkupBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<UInt8>?, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard nodes.count < limits.nodes, leftOut < 3 * limits.depth else { return stop() }
    guard open.count < limits.depth, let name = unsafe name else {
      leftOut += 1
      isTruncated = true
      return
    }
    let tag = Self.tags[unsafe hash(name)] ?? .other
    let first = Int32(attributes.count)
    if let values = unsafe values { unsafe addAttributes(values) }
    let node = Int32(nodes.count)
    nodes.append(
      .init(
        tag: tag, parent: open[open.count - 1], end: node + 1, start: first,
        limit: Int32(attributes.count)))
    open.append(node)
    if tag == .style || (tag == .script && !isJSON(attributes[Int(first)...])) { skipsText = true }
  }

  private func addAttributes(_ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
    var cursor = unsafe values
    while let name = unsafe cursor[0] {
      let value = unsafe cursor[1]
      unsafe cursor += 2
      guard let attribute = Self.names[unsafe hash(name)] else { continue }
      let start = Int32(bytes.count)
      if let value = unsafe value {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: length(value)))
      }
      attributes.append(.init(name: attribute, start: start, end: Int32(bytes.count)))
    }
  }

  private func isJSON(_ attributes: ArraySlice<Markup.StoredAttribute>) -> Bool {
    attributes.contains { attribute in
      attribute.name == .type
        && bytes[Int(attribute.start)..<Int(attribute.end)].suffix(4).elementsEqual("json".utf8)
    }
  }

  private func close() {
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    guard open.count > 1, let node = open.popLast() else { return }
    nodes[Int(node)].end = Int32(nodes.count)
    skipsText = false
  }

  private func add(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
    guard !skipsText, count > 0, let text = unsafe text else { return }
    guard nodes.count < limits.nodes else { return stop() }
    let start = Int32(bytes.count)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    let parent = open[open.count - 1]
    let last = nodes.count - 1
    if nodes[last].tag == .text, nodes[last].parent == parent, nodes[last].limit == start {
      nodes[last].limit = Int32(bytes.count)
    } else {
      nodes.append(
        .init(
          tag: .text, parent: parent, end: Int32(nodes.count + 1), start: start,
          limit: Int32(bytes.count)))
    }
  }

  /// The finished page; elements the page left open end with it.
  func finish() -> Markup {
    for node in open { nodes[Int(node)].end = Int32(nodes.count) }
    return Markup(nodes: nodes, attributes: attributes, bytes: bytes, isTruncated: isTruncated)
  }

  private func hash(_ name: UnsafePointer<UInt8>) -> NameHash {
    var hash = NameHash()
    var cursor = unsafe name
    while unsafe cursor.pointee != 0 {
      hash.add(unsafe cursor.pointee)
      unsafe cursor += 1
    }
    return hash
  }

  private func length(_ value: UnsafePointer<UInt8>) -> Int { unsafe Int(xmlStrlen(value)) }
}
