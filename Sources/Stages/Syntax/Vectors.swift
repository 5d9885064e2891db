import Glibc
import QuothKernels

/// Arithmetic on rows of scores.
public enum Vectors {
  /// The scalar product of two rows of one length.
  ///
  /// Summed in sixteen lanes, so that it is the same on every machine.
  public static func product(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    Kernels.dot(a, b)
  }

  /// The scalar products of a row with the first rows of a table of rows of its length, a multiple of 16.
  public static func products(_ row: ArraySlice<Float>, _ table: [Float], rows: Int) -> [Float] {
    Kernels.dots(row, table, rows: rows)
  }

  /// The softmax of a row.
  public static func shares(_ row: ArraySlice<Float>) -> [Double] {
    let top = row.max() ?? 0
    let powers = row.map { exp(Double($0 - top)) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The index of the greatest value in a part of a row, counted from the part's start.
  public static func best(_ row: ArraySlice<Float>) -> Int {
    var best = row.startIndex
    for index in row.indices where row[index] > row[best] { best = index }
    return best - row.startIndex
  }
}

/// Buckets of a signed distance in words: exact to four, then by powers of two to 256 and more.
public enum DistanceBucket {
  public static let count = 25

  public static func of(_ offset: Int) -> Int {
    let size = offset.magnitude
    let half = count / 2
    let bucket =
      size <= 4 ? Int(size) : min(half, 5 + Int.bitWidth - 1 - (size / 4).leadingZeroBitCount)
    return half + (offset < 0 ? -bucket : bucket)
  }
}
