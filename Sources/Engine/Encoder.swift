import QuothKernels

/// The transformer: embeddings and layers, BERT's order of norms.
///
/// Windows are packed one after another without padding: products and norms run over all rows,
/// attention over each window. Shapes are (rows, columns), row-major.
/// Source: Devlin et al. 2019, arXiv:1810.04805.
struct Encoder: Sendable {
  /// BERT's, under the root of the norm.
  static let epsilon: Float = 1e-12

  struct Norm: Sendable {
    let weight: [Float]
    let bias: [Float]
  }

  struct Layer: Sendable {
    /// Query, key and value side by side: (rows, 3 × width).
    let joined: Product
    let attended: Product
    let attentionNorm: Norm
    let up: Product
    let down: Product
    let norm: Norm
  }

  let kernels: Kernels
  let manifest: Manifest
  private let embeddings: Embeddings
  private let layers: [Layer]

  /// - Throws: ``EngineError/tensor(name:detail:)`` when the file does not fit the manifest.
  init(_ file: WeightFile, manifest: Manifest, kernels: Kernels) throws(EngineError) {
    self.kernels = kernels
    self.manifest = manifest
    embeddings = try Embeddings(file, manifest: manifest)
    var layers: [Layer] = []
    for number in 0..<manifest.layers {
      layers.append(
        try Layer(file, name: "layers.\(number)", manifest: manifest, kernels: kernels))
    }
    self.layers = layers
  }

  /// Number of vocabulary pieces that have an embedding.
  var words: Int { embeddings.wordCount }

  /// Reads the windows, leaving the last layer's output in `workspace.hidden`.
  ///
  /// - Precondition: ids, classes and lengths are in range (`Model` checks them).
  func read(_ windows: some Sequence<Window>, in workspace: Workspace) throws(EngineError) {
    embed(windows, in: workspace)
    do throws(KernelError) {
      for layer in layers { try run(layer, in: workspace) }
    } catch {
      throw EngineError(error)
    }
  }

  /// Packs the windows and leaves the input of the first layer in `workspace.hidden`.
  func embed(_ windows: some Sequence<Window>, in workspace: Workspace) {
    workspace.begin(windows.map(\.ids.count), manifest: manifest)
    var row = 0
    for window in windows {
      embeddings.embed(window, into: workspace.hidden, from: row)
      row += window.ids.count
    }
    norm(embeddings.norm, workspace.hidden, rows: row)
  }

  private func run(_ layer: Layer, in workspace: Workspace) throws(KernelError) {
    for rows in workspace.chunks(of: Kernels.rowsAtOnce) {
      try layer.joined.run(
        workspace.hidden, first: rows.lowerBound, rows: rows.count, scratch: workspace.scratch,
        into: workspace.joined, outFirst: rows.lowerBound)
    }
    var row = 0
    for length in workspace.lengths {
      kernels.attend(
        workspace.joined, first: row, tokens: length, heads: manifest.attentionHeads,
        width: manifest.width, scratch: workspace.scratch, into: workspace.context)
      row += length
    }
    for rows in workspace.chunks(of: Kernels.rowsAtOnce) {
      try finish(layer, rows, in: workspace)
    }
  }

  /// All of a layer that stands after attention, for some rows: few enough for the cache.
  private func finish(
    _ layer: Layer, _ rows: Range<Int>, in workspace: Workspace
  ) throws(KernelError) {
    let (hidden, part, inner) = (workspace.hidden, workspace.part, workspace.inner)
    let (first, count, scratch) = (rows.lowerBound, rows.count, workspace.scratch)
    try layer.attended.run(
      workspace.context, first: first, rows: count, scratch: scratch, into: part)
    norm(layer.attentionNorm, part, adding: hidden, residualFirst: first, rows: count)
    try layer.up.run(part, rows: count, scratch: scratch, into: inner)
    try layer.down.run(inner, rows: count, scratch: scratch, into: hidden, outFirst: first)
    norm(layer.norm, hidden, first: first, adding: part, rows: count)
  }

  private func norm(
    _ norm: Norm, _ values: Buffer, first: Int = 0, adding residual: Buffer? = nil,
    residualFirst: Int = 0, rows: Int
  ) {
    kernels.norm(
      values, first: first, adding: residual, residualFirst: residualFirst, rows: rows,
      weight: norm.weight, bias: norm.bias, epsilon: Self.epsilon)
  }
}

extension Encoder.Norm {
  init(_ file: WeightFile, name: String, width: Int) throws(EngineError) {
    weight = try file.floats("\(name).weight", shape: [width])
    bias = try file.floats("\(name).bias", shape: [width])
  }
}

extension Encoder.Layer {
  init(
    _ file: WeightFile, name: String, manifest: Manifest, kernels: Kernels
  ) throws(EngineError) {
    let width = manifest.width
    let query = try file.linear("\(name).query", outputs: width, inputs: width)
    let key = try file.linear("\(name).key", outputs: width, inputs: width)
    let value = try file.linear("\(name).value", outputs: width, inputs: width)
    joined = kernels.product(
      query.weight.joined(with: key.weight).joined(with: value.weight),
      bias: query.bias + key.bias + value.bias)
    let attended = try file.linear("\(name).attention.output", outputs: width, inputs: width)
    self.attended = kernels.product(attended.weight, bias: attended.bias)
    let up = try file.linear("\(name).up", outputs: manifest.inner, inputs: width)
    self.up = kernels.product(up.weight, bias: up.bias, gelu: true)
    let down = try file.linear("\(name).down", outputs: width, inputs: manifest.inner)
    self.down = kernels.product(down.weight, bias: down.bias)
    attentionNorm = try Encoder.Norm(file, name: "\(name).attention.norm", width: width)
    norm = try Encoder.Norm(file, name: "\(name).norm", width: width)
  }
}

extension WeightFile {
  /// The weight and bias of one linear layer.
  func linear(
    _ name: String, outputs: Int, inputs: Int
  ) throws(EngineError) -> (weight: Matrix, bias: [Float]) {
    (
      try matrix("\(name).weight", outputs: outputs, inputs: inputs),
      try floats("\(name).bias", shape: [outputs])
    )
  }
}
