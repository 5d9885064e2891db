/// How a run of words looks on a terminal. Nothing is said by colour alone.
struct Ink: Hashable, Sendable {
  /// Parameters of the escape sequence "select graphic rendition" (ECMA-48, section 8.3.117); only
  /// the eight colours that every theme defines are used.
  let codes: String

  static let plain = Ink(codes: "")
  static let headline = Ink(codes: "1")
  static let source = Ink(codes: "1")
  static let section = Ink(codes: "1;34")
  static let quiet = Ink(codes: "2")
  static let circumstance = Ink(codes: "2;3")
  static let saying = Ink(codes: "36")
  static let denial = Ink(codes: "1;31")
  static let confirmation = Ink(codes: "32")
  static let caution = Ink(codes: "33")
  static let outlook = Ink(codes: "35")
}

/// Words in one ink.
struct Run: Hashable, Sendable {
  var text: String
  var ink: Ink

  /// Text of the report or of its metadata is made safe for a terminal here, once.
  init(_ text: String, _ ink: Ink = .plain) {
    self.text = TerminalText.safe(text)
    self.ink = ink
  }
}
