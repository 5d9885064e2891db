package import QuothReport
package import QuothText

extension Text {
  /// The sentences that share a byte with a span, as indices into ``sentences``.
  ///
  /// - Complexity: O(log n) in sentences.
  package func sentences(overlapping span: Span) -> Range<Int> {
    let first = sentences.partitionPoint { $0.span.end > span.start }
    let last = sentences.partitionPoint { $0.span.start >= span.end }
    return first..<max(first, last)
  }

  /// The tokens that share a byte with a span, as indices into ``tokens``.
  ///
  /// - Complexity: O(log n) in tokens.
  package func tokens(overlapping span: Span) -> Range<Int> {
    let first = tokens.partitionPoint { $0.span.end > span.start }
    let last = tokens.partitionPoint { $0.span.start >= span.end }
    return first..<max(first, last)
  }
}

extension Array {
  /// Index of the first element that holds a condition, in an array where those that hold it stand
  /// last.
  func partitionPoint(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
