/// A product in plain Swift and f32.
///
/// Weights stand in panels of eight outputs, so that eight sums grow side by side.
struct PlainProduct: Sendable {
  let inputs: Int
  let outputs: Int
  private let panels: [SIMD8<Float>]
  private let bias: [Float]
  private let gelu: Bool

  init(_ matrix: Matrix, bias: [Float], gelu: Bool) {
    inputs = matrix.inputs
    outputs = matrix.outputs
    self.bias = bias
    self.gelu = gelu
    let weights = matrix.dequantised
    var panels = [SIMD8<Float>](repeating: .zero, count: (outputs + 7) / 8 * inputs)
    for output in 0..<outputs {
      for input in 0..<inputs {
        panels[output / 8 * inputs + input][output % 8] = weights[output * inputs + input]
      }
    }
    self.panels = panels
  }

  func run(
    _ values: UnsafeMutableBufferPointer<Float>, rows: Int,
    into out: UnsafeMutableBufferPointer<Float>
  ) {
    let values = unsafe values.span
    var out = unsafe out.mutableSpan
    for row in stride(from: 0, to: rows, by: 4) {
      for panel in 0..<panels.count / max(inputs, 1) {
        let sums = fourRows(from: row, panel: panel, of: values)
        store(sums.0, row: row, panel: panel, into: &out)
        if row + 1 < rows { store(sums.1, row: row + 1, panel: panel, into: &out) }
        if row + 2 < rows { store(sums.2, row: row + 2, panel: panel, into: &out) }
        if row + 3 < rows { store(sums.3, row: row + 3, panel: panel, into: &out) }
      }
    }
  }

  private typealias Sums = (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)

  /// Eight sums for each of four rows; buffers are padded, so four rows are always there.
  private func fourRows(from row: Int, panel: Int, of values: Span<Float>) -> Sums {
    var sums: Sums = (.zero, .zero, .zero, .zero)
    for input in 0..<inputs {
      let weights = panels[panel * inputs + input]
      sums.0 += weights * values[row * inputs + input]
      sums.1 += weights * values[(row + 1) * inputs + input]
      sums.2 += weights * values[(row + 2) * inputs + input]
      sums.3 += weights * values[(row + 3) * inputs + input]
    }
    return sums
  }

  private func store(
    _ sums: SIMD8<Float>, row: Int, panel: Int, into out: inout MutableSpan<Float>
  ) {
    for place in 0..<min(8, outputs - panel * 8) {
      let value = sums[place] + bias[panel * 8 + place]
      out[row * outputs + panel * 8 + place] = gelu ? Plain.gelu(value) : value
    }
  }
}
