/// Writes HTML; every word that is not markup passes through ``text(_:)`` or an attribute.
struct HTMLWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Markup of our own. `StaticString` keeps words of a report from being taken for it.
  mutating func markup(_ markup: StaticString) {
    bytes.append(contentsOf: markup.description.utf8)
  }

  /// Words, escaped for element content and for quoted attribute values (HTML, section 13.3).
  ///
  /// Controls that HTML does not allow become U+FFFD; those that turn the writing direction vanish,
  /// so that words cannot be shown in another order than they stand.
  mutating func text(_ words: some StringProtocol) {
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "'": bytes.append(contentsOf: "&#39;".utf8)
      case "\n", "\t": bytes.append(UInt8(ascii: " "))
      case "\r", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}":
        bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  mutating func number(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// An element without attributes that holds words.
  mutating func element(_ name: StaticString, _ words: String) {
    markup("<")
    markup(name)
    markup(">")
    text(words)
    markup("</")
    markup(name)
    markup(">")
  }

  /// An element with a class.
  mutating func element(
    _ name: StaticString, class className: StaticString, _ body: (inout HTMLWriter) -> Void
  ) {
    markup("<")
    markup(name)
    markup(" class=\"")
    markup(className)
    markup("\">")
    body(&self)
    markup("</")
    markup(name)
    markup(">")
  }
}
