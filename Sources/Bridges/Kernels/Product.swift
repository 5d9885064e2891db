/// A product with constant weights, prepared for running: values × weights + bias, then GELU where
/// it was asked for.
///
/// Safe to run from several threads at once, each with its own scratch.
public struct Product: Sendable {
  enum Kind: Sendable {
    case plain(PlainProduct)
    case vector(VectorProduct)
    case library(LibraryProduct)
    case integer(IntegerProduct)
  }

  let kind: Kind

  /// Columns of the values.
  public var inputs: Int {
    switch kind {
    case .plain(let product): product.inputs
    case .vector(let product): product.inputs
    case .library(let product): product.inputs
    case .integer(let product): product.inputs
    }
  }

  /// Columns of the result.
  public var outputs: Int {
    switch kind {
    case .plain(let product): product.outputs
    case .vector(let product): product.outputs
    case .library(let product): product.outputs
    case .integer(let product): product.outputs
    }
  }

  /// Runs `rows` rows, from row `first` of `values`, into rows from `outFirst` of `out`.
  ///
  /// - Precondition: Both buffers hold ``Kernels/padded(_:)`` of `rows` rows from there; what
  ///   stands in the rows added is read and overwritten, and means nothing.
  /// - Throws: ``KernelError/library(status:)`` when oneDNN fails.
  public func run(
    _ values: Buffer, first: Int = 0, rows: Int, scratch: Scratch, into out: Buffer,
    outFirst: Int = 0
  ) throws(KernelError) {
    let padded = Kernels.padded(rows)
    let from = unsafe values.elements(first * inputs..<(first + padded) * inputs)
    let to = unsafe out.elements(outFirst * outputs..<(outFirst + padded) * outputs)
    guard rows > 0 else { return }
    switch kind {
    case .plain(let product): unsafe product.run(from, rows: rows, into: to)
    case .vector(let product): unsafe product.run(from, rows: rows, into: to)
    case .library(let product): unsafe try product.run(from, rows: rows, scratch, into: to)
    case .integer(let product): unsafe product.run(from, rows: rows, scratch, into: to)
    }
  }
}
