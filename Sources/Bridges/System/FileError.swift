import Glibc

/// Why a file or standard input could not be read whole.
public enum FileError: Error, Sendable, Hashable {
  /// Nothing stands at the path.
  case missing(path: String)
  /// The system refused; `code` is its `errno`.
  case unreadable(path: String, code: Int32)
  case isFolder(path: String)
  /// Longer than `limit` bytes; `size` is nil where only reading on would tell it.
  case tooLarge(path: String, size: Int?, limit: Int)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .missing: "input.missing"
    case .unreadable: "input.unreadable"
    case .isFolder: "input.is-folder"
    case .tooLarge: "input.too-large"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .missing(let path):
      return "\(path): there is no such file. Check the spelling and the folder you are in."
    case .unreadable(let path, let code):
      return "\(path): cannot be read (\(Machine.words(for: code))). Check its permissions."
    case .isFolder(let path):
      return "\(path): is a folder. Give it to `quoth read`, which reads the files in it."
    case .tooLarge(let path, let size, let limit):
      let measured = size.map { "\($0 / 1_000_000) MB" } ?? "more than \(limit / 1_000_000) MB"
      return "\(path): has \(measured); a report may have \(limit / 1_000_000) MB. "
        + "Split it into single reports."
    }
  }

  init(path: String, code: Int32) {
    self =
      code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, code: code)
  }
}
