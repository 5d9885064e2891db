import QuothReport

/// Text with tags in it, as TimeML and GUM's XML have it, read tag by tag.
///
/// Only what these corpora hold is read: elements, attributes in double quotation marks, the five
/// entities of XML. Comments and declarations are passed over.
struct InlineMarkup: Sendable, Hashable {
  enum Event: Sendable, Hashable {
    case open(name: String, attributes: [String: String])
    case close(name: String)
    case text(String)
  }

  let events: [Event]

  /// - Complexity: O(n) in bytes.
  init(_ source: String) {
    var events: [Event] = []
    let bytes = Array(source.utf8)
    var position = 0
    while position < bytes.count {
      let tag = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if tag > position {
        events.append(.text(Self.decoded(String(decoding: bytes[position..<tag], as: UTF8.self))))
      }
      guard tag < bytes.count else { break }
      let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      events += Self.tag(String(decoding: bytes[(tag + 1)..<end], as: UTF8.self))
      position = min(end + 1, bytes.count)
    }
    self.events = events
  }

  private static func tag(_ words: String) -> [Event] {
    guard let first = words.first, first != "?", first != "!" else { return [] }
    let name = String(words.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" })
    if first == "/" { return [.close(name: name)] }
    var attributes: [String: String] = [:]
    let parts = words.dropFirst(name.count).split(
      separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let key = parts[index].filter { !$0.isWhitespace && $0 != "=" }
      attributes[key] = decoded(String(parts[index + 1]))
    }
    let opened = Event.open(name: name, attributes: attributes)
    return words.hasSuffix("/") ? [opened, .close(name: name)] : [opened]
  }

  private static func decoded(_ words: String) -> String {
    guard words.utf8.contains(UInt8(ascii: "&")) else { return words }
    let parts = words.split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { decoded, part in
      let name = part.prefix { $0 != ";" }
      if let character = entities[String(name)], name.count < part.count {
        decoded += character + part.dropFirst(name.count + 1)
      } else {
        decoded += "&" + part
      }
    }
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]
}
