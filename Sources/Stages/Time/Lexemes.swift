import QuothReport
import QuothText

/// The tokens of a text as the grammar of times sees them.
///
/// They are those of ``Text``, but that *mid-* is a token of its own in *mid-November*.
struct Lexemes {
  let bytes: [UInt8]
  private(set) var spans: [Span] = []
  /// Of each token, its place in ``TimeGrammar/entries``; 0 when the grammar does not know it.
  private(set) var entries: [Int] = []
  /// For each sentence of the text, its tokens here.
  private(set) var sentences: [Range<Int>] = []

  init(_ text: Text, grammar: TimeGrammar) {
    bytes = Array(text.report.text.utf8)
    spans.reserveCapacity(text.tokens.count)
    entries.reserveCapacity(text.tokens.count)
    for sentence in text.sentences {
      let first = spans.count
      for token in text.tokens[sentence.tokens] {
        var span = token.span
        if token.kind == .word, startsWithMid(span) {
          add(Span(start: span.start, end: span.start + 4), grammar)
          span.start += 4
        }
        add(span, grammar)
      }
      sentences.append(first..<spans.count)
    }
  }

  private mutating func add(_ span: Span, _ grammar: TimeGrammar) {
    spans.append(span)
    entries.append(grammar.table[bytes, span.range] ?? 0)
  }

  private func startsWithMid(_ span: Span) -> Bool {
    span.count > 4 && bytes[span.start] | 0x20 == UInt8(ascii: "m")
      && bytes[span.start + 3] == UInt8(ascii: "-")
      && bytes[span.start + 1] | 0x20 == UInt8(ascii: "i")
      && bytes[span.start + 2] | 0x20 == UInt8(ascii: "d")
  }

  func numeral(at token: Int) -> Numeral? {
    guard Numeral.mayBegin(bytes[spans[token].start]) else { return nil }
    return Numeral(bytes[spans[token].range])
  }

  /// Whether a token begins with one of the capitals A to Z.
  func isCapitalised(_ token: Int) -> Bool {
    bytes[spans[token].start] &- UInt8(ascii: "A") < 26
  }

  /// Letters of a token, in lower case where they are ASCII.
  func word(_ token: Int) -> String {
    String(decoding: bytes[spans[token].range], as: UTF8.self).lowercased()
  }
}
