extension Kernels {
  /// The scalar products of a row with the first rows of a table of rows of its length, each as ``dot(_:_:)`` has it.
  public static func dots(_ row: ArraySlice<Float>, _ table: [Float], rows: Int) -> [Float] {
    let width = row.count
    precondition(width.isMultiple(of: 16) && rows * width <= table.count)
    return unsafe row.withUnsafeBytes { row in
      unsafe table.withUnsafeBytes { table in
        (0..<rows).map { number in
          var lanes = SIMD16<Float>(repeating: 0)
          for place in stride(from: 0, to: width * 4, by: 64) {
            lanes +=
              unsafe row.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
              * table.loadUnaligned(
                fromByteOffset: number * width * 4 + place, as: SIMD16<Float>.self)
          }
          return lanes.sum()
        }
      }
    }
  }

  /// The scalar product of two rows of one length.
  ///
  /// Summed in sixteen lanes, so that it is the same on every machine.
  public static func dot(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    precondition(a.count == b.count)
    let whole = a.count / 16 * 16
    var lanes = SIMD16<Float>(repeating: 0)
    unsafe a.withUnsafeBytes { a in
      unsafe b.withUnsafeBytes { b in
        for place in stride(from: 0, to: whole * 4, by: 64) {
          lanes +=
            unsafe a.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
            * b.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
        }
      }
    }
    var sum = lanes.sum()
    for (left, right) in zip(a.dropFirst(whole), b.dropFirst(whole)) { sum += left * right }
    return sum
  }
}
