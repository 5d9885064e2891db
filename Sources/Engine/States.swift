/// The encoder's output at chosen subwords of a text, which the heads read.
public struct States: Equatable, Sendable {
  /// Floats in a row.
  public let width: Int
  /// One row for each of ``EncodedText/rows``: row-major (rows, width).
  public internal(set) var rows: [Float]
  /// One row for each of ``EncodedText/runs``, the mean over its subwords: row-major (runs, width).
  public var means: [Float]
}
