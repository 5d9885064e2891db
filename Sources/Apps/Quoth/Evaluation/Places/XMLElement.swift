/// An element of a well-formed XML document, as corpora keep their gold: tags, attributes, text.
///
/// Entities for the five marks of XML and for code points are resolved, CDATA is taken as it is, line
/// ends become line feeds; comments, instructions and types are passed over. Of elements with children
/// the text is what stands between them, joined.
struct XMLElement: Sendable {
  var name: String
  var attributes: [String: String] = [:]
  var children: [XMLElement] = []
  var text = ""

  /// - Complexity: O(n) in bytes.
  init?(_ document: String) {
    var reader = XMLReader(document)
    guard let root = reader.root() else { return nil }
    self = root
  }

  init(name: String) { self.name = name }

  /// The first child of a name.
  subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Reads the elements of ``XMLElement``.
private struct XMLReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ document: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.utf8.count)
    for byte in document.utf8 {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  /// The root; nil when a tag is broken or not closed.
  mutating func root() -> XMLElement? {
    var open = [XMLElement(name: "")]
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        open[open.count - 1].text += Self.resolved(bytes[index..<end])
        index = end
        continue
      }
      if starts(with: "<![CDATA[") {
        guard let end = find("]]>") else { return nil }
        open[open.count - 1].text += String(decoding: bytes[index + 9..<end], as: UTF8.self)
        index = end + 3
      } else if starts(with: "<!--") {
        guard let end = find("-->") else { return nil }
        index = end + 3
      } else {
        guard let end = find(">") else { return nil }
        let tag = bytes[index + 1..<end]
        index = end + 1
        switch tag.first {
        case UInt8(ascii: "?"), UInt8(ascii: "!"): continue
        case UInt8(ascii: "/"): guard Self.close(&open) else { return nil }
        default:
          open.append(Self.element(tag))
          if tag.last == UInt8(ascii: "/") { guard Self.close(&open) else { return nil } }
        }
      }
    }
    return open.count == 1 ? open[0].children.first : nil
  }

  private static func close(_ open: inout [XMLElement]) -> Bool {
    guard open.count > 1 else { return false }
    let element = open.removeLast()
    open[open.count - 1].children.append(element)
    return true
  }

  /// Reads `name key="value"`.
  private static func element(_ tag: ArraySlice<UInt8>) -> XMLElement {
    let blank = tag.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? tag.endIndex
    var element = XMLElement(name: String(decoding: tag[..<blank], as: UTF8.self))
    let parts = tag[blank...].split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    for pair in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = parts[pair].filter { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      element.attributes[String(decoding: key, as: UTF8.self)] = resolved(parts[pair + 1])
    }
    return element
  }

  private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var out = ""
    for (number, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      guard number > 0, let end = part.firstIndex(of: ";"), let letter = entity(part[..<end]) else {
        out += number > 0 ? "&" + part : part
        continue
      }
      out.unicodeScalars.append(letter)
      out += part[part.index(after: end)...]
    }
    return out
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    let named: [Substring: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    if let scalar = named[name] { return scalar }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init)
  }

  private func starts(with words: String) -> Bool { bytes[index...].starts(with: words.utf8) }

  private func find(_ words: String) -> Int? {
    let wanted = Array(words.utf8)
    var place = index
    while place + wanted.count <= bytes.count {
      if bytes[place] == wanted[0], bytes[place...].starts(with: wanted) { return place }
      place += 1
    }
    return nil
  }
}
