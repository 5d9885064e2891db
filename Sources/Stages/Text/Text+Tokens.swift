public import QuothReport

extension Text {
  /// The sentences that share a byte with a span, as indices into ``sentences``.
  ///
  /// - Complexity: O(log n) in sentences.
  public func sentences(overlapping span: Span) -> Range<Int> {
    let first = sentences.partitionPoint { $0.span.end > span.start }
    let last = sentences.partitionPoint { $0.span.start >= span.end }
    return first..<max(first, last)
  }

  /// The tokens that share a byte with a span, as indices into ``tokens``.
  ///
  /// - Complexity: O(log n) in tokens.
  public func tokens(overlapping span: Span) -> Range<Int> {
    let first = tokens.partitionPoint { $0.span.end > span.start }
    let last = tokens.partitionPoint { $0.span.start >= span.end }
    return first..<max(first, last)
  }
}
