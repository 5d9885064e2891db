import QuothReport

/// A text as code points, and the way there from its bytes.
struct CodePoints: Sendable {
  let scalars: [Unicode.Scalar]
  /// For each byte, and the end, how many code points begin before it.
  private let before: [Int]

  /// - Complexity: O(n) in bytes.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var before: [Int] = []
    before.reserveCapacity(text.utf8.count + 1)
    for (index, scalar) in scalars.enumerated() {
      before.append(index)
      for _ in 1..<UTF8.width(scalar) { before.append(index + 1) }
    }
    before.append(scalars.count)
    self.before = before
  }

  /// The bytes of a range of code points; nil when it lies outside the text.
  ///
  /// - Complexity: O(log n) in bytes.
  func span(_ range: Range<Int>) -> Span? {
    guard range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
    func byte(_ point: Int) -> Int {
      var low = 0
      var high = before.count - 1
      while low < high {
        let middle = (low + high) / 2
        if before[middle] < point { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return Span(start: byte(range.lowerBound), end: byte(range.upperBound))
  }

  /// The code points of a span; what lies outside the text is cut off.
  subscript(span: Span) -> Range<Int> {
    let start = before[min(max(span.start, 0), before.count - 1)]
    return start..<max(start, before[min(max(span.end, 0), before.count - 1)])
  }
}
