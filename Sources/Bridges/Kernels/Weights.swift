import CQuothDNNL

/// Constant weights laid out for the vector functions of one level, with bias and GELU after them.
@safe final class Weights: @unchecked Sendable {
  private let handle: OpaquePointer
  private let level: Level

  /// 8-bit weights; nil when memory is short.
  init?(
    _ weights: [Int8], scales: [Float], outputs: Int, inputs: Int, bias: [Float], gelu: Bool,
    level: Level
  ) {
    guard
      let handle = unsafe quoth_weights_bytes(
        level.c, weights, scales, bias, Int32(outputs), Int32(inputs), gelu)
    else { return nil }
    unsafe self.handle = handle
    self.level = level
  }

  /// f32 weights; nil when memory is short.
  init?(_ matrix: Matrix, bias: [Float], gelu: Bool, level: Level) {
    guard
      let handle = unsafe quoth_weights_floats(
        level.c, matrix.dequantised, bias, Int32(matrix.outputs), Int32(matrix.inputs), gelu)
    else { return nil }
    unsafe self.handle = handle
    self.level = level
  }

  deinit { unsafe quoth_weights_free(handle) }

  func multiply(
    _ bytes: UnsafePointer<UInt8>, _ scales: UnsafePointer<Float>, _ zeros: UnsafePointer<Int32>,
    rows: Int, into out: UnsafeMutablePointer<Float>
  ) {
    unsafe quoth_multiply_bytes(level.c, handle, bytes, scales, zeros, Int32(rows), out)
  }

  func multiply(
    _ values: UnsafePointer<Float>, rows: Int, into out: UnsafeMutablePointer<Float>
  ) {
    unsafe quoth_multiply_floats(level.c, handle, values, Int32(rows), out)
  }
}
