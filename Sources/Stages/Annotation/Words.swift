package import QuothReport
package import QuothText

/// The tokens of a report in lower case, for looking words up.
package struct Words: Sendable {
  package let text: Text
  package let passage: Passage
  /// One a token.
  package let lower: [String]
  /// Of each byte of the text; see ``QuotationState``.
  let states: [QuotationState]

  package init(_ text: Text) {
    self.text = text
    let passage = Passage(text.report.text)
    self.passage = passage
    lower = text.tokens.map { passage.words($0.span).lowercased() }
    var states = [QuotationState](repeating: .outside, count: passage.bytes.count)
    for block in text.report.blocks where block.span.end <= states.count {
      let own = QuotationState.states(of: passage.bytes[block.span.range])
      states.replaceSubrange(block.span.range, with: own)
    }
    self.states = states
  }

  /// The tokens of spans, in text order.
  package func tokens(of spans: [Span]) -> [Int] {
    spans.flatMap { Array(text.tokens(overlapping: $0)) }
  }

  /// The number of the sentence that a byte stands in, or of the next one; the count of sentences
  /// behind the last.
  package func sentence(at byte: Int) -> Int {
    text.sentences.partitionPoint { $0.span.end > byte }
  }

  package func span(_ tokens: Range<Int>) -> Span {
    Span(
      start: text.tokens[tokens.lowerBound].span.start,
      end: text.tokens[tokens.upperBound - 1].span.end)
  }

  /// Whether a token begins with a capital letter.
  package func isCapitalised(_ token: Int) -> Bool {
    passage.scalar(at: text.tokens[token].span.start)?.scalar.properties.isUppercase ?? false
  }

  /// Whether words stand one after another from a token on.
  package func spells(_ words: [String], from token: Int) -> Bool {
    token + words.count <= lower.count
      && words.indices.allSatisfy { lower[token + $0] == words[$0] }
  }
}
