import QuothReport
import QuothSyntax
import QuothText

/// How much of a content stands within quotation marks.
///
/// The marks of a nested saying are those within its parent's content: what is reported inside a
/// quotation is not itself quoted.
struct KindReader {
  private let words: Words
  /// One a byte of the text.
  private var states: [QuotationState] { words.states }

  init(words: Words) { self.words = words }

  func kind(of content: [Span], within parent: [Span]?) -> Attribution.Kind {
    let holders = (parent ?? []).map(inner)
    let held = holders.map { QuotationState.states(of: words.passage.bytes[$0.range]) }
    var (total, quoted) = (0, 0)
    for token in words.tokens(of: content) where isWord(token) {
      let start = words.text.tokens[token].span.start
      total += 1
      let holder = holders.firstIndex { $0.range.contains(start) }
      let state = holder.map { held[$0][start - holders[$0].start] } ?? states[start]
      if isQuoted(state) { quoted += 1 }
    }
    guard total > 0, quoted > 0 else { return .indirect }
    return quoted * 10 >= total * 9 ? .direct : .mixed
  }

  private func isQuoted(_ state: QuotationState) -> Bool {
    state == .inside || state == .insideSingle
  }

  private func isWord(_ token: Int) -> Bool {
    switch words.text.tokens[token].kind {
    case .word, .number, .address: true
    case .punctuation, .symbol: false
    }
  }

  /// A span without the quotation mark it begins with.
  private func inner(_ span: Span) -> Span {
    guard states.indices.contains(span.start), states[span.start] == .mark,
      let (_, width) = words.passage.scalar(at: span.start), width <= span.count
    else { return span }
    return Span(start: span.start + width, end: span.end)
  }
}
