/// Reads XML as a row of tags and the words between them, for stand-off corpora written by programs.
///
/// Well-formedness is not checked; comments, declarations and processing instructions are passed
/// over, and the five named and all numbered character references are resolved.
struct TagScanner {
  /// What stands in the file.
  enum Piece: Hashable {
    /// `isEmpty` for `<name/>`.
    case open(name: String, attributes: [String: String], isEmpty: Bool)
    case close(name: String)
    /// Words between tags, blank ones included.
    case words(String)
  }

  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  /// The next piece; nil at the end, and where a tag is not closed.
  mutating func next() -> Piece? {
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let words = rest.prefix { $0 != "<" }
        rest = rest[words.endIndex...]
        return .words(Self.resolved(words))
      }
      guard let end = rest.firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      switch tag.first {
      case "?", "!", nil: continue
      case "/": return .close(name: String(tag.dropFirst()))
      default: return Self.opening(tag)
      }
    }
    return nil
  }

  private static func opening(_ tag: Substring) -> Piece {
    let isEmpty = tag.last == "/"
    var rest = isEmpty ? tag.dropLast() : tag
    let name = rest.prefix { !$0.isWhitespace }
    rest = rest[name.endIndex...]
    var attributes: [String: String] = [:]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      let quoted = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let mark = quoted.first else { break }
      let value = quoted.dropFirst().prefix { $0 != mark }
      attributes[String(key)] = resolved(value)
      rest = quoted[value.endIndex...].dropFirst()
    }
    return .open(name: String(name), attributes: attributes, isEmpty: isEmpty)
  }

  private static func resolved(_ words: Substring) -> String {
    guard words.contains("&") else { return String(words) }
    var resolved = ""
    var rest = words
    while let start = rest.firstIndex(of: "&") {
      resolved += rest[..<start]
      let reference = rest[start...].dropFirst().prefix { $0 != ";" }
      if let character = character(reference) {
        resolved.unicodeScalars.append(character)
        rest = rest[reference.endIndex...].dropFirst()
      } else {
        resolved += "&"
        rest = rest[start...].dropFirst()
      }
    }
    return resolved + rest
  }

  private static func character(_ reference: Substring) -> Unicode.Scalar? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.first == "#" else { return nil }
      let digits = reference.dropFirst()
      let code =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return code.flatMap(Unicode.Scalar.init)
    }
  }
}
