import CQuothXML

/// An element of an XML document and what is inside it.
///
/// Names are kept as written. Malformed XML is read as far as libxml2 can recover it; nothing outside
/// the document is ever loaded, and entities that the document declares itself are not expanded.
///
///     XMLTree("<rss><channel/></rss>")?.children.count     // 1
public struct XMLTree: Sendable {
  /// The name without its prefix.
  public var name: String
  /// The address of the namespace; the prefix where none is declared for it, empty where there is none.
  public var namespace: String
  public var attributes: [Attribute]
  public var children: [Child]

  public struct Attribute: Sendable, Hashable {
    public var name: String
    /// As for elements.
    public var namespace: String
    public var value: String
  }

  public indirect enum Child: Sendable {
    case element(XMLTree)
    case text(String)
  }

  init(name: String, namespace: String, attributes: [Attribute], children: [Child]) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
  }

  /// Parses a document; nil when it has no element.
  ///
  /// HTML's names for characters are known, and an ampersand that begins no reference stands for itself.
  /// Elements more than 200 deep, and what follows the millionth, are left out.
  ///
  /// - Complexity: O(n) in bytes.
  public init?(_ text: String) {
    let builder = XMLTreeBuilder()
    builder.read(XMLReferences.mended(text))
    guard let root = builder.finish() else { return nil }
    self = root
  }

  /// The child elements, in order.
  public var elements: [XMLTree] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All text inside, as it stands in the source.
  public var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let words): text += words
      case .element(let element): text += element.text
      }
    }
  }

  /// The value of an attribute, in any namespace.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// What is inside, written as HTML.
  public var html: String {
    children.reduce(into: "") { html, child in
      switch child {
      case .text(let words): html += escapedForHTML(words)
      case .element(let element): html += element.tagged
      }
    }
  }

  private var tagged: String {
    let attributes = attributes.map { " \($0.name)=\"\(escapedForHTML($0.value))\"" }.joined()
    return children.isEmpty
      ? "<\(name)\(attributes) />" : "<\(name)\(attributes)>\(html)</\(name)>"
  }
}

/// Text as it is written in HTML, in running text or between double quotation marks.
public func escapedForHTML(_ text: String) -> String {
  var escaped: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
    case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
    case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
    case UInt8(ascii: "\""): escaped += Array("&quot;".utf8)
    default: escaped.append(byte)
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}

/// Collects what libxml2's XML parser reports into an ``XMLTree``.
@safe private final class XMLTreeBuilder {
  /// The open elements, outermost first.
  private var open: [XMLTree] = []
  private var root: XMLTree?
  /// The text since the last tag.
  private var words: [UInt8] = []
  /// Open elements that a limit left out.
  private var leftOut = 0
  private var count = 0

  private static let depth = 200
  private static let limit = 1_000_000

  func read(_ xml: [UInt8]) {
    guard !xml.isEmpty, xml.count < Int32.max, let context = unsafe xmlNewParserCtxt() else {
      return
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    guard let handlers = unsafe context.pointee.sax else { return }
    unsafe handlers.pointee = xmlSAXHandler()
    unsafe handlers.pointee.initialized = XML_SAX2_MAGIC
    unsafe handlers.pointee.startElementNs = {
      builder, name, prefix, address, _, _, count, _, values in
      unsafe XMLTreeBuilder.at(builder).start(
        XMLTree(
          name: string(name), namespace: string(address ?? prefix),
          attributes: attributes(values, count: Int(count)), children: []))
    }
    unsafe handlers.pointee.endElementNs = { builder, _, _, _ in
      unsafe XMLTreeBuilder.at(builder).close()
    }
    unsafe handlers.pointee.characters = { unsafe XMLTreeBuilder.at($0).add($1, $2) }
    unsafe handlers.pointee.ignorableWhitespace = { unsafe XMLTreeBuilder.at($0).add($1, $2) }
    unsafe handlers.pointee.cdataBlock = { unsafe XMLTreeBuilder.at($0).add($1, $2) }
    unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xml.withUnsafeBytes { bytes in
      let document = unsafe xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        "UTF-8", Int32(options))
      unsafe xmlFreeDoc(document)
    }
  }

