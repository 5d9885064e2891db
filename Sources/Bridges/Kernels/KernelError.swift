/// What can go wrong in this bridge.
public enum KernelError: Error, Equatable, Sendable {
  /// A file could not be opened or mapped; `code` is the system's `errno`.
  case unreadable(path: String, code: Int32)
  /// oneDNN refused to run a product; `status` is its own code.
  case library(status: Int32)
}
