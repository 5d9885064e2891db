/// A product in f32 on vector functions.
struct VectorProduct: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: Weights

  /// Nil when memory is short.
  init?(_ matrix: Matrix, bias: [Float], gelu: Bool, level: Level) {
    guard let weights = Weights(matrix, bias: bias, gelu: gelu, level: level) else { return nil }
    inputs = matrix.inputs
    outputs = matrix.outputs
    self.weights = weights
  }

  func run(
    _ values: UnsafeMutableBufferPointer<Float>, rows: Int,
    into out: UnsafeMutableBufferPointer<Float>
  ) {
    guard let values = values.baseAddress, let out = out.baseAddress else { return }
    unsafe weights.multiply(values, rows: rows, into: out)
  }
}
