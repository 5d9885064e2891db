import QuothReport

/// The tokens of a gold text, to which predicted spans are fitted before they are compared.
///
/// A corpus marks whole tokens, and divides the text otherwise than a reading does; so a predicted
/// span counts as the tokens that it shares a byte with.
struct GoldTokens: Sendable, Hashable {
  /// Ascending, not overlapping.
  let spans: [Span]

  init(_ spans: [Span]) {
    self.spans = spans
  }

  /// The tokens that share a byte with `span`; nil when there is none.
  ///
  /// - Complexity: O(log n), and the tokens it covers.
  subscript(span: Span) -> Range<Int>? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let count = spans[low...].prefix { $0.start < span.end }.count
    return count == 0 ? nil : low..<low + count
  }
}
