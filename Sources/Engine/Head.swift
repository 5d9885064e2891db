import QuothKernels

/// A head prepared for running.
struct Head: Sendable {
  let name: String
  let output: Int
  private let hidden: Product?
  private let last: Product

  init(
    _ head: Manifest.Head, file: WeightFile, width: Int, kernels: Kernels
  ) throws(EngineError) {
    name = head.name
    output = head.output
    var inputs = width
    if head.hidden > 0 {
      let linear = try file.linear(
        "heads.\(head.name).hidden", outputs: head.hidden, inputs: width)
      hidden = kernels.product(linear.weight, bias: linear.bias, gelu: true)
      inputs = head.hidden
    } else {
      hidden = nil
    }
    let linear = try file.linear("heads.\(head.name).output", outputs: head.output, inputs: inputs)
    last = kernels.product(linear.weight, bias: linear.bias)
  }

  /// Leaves the scores of all rows of a micro-batch in `workspace.scores`: (rows, output).
  func run(in workspace: Workspace) throws(EngineError) {
    let (rows, scratch) = (workspace.rows, workspace.scratch)
    let padded = Kernels.padded(rows)
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
