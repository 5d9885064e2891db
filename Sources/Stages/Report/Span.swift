/// A half-open range of UTF-8 bytes in the text of a report.
///
/// Every record of Quoth points at the characters it came from through spans. They are turned into
/// code points only where JSON is written.
///
///     Span(start: 0, end: 5).count     // 5
public struct Span: Hashable, Sendable {
  /// First byte, counted from the start of the report's text.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// - Precondition: `start <= end`.
  public init(start: Int, end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  public var count: Int { end - start }
  public var isEmpty: Bool { start == end }
  public var range: Range<Int> { start..<end }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
}

extension Span: Comparable {
  /// Orders by start, then by end.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension Span: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
