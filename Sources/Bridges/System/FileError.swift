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
      return
        "\(Self.name(path)): there is no such file. Check the spelling and the folder you are in."
    case .unreadable(let path, let code):
      let advice = code == EACCES || code == EPERM ? "Check its permissions." : "Try a copy of it."
      return "\(Self.name(path)): cannot be read (\(Machine.words(for: code))). \(advice)"
    case .isFolder(let path):
      return
        "\(Self.name(path)): is a folder. Give it to `quoth read`, which reads the files in it."
    case .tooLarge(let path, let size, let limit):
      let measured = size.map { "\($0 / 1_000_000) MB" } ?? "more than \(limit / 1_000_000) MB"
      return "\(Self.name(path)): has \(measured); a report may have \(limit / 1_000_000) MB. "
        + "Split it into single reports."
    }
  }

  /// What messages call the file.
  private static func name(_ path: String) -> String {
    switch path {
    case "-": "standard input"
    case "": "“”"
    default: path
    }
  }

  init(path: String, code: Int32) {
    self =
      code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, code: code)
  }
}
