import CQuothDNNL

/// A product of 8-bit activations and 8-bit weights.
///
/// Each row of values becomes bytes 0…255 between its least and greatest value; sums of bytes are
/// exact 32-bit integers, the same on every machine and in plain Swift; then they are scaled, the
/// zero points taken out, the bias added and GELU applied.
///
/// Processors without VNNI add four u8 × s8 products in 16 bits: of each eight inputs the first two and
/// the third two. Weights are quantised so that neither those above nor those below zero of such four add
/// up to more than 128 (`weights.py`), where 255 × 128 < 2¹⁵: nothing can overflow. A matrix that breaks
/// this rule runs in plain Swift there.
struct IntegerProduct: Sendable {
  let inputs: Int
  let outputs: Int
  private let plain: PlainWeights?
  private let fast: Weights?
  private let level: Level

  /// What plain Swift multiplies with.
  private struct PlainWeights: Sendable {
    let bytes: [Int8]
    let scales: [Float]
    let sums: [Int32]
    let bias: [Float]
    let gelu: Bool
  }

  init(
    matrix: Matrix, weights: [Int8], scales: [Float], bias: [Float], gelu: Bool, level: Level
  ) {
    inputs = matrix.inputs
    outputs = matrix.outputs
    self.level = level
    let exact = level > .avx2 || level == .avx2 && Self.foursFit(weights, inputs: matrix.inputs)
    fast =
      exact
      ? Weights(
        weights, scales: scales, outputs: matrix.outputs, inputs: matrix.inputs, bias: bias,
        gelu: gelu, level: level) : nil
    guard fast == nil else {
      plain = nil
      return
    }
    let inputs = matrix.inputs
    let sums: [Int32] = (0..<matrix.outputs).map { output in
      weights[output * inputs..<(output + 1) * inputs].reduce(0) { $0 + Int32($1) }
    }
    plain = PlainWeights(bytes: weights, scales: scales, sums: sums, bias: bias, gelu: gelu)
  }

  /// Whether no sum of four products can leave 16 bits.
  static func foursFit(_ weights: [Int8], inputs: Int) -> Bool {
    let span = weights.span
    var greatest: Int16 = 0
    for row in stride(from: 0, to: span.count, by: inputs) {
      for start in stride(from: row, to: row + inputs, by: 8) {
        for first in [start, start + 2] {
          var (above, below): (Int16, Int16) = (0, 0)
          for place in [first, first + 1, first + 4, first + 5] where place < row + inputs {
            let weight = Int16(span[place])
            above += max(weight, 0)
            below -= min(weight, 0)
          }
          greatest = max(greatest, above, below)
        }
      }
    }
    return greatest <= 128
  }

  func run(
    _ values: UnsafeMutableBufferPointer<Float>, rows: Int, _ scratch: Scratch,
    into out: UnsafeMutableBufferPointer<Float>
  ) {
    guard let from = values.baseAddress, let to = out.baseAddress else { return }
    let bytes = unsafe scratch.pointer(.quantised, UInt8.self, count: rows * inputs)
    let scales = unsafe scratch.pointer(.scales, Float.self, count: rows)
    let zeros = unsafe scratch.pointer(.zeros, Int32.self, count: rows)
    if level > .plain {
      unsafe quoth_quantise(level.c, from, Int32(rows), Int32(inputs), bytes, scales, zeros)
    } else {
      unsafe Plain.quantise(from, rows: rows, width: inputs, into: bytes, scales, zeros)
    }
    if let fast {
      unsafe fast.multiply(bytes, scales, zeros, rows: rows, into: to)
    } else if let plain {
      let sums = unsafe scratch.pointer(.sums, Int32.self, count: rows * outputs)
      unsafe Plain.multiply(bytes, rows: rows, weights: plain.bytes, inputs: inputs, into: sums)
      unsafe rescale(sums, scales, zeros, rows: rows, plain, into: to)
    }
  }

  private func rescale(
    _ sums: UnsafePointer<Int32>, _ scales: UnsafePointer<Float>, _ zeros: UnsafePointer<Int32>,
    rows: Int, _ plain: PlainWeights, into out: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      for output in 0..<outputs {
        let place = row * outputs + output
        let sum = unsafe sums[place] &- zeros[row] &* plain.sums[output]
        let value = unsafe Float(sum) * (scales[row] * plain.scales[output]) + plain.bias[output]
        unsafe out[place] = plain.gelu ? Plain.gelu(value) : value
      }
    }
  }
}
