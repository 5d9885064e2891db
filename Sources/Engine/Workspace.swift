import QuothKernels

/// The buffers of one worker, kept between micro-batches; they only grow.
///
/// Each holds whole rows up to a multiple of ``QuothKernels/Kernels/rowStep``. A workspace is used
/// by one thread at a time: `Model` hands it out and takes it back.
final class Workspace: @unchecked Sendable {
  /// Subwords of each window of the micro-batch.
  private(set) var lengths: [Int] = []
  /// Subwords of the micro-batch.
  private(set) var rows = 0
  /// The layer's input, then its output: (rows, width).
  let hidden = Buffer()
  /// Queries, keys and values: (rows, 3 × width).
  let joined = Buffer()
  /// What attention gives: (rows, width).
  let context = Buffer()
  /// A few rows between attention and feed-forward: (rows, width).
  let part = Buffer()
  /// The same rows inside the feed-forward part: (rows, inner); also the inside of heads.
  let inner = Buffer()
  /// What a head says: (rows, output).
  let scores = Buffer()
  let scratch = Scratch()

  /// Makes room for windows of these lengths.
  func begin(_ lengths: [Int], manifest: Manifest) {
    self.lengths = lengths
    rows = lengths.reduce(0, +)
    let padded = Kernels.padded(rows)
    hidden.reserve(padded * manifest.width)
    joined.reserve(padded * 3 * manifest.width)
    context.reserve(padded * manifest.width)
    part.reserve(padded * manifest.width)
    inner.reserve(padded * manifest.inner)
  }

  /// The rows in runs of at most `count`, a multiple of the row step.
  func chunks(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: rows, by: count).map { $0..<min($0 + count, rows) }
  }
}
