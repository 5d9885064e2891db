import Foundation

/// The elements of a page that we wrote, read back with a strict parser of our own subset: every
/// element is closed in order, attributes are quoted, and `<` begins nothing but a tag.
struct Markup {
  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var ids: [String] = []
  private(set) var addresses: [String] = []
  private(set) var count = 0
  private(set) var scripts = 0
  /// The words of every element of class `text`, without the numbers and labels put into it.
  private(set) var passages: [String] = []

  static let ourAttributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "tabindex",
    "aria-label", "aria-labelledby", "aria-hidden", "type",
  ]

  /// `nil` when the page is not well formed.
  init?(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    guard rest.hasPrefix("<!DOCTYPE html>") else { return nil }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    var open: [(name: String, isPassage: Bool, isNumber: Bool)] = []
    while let start = rest.firstIndex(of: "<") {
      read(rest[..<start], in: open.map { ($0.isPassage, $0.isNumber) })
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      count += 1
      if tag.hasPrefix("/") {
        guard open.popLast()?.name == String(tag.dropFirst()) else { return nil }
        continue
      }
      let name = String(tag.prefix { $0.isLetter || $0.isNumber })
      names.insert(name)
      guard let values = Self.attributes(of: tag.dropFirst(name.count)) else { return nil }
      attributes.formUnion(values.keys)
      if let id = values["id"] { ids.append(id) }
      if let address = values["href"] { addresses.append(address) }
      if name == "meta" || name == "input" { continue }
      let classes = values["class", default: ""].split(separator: " ")
      let isPassage = classes.first == "text"
      if isPassage { passages.append("") }
      open.append((name, isPassage, classes.first == "n" || classes.first == "tag"))
      if name == "style" || name == "script" {
        if name == "script" { scripts += 1 }
        guard let end = rest.range(of: "</\(name)>") else { return nil }
        rest = rest[end.lowerBound...]
      }
    }
    guard open.isEmpty else { return nil }
  }

  private mutating func read(_ words: Substring, in open: [(isPassage: Bool, isNumber: Bool)]) {
    guard open.contains(where: \.isPassage), !open.contains(where: \.isNumber) else { return }
    var text = String(words)
    for (name, mark) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: name, with: mark)
    }
    passages[passages.count - 1] += text
  }

  private static func attributes(of tag: Substring) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = tag
    while let match = rest.prefixMatch(of: /\s+([a-z-]+)="([^"<>]*)"/) {
      values[String(match.1)] = String(match.2)
      rest = rest[match.range.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }
}
