import QuothKernels

/// A head prepared for running.
struct Head: Sendable {
  let inputs: Int
  let output: Int
  private let hidden: Product?
  private let last: Product

  /// - Parameter width: columns of the encoder's states, which the head reads unless the manifest says
  ///   otherwise.
  init(
    _ head: Manifest.Head, file: WeightFile, width: Int, kernels: Kernels
  ) throws(EngineError) {
    inputs = head.inputs ?? width
    output = head.output
    if head.hidden > 0 {
      let linear = try file.linear(
        "heads.\(head.name).hidden", outputs: head.hidden, inputs: inputs)
      hidden = kernels.product(linear.weight, bias: linear.bias, gelu: true)
    } else {
      hidden = nil
    }
    let linear = try file.linear(
      "heads.\(head.name).output", outputs: head.output,
      inputs: head.hidden > 0 ? head.hidden : inputs)
    last = kernels.product(linear.weight, bias: linear.bias)
  }

  /// Leaves the scores of some rows of states in `workspace.scores`: (rows, output).
  func run(_ states: ArraySlice<Float>, rows: Int, in workspace: Workspace) throws(EngineError) {
    let scratch = workspace.scratch
    let padded = Kernels.padded(rows)
    workspace.hidden.reserve(padded * inputs)
    workspace.hidden.set(states, at: 0)
    workspace.scores.reserve(padded * output)
    do throws(KernelError) {
      if let hidden {
        workspace.inner.reserve(padded * hidden.outputs)
        try hidden.run(workspace.hidden, rows: rows, scratch: scratch, into: workspace.inner)
        try last.run(workspace.inner, rows: rows, scratch: scratch, into: workspace.scores)
      } else {
        try last.run(workspace.hidden, rows: rows, scratch: scratch, into: workspace.scores)
      }
    } catch {
      throw EngineError(error)
    }
  }
}
