import CQuothDNNL

/// A product in oneDNN and f32, weights laid out as the library likes them.
@safe final class LibraryProduct: @unchecked Sendable {
  let inputs: Int
  let outputs: Int
  private let handle: OpaquePointer
  private let scratchSize: Int

  /// Nil when the library refuses.
  init?(_ matrix: Matrix, bias: [Float], gelu: Bool) {
    guard let library = unsafe Library.shared.handle,
      let handle = unsafe quoth_product_float(
        library, matrix.dequantised, bias, Int32(matrix.outputs), Int32(matrix.inputs), gelu)
    else { return nil }
    inputs = matrix.inputs
    outputs = matrix.outputs
    unsafe self.handle = handle
    scratchSize = unsafe quoth_product_scratch(handle)
  }

  deinit { unsafe quoth_product_free(handle) }

  func run(
    _ values: UnsafeMutableBufferPointer<Float>, rows: Int, _ scratch: Scratch,
    into out: UnsafeMutableBufferPointer<Float>
  ) throws(KernelError) {
    guard let values = values.baseAddress, let out = out.baseAddress else { return }
    let memory = unsafe scratch.pointer(.library, UInt8.self, count: scratchSize)
    let status = unsafe quoth_product_run(handle, values, Int32(rows), out, memory)
    if status != 0 { throw .library(status: status) }
  }
}
