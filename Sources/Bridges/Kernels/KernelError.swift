/// What can go wrong in this bridge.
public enum KernelError: Error, Equatable, Sendable {
  /// oneDNN refused to run a product; `status` is its own code.
  case library(status: Int32)
}
