public import QuothReport
public import QuothText

/// The tokens of a report in lower case, for looking words up.
public struct Words: Sendable {
  public private(set) var text: Text
  public let passage: Passage
  /// One a token.
  public let lower: [String]
  /// Of each byte of the text; see ``QuotationState``.
  public let states: [QuotationState]

  public init(_ text: Text) {
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

  /// The same words in sentences that end before some tokens as well.
  func divided(before beginnings: Set<Int>) -> Words {
    var words = self
    words.text = text.divided(before: beginnings)
    return words
  }

  /// The tokens of spans, in text order.
  public func tokens(of spans: [Span]) -> [Int] {
    spans.flatMap { Array(text.tokens(overlapping: $0)) }
  }

  /// The number of the sentence that a byte stands in, or of the next one; the count of sentences
  /// behind the last.
  public func sentence(at byte: Int) -> Int {
    text.sentences.partitionPoint { $0.span.end > byte }
  }

  public func span(_ tokens: Range<Int>) -> Span {
    Span(
      start: text.tokens[tokens.lowerBound].span.start,
      end: text.tokens[tokens.upperBound - 1].span.end)
  }

  /// Whether a token begins with a capital letter.
  public func isCapitalised(_ token: Int) -> Bool {
    passage.scalar(at: text.tokens[token].span.start)?.scalar.properties.isUppercase ?? false
  }

  /// Whether words stand one after another from a token on.
  public func spells(_ words: [String], from token: Int) -> Bool {
    token + words.count <= lower.count
      && words.indices.allSatisfy { lower[token + $0] == words[$0] }
  }
}
