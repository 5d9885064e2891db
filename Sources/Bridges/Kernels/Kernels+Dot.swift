extension Kernels {
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
