extension Kernels {
  /// The scalar product of two rows of one length.
  ///
  /// Summed in sixteen lanes, so that it is the same on every machine.
  public static func dot(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    precondition(a.count == b.count)
    let whole = a.count / 16 * 16
    var sum = unsafe a.withUnsafeBytes { a in
      unsafe b.withUnsafeBytes { b in unsafe lanes(a, b, from: 0, count: whole) }
    }
    for (left, right) in zip(a.dropFirst(whole), b.dropFirst(whole)) { sum += left * right }
    return sum
  }

  /// The scalar products of a row with the first rows of a table of rows of its length, a multiple of 16.
  public static func dots(_ row: ArraySlice<Float>, _ table: [Float], rows: Int) -> [Float] {
    let width = row.count
    precondition(width.isMultiple(of: 16) && rows * width <= table.count)
    return unsafe row.withUnsafeBytes { row in
      unsafe table.withUnsafeBytes { table in
        (0..<rows).map { unsafe lanes(row, table, from: $0 * width, count: width) }
      }
    }
  }

  /// The product of a row with the numbers of a table from one on; `count` is a multiple of 16.
  private static func lanes(
    _ row: UnsafeRawBufferPointer, _ table: UnsafeRawBufferPointer, from start: Int, count: Int
  ) -> Float {
    var lanes = SIMD16<Float>(repeating: 0)
    for place in stride(from: 0, to: count * 4, by: 64) {
      lanes +=
        unsafe row.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
        * table.loadUnaligned(fromByteOffset: start * 4 + place, as: SIMD16<Float>.self)
    }
    return lanes.sum()
  }
}
