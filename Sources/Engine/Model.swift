import QuothKernels
import QuothSystem
import Synchronization

/// An encoder with its heads, vocabulary and manifest, ready to score windows.
///
/// The folder holds `manifest.json`, `vocab.txt` and `weights.bin`. Scoring may be called from any
/// number of threads at once; each call works with buffers of its own, kept for the next one.
///
///     let model = try Model(folder: "Models/english")
///     let scores = try model.scores([window])
///     scores[0]["attribution.roles"]?[3]     // the scores of the fourth subword
public final class Model: Sendable {
  /// How a model is run.
  public struct Options: Sendable {
    public var engine: Engine
    /// Nil chooses int8 where that is faster, f32 otherwise.
    public var precision: Precision?

    public init(engine: Engine = .auto, precision: Precision? = nil) {
      self.engine = engine
      self.precision = precision
    }

    public enum Engine: String, Sendable, CaseIterable {
      /// The fastest way of this machine.
      case auto
      /// Plain Swift only: the reference.
      case plain
      /// The same as auto.
      case library
    }

    public enum Precision: String, Sendable, CaseIterable {
      /// 8-bit activations and weights, exact 32-bit sums.
      case int8
      /// f32 throughout, over the dequantised weights.
      case f32
    }

    var kernels: Kernels {
      Kernels(
        engine: Kernels.Engine(rawValue: engine.rawValue) ?? .auto,
        precision: precision.flatMap { Kernels.Precision(rawValue: $0.rawValue) })
    }
  }

  /// Subwords of a micro-batch, about: enough for full speed, few enough for the cache.
  static let batch = 512

  public let folder: String
  public let manifest: Manifest
  public let vocabulary: Vocabulary
  let encoder: Encoder
  private let file: WeightFile
  private let heads: [String: Head]
  private let pool = Mutex<[Workspace]>([])

  /// - Throws: ``EngineError`` naming the file and what is wrong with it.
  /// - Complexity: O(size of the weights); they are prepared once, here.
  public init(folder: String, options: Options = Options()) throws(EngineError) {
    self.folder = folder
    let path = "\(folder)/manifest.json"
    let text = try MappedFile(opening: path)
    manifest = try Manifest(text.bytes(at: 0, count: text.count) ?? [], path: path)
    vocabulary = try Vocabulary(path: "\(folder)/vocab.txt")
    file = try WeightFile(path: "\(folder)/weights.bin")
    let kernels = options.kernels
    encoder = try Encoder(file, manifest: manifest, kernels: kernels)
    guard vocabulary.count <= encoder.words else {
      throw .tensor(
        name: "embeddings.word", detail: "has fewer rows than the vocabulary has pieces")
    }
    var heads: [String: Head] = [:]
    for head in manifest.heads {
      heads[head.name] = try Head(head, file: file, width: manifest.width, kernels: kernels)
    }
    self.heads = heads
  }

  /// How the layers are computed here, for people: "AVX-512, int8".
  public var description: String { encoder.kernels.description }

  /// The names and shapes of all tensors of the weight file.
  public var tensors: [(name: String, shape: [Int])] { file.tensors.map { ($0.name, $0.shape) } }

  /// A tensor of the weight file that the encoder itself does not use, in f32; nil when there is
  /// none of this name.
  public func tensor(_ name: String) -> (shape: [Int], values: [Float])? {
    file[name].map { ($0.shape, file.floats($0)) }
  }

  /// Scores each window by every head; answers stand in the order of the windows.
  ///
  /// Windows are sorted by length into micro-batches and packed without padding; how they are
  /// batched does not change the scores of an int8 model and only rounding in f32.
  ///
  /// - Throws: ``EngineError/window(detail:)`` when a window is empty, longer than
  ///   ``Manifest/positions``, or has an id or class that the model lacks.
  public func scores(_ windows: [Window]) throws(EngineError) -> [Scores] {
    var answers = windows.map { Scores(tokens: $0.ids.count, tables: [:]) }
    var states = answers.map { [Float](repeating: 0, count: $0.tokens * manifest.width) }
    try read(windows) { number, first, hidden in
      let count = states[number].count
      hidden.copy(first * manifest.width, count, into: &states[number], at: 0)
    }
    for number in windows.indices {
      for head in manifest.heads where head.inputs == nil {
        answers[number].tables[head.name] = try scores(of: head.name, states[number])
      }
    }
    return answers
  }

  /// What one head says of each row of states, row-major (rows, ``Manifest/width``).
  ///
  /// - Precondition: the manifest has a head of this name.
  public func scores(of name: String, _ states: [Float]) throws(EngineError) -> Scores.Table {
    guard let head = heads[name] else { preconditionFailure("no head \(name)") }
    let workspace = pool.withLock { $0.popLast() } ?? Workspace()
    defer { pool.withLock { $0.append(workspace) } }
    let rows = states.count / head.inputs
    var values = [Float](repeating: 0, count: rows * head.output)
    for first in stride(from: 0, to: rows, by: Self.batch) {
      let count = min(Self.batch, rows - first)
      let from = first * head.inputs
      try head.run(states[from..<from + count * head.inputs], rows: count, in: workspace)
      workspace.scores.copy(0, count * head.output, into: &values, at: first * head.output)
    }
    return Scores.Table(columns: head.output, values: values)
  }

  /// Runs the encoder over windows and shows the states of each: its number, its first row in the
  /// buffer, and the buffer, which is the next micro-batch's as soon as `show` returns.
  func read(
    _ windows: [Window], show: (_ window: Int, _ first: Int, _ hidden: Buffer) -> Void
  ) throws(EngineError) {
    for window in windows { try check(window) }
    let workspace = pool.withLock { $0.popLast() } ?? Workspace()
    defer { pool.withLock { $0.append(workspace) } }
    for batch in Self.batches(windows.map(\.ids.count)) {
      try encoder.read(batch.map { windows[$0] }, in: workspace)
      var first = 0
      for number in batch {
        show(number, first, workspace.hidden)
        first += windows[number].ids.count
      }
    }
  }

  /// Numbers of windows by micro-batch, longest windows first.
  static func batches(_ lengths: [Int]) -> [[Int]] {
    var batches: [[Int]] = []
    var room = 0
    for number in lengths.indices.sorted(by: { (lengths[$1], $0) < (lengths[$0], $1) }) {
      if lengths[number] > room || batches.isEmpty {
        batches.append([])
        room = max(batch, lengths[number])
      }
      batches[batches.count - 1].append(number)
      room -= lengths[number]
    }
    return batches
  }

  private func check(_ window: Window) throws(EngineError) {
    let count = window.ids.count
    guard (1...manifest.positions).contains(count) else {
      throw .window(detail: "it has \(count) subwords, the model takes 1 to \(manifest.positions)")
    }
    let words = Int32(encoder.words)
    guard window.ids.allSatisfy({ $0 >= 0 && $0 < words }) else {
      throw .window(detail: "an id is not in the vocabulary")
    }
    guard window.features.count == manifest.features.count else {
      throw .window(
        detail: "it has \(window.features.count) feature streams, not \(manifest.features.count)")
    }
    for (feature, classes) in zip(manifest.features, window.features) {
      guard classes.count == count, classes.allSatisfy({ Int($0) < feature.classes }) else {
        throw .window(detail: "the stream \"\(feature.name)\" has a wrong length or class")
      }
    }
  }
}
