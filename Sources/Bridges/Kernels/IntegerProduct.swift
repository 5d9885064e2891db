import CQuothDNNL

/// A product of 8-bit activations and 8-bit weights.
///
/// Each row of values becomes bytes 0…255 between its least and greatest value; sums of bytes are
/// exact 32-bit integers, the same on every machine and in plain Swift; then one pass scales them,
/// takes the zero points out, adds the bias and applies GELU.
///
/// Processors without VNNI add two neighbouring u8 × s8 products in 16 bits, saturating. Weights
/// are quantised so that |even| + |odd| ≤ 128 in each such pair (`weights.py`), where
/// 255 × 128 < 2¹⁵: nothing can saturate. A matrix that breaks this rule runs in plain Swift there.
@safe final class IntegerProduct: @unchecked Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: [Int8]
  private let weightScales: [Float]
  private let weightSums: [Int32]
  private let bias: [Float]
  private let gelu: Bool
  private let level: Level
  private let handle: OpaquePointer?
  private let scratchSize: Int

  init(
    matrix: Matrix, weights: [Int8], scales: [Float], bias: [Float], gelu: Bool, library: Bool,
    level: Level
  ) {
    inputs = matrix.inputs
    outputs = matrix.outputs
    weightScales = scales
    self.bias = bias
    self.gelu = gelu
    self.level = level
    let inputs = matrix.inputs
    weightSums = (0..<matrix.outputs).map { output in
      weights[output * inputs..<(output + 1) * inputs].reduce(0) { $0 + Int32($1) }
    }
    let exact = quoth_has_vnni() || Self.pairsFit(weights)
    let shape = (Int32(matrix.outputs), Int32(matrix.inputs))
    let handle =
      library && exact
      ? unsafe Library.shared.handle.flatMap {
        unsafe quoth_product_int8($0, weights, shape.0, shape.1)
      } : nil
    unsafe self.handle = handle
    scratchSize = unsafe handle.map { unsafe quoth_product_scratch($0) } ?? 0
    self.weights = unsafe handle == nil ? weights : []
  }

  deinit {
    if let handle = unsafe handle { unsafe quoth_product_free(handle) }
  }

  /// Whether no pair of neighbouring products can leave 16 bits.
  static func pairsFit(_ weights: [Int8]) -> Bool {
    let span = weights.span
    var greatest: Int16 = 0
    for pair in 0..<span.count / 2 {
      let sum = abs(Int16(span[2 * pair])) + abs(Int16(span[2 * pair + 1]))
      greatest = max(greatest, sum)
    }
    return greatest <= 128
  }

  func run(
    _ values: UnsafeMutableBufferPointer<Float>, rows: Int, _ scratch: Scratch,
    into out: UnsafeMutableBufferPointer<Float>
  ) throws(KernelError) {
    guard let from = values.baseAddress, let to = out.baseAddress else { return }
    let padded = Kernels.padded(rows)
    let bytes = unsafe scratch.pointer(.quantised, UInt8.self, count: padded * inputs)
    let scales = unsafe scratch.pointer(.scales, Float.self, count: padded)
    let zeros = unsafe scratch.pointer(.zeros, Int32.self, count: padded)
    let sums = unsafe scratch.pointer(.sums, Int32.self, count: padded * outputs)
    if level > .plain {
      unsafe quoth_quantise(level.c, from, Int32(rows), Int32(inputs), bytes, scales, zeros)
    } else {
      unsafe Plain.quantise(from, rows: rows, width: inputs, into: bytes, scales, zeros)
    }
    if let handle = unsafe handle {
      let memory = unsafe scratch.pointer(.library, UInt8.self, count: scratchSize)
      let status = unsafe quoth_product_run(handle, bytes, Int32(rows), sums, memory)
      if status != 0 { throw .library(status: status) }
    } else {
      unsafe Plain.multiply(bytes, rows: rows, weights: weights, inputs: inputs, into: sums)
    }
    if level > .plain {
      unsafe quoth_rescale(
        level.c, sums, scales, zeros, Int32(rows), weightScales, weightSums, bias, Int32(outputs),
        gelu, to)
    } else {
      unsafe rescale(sums, scales, zeros, rows: rows, into: to)
    }
  }

  /// The plain twin of `quoth_rescale`.
  private func rescale(
    _ sums: UnsafePointer<Int32>, _ scales: UnsafePointer<Float>, _ zeros: UnsafePointer<Int32>,
    rows: Int, into out: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      for output in 0..<outputs {
        let place = row * outputs + output
        let sum = unsafe sums[place] &- zeros[row] &* weightSums[output]
        let value = unsafe Float(sum) * (scales[row] * weightScales[output]) + bias[output]
        unsafe out[place] = gelu ? Plain.gelu(value) : value
      }
    }
  }
}