  /// The root; elements that the document left open end with it.
  func finish() -> XMLTree? {
    leftOut = 0
    while !open.isEmpty { close() }
    return root
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLTreeBuilder {
    guard let pointer = unsafe pointer else {
      preconditionFailure("the parser hands back the pointer that `read` gave it")
    }
    return unsafe Unmanaged<XMLTreeBuilder>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func start(_ element: XMLTree) {
    endText()
    count += 1
    guard root == nil, leftOut == 0, open.count < Self.depth, count <= Self.limit else {
      leftOut += 1
      return
    }
    open.append(element)
  }

  private func close() {
    endText()
    guard leftOut == 0 else {
      leftOut -= 1
      return
    }
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func add(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
    unsafe words.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
  }

  private func endText() {
    defer { words.removeAll(keepingCapacity: true) }
    guard !words.isEmpty, let last = open.indices.last else { return }
    open[last].children.append(.text(String(decoding: words, as: UTF8.self)))
  }
}

/// Five pointers an attribute: name, prefix, namespace, start and end of its value.
private func attributes(
  _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
) -> [XMLTree.Attribute] {
  guard let values = unsafe values else { return [] }
  return (0..<count).map { index in
    let field = unsafe values + 5 * index
    var value = ""
    if let start = unsafe field[3], let end = unsafe field[4] {
      value = unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return unsafe XMLTree.Attribute(
      name: string(field[0]), namespace: string(field[2] ?? field[1]), value: value)
  }
}

private func string(_ pointer: UnsafePointer<UInt8>?) -> String {
  guard let pointer = unsafe pointer else { return "" }
  return unsafe String(cString: pointer)
}

/// The references of an XML text, made such that any parser knows them.
private enum XMLReferences {
  /// The text from its first tag on, with HTML's names for characters replaced by the characters and stray
  /// ampersands escaped; CDATA and comments are left as they are.
  static func mended(_ text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var mended: [UInt8] = []
    mended.reserveCapacity(source.count)
    var index = source.firstIndex(of: UInt8(ascii: "<")) ?? source.count
    while index < source.count {
      let end = verbatimEnd(source, from: index)
      if end > index {
        mended += source[index..<end]
        index = end
      } else if source[index] == UInt8(ascii: "&") {
        index = mendReference(source, at: index, into: &mended)
      } else {
        mended.append(source[index] == 0 ? 0x20 : source[index])
        index += 1
      }
    }
    return mended
  }

  /// The end of the CDATA section or comment that begins here; the index itself where none does.
  private static func verbatimEnd(_ source: [UInt8], from index: Int) -> Int {
    guard source[index] == UInt8(ascii: "<"), index + 1 < source.count,
      source[index + 1] == UInt8(ascii: "!")
    else { return index }
    for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->")]
    where source[index...].starts(with: opening.utf8) {
      let closing = Array(closing.utf8)
      var end = index + opening.utf8.count
      while end < source.count, source[end] != closing[0] || !source[end...].starts(with: closing) {
        end += 1
      }
      return min(end + closing.count, source.count)
    }
    return index
  }

  /// - Returns: where to go on.
  private static func mendReference(
    _ source: [UInt8], at index: Int, into mended: inout [UInt8]
  ) -> Int {
    let ampersand = Unicode.Scalar(UInt8(ascii: "&"))
    guard let end = source[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(ofReference: source[(index + 1)..<end])
    else {
      mended += spelled(ampersand)
      return index + 1
    }
    mended += spelled(scalar)
    return end + 1
  }

  /// By number where it is a mark of XML, since libxml2 forgets references by name after the first error.
  private static func spelled(_ scalar: Unicode.Scalar) -> [UInt8] {
    let isMark = scalar.isASCII && !scalar.properties.isAlphabetic
    return Array((isMark ? "&#\(scalar.value);" : String(Character(scalar))).utf8)
  }
}
