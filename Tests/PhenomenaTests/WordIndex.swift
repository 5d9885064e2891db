import QuothReport

/// The words of a text, by which passages are compared: runs of letters and digits.
struct WordIndex: Sendable {
  private let spans: [Span]

  init(_ text: String) {
    var spans: [Span] = []
    var position = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let belongs = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if belongs, start == nil { start = position }
      if !belongs, let begun = start {
        spans.append(Span(start: begun, end: position))
        start = nil
      }
      position += scalar.utf8.count
    }
    if let start { spans.append(Span(start: start, end: position)) }
    self.spans = spans
  }

  /// Positions of the words that a passage covers wholly or in part.
  func words(in passage: Passage) -> Set<Int> {
    Set(spans.indices.filter { index in passage.contains { $0.overlaps(spans[index]) } })
  }

  func span(of word: Int) -> Span { spans[word] }

  /// Intersection over union of two passages, counted in words; of passages without words, such as
  /// a colon, 1 where they touch.
  func overlap(_ left: Passage, _ right: Passage) -> Double {
    let (leftWords, rightWords) = (words(in: left), words(in: right))
    let union = leftWords.union(rightWords).count
    guard union > 0 else {
      return left.contains { span in right.contains { $0.overlaps(span) } } ? 1 : 0
    }
    return Double(leftWords.intersection(rightWords).count) / Double(union)
  }
}
