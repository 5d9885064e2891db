/// Why a model cannot be opened or run.
public enum EngineError: Error, Equatable, Sendable {
  /// No file at this path.
  case missing(path: String)
  /// The file is there but cannot be read; `code` is the system's `errno`.
  case unreadable(path: String, code: Int32)
  /// The file is not of the kind its name promises.
  case notAModel(path: String)
  /// The weights are of a format this program does not read.
  case version(path: String, found: Int, supported: Int)
  /// The file ends early, or has grown.
  case truncated(path: String, expected: Int, found: Int)
  /// The content is not what was written.
  case checksum(path: String)
  /// The table of tensors contradicts itself or the file.
  case table(path: String, detail: String)
  /// The manifest is no JSON, or lacks something; `detail` says what and where.
  case manifest(path: String, detail: String)
  /// The vocabulary lacks a piece the model needs.
  case vocabulary(path: String, piece: String)
  /// A tensor the manifest asks for is not in the weights, or has another shape.
  case tensor(name: String, detail: String)
  /// A window does not fit the model.
  case window(detail: String)
  /// The kernel library failed; `status` is its own code.
  case library(status: Int)

  /// The short name that the terminal, JSON and `Documentation/Errors.md` share.
  public var slug: String {
    switch self {
    case .missing: "model.missing"
    case .unreadable: "model.unreadable"
    case .notAModel: "model.not-a-model"
    case .version: "model.version"
    case .truncated: "model.truncated"
    case .checksum: "model.checksum"
    case .table: "model.table"
    case .manifest: "model.manifest"
    case .vocabulary: "model.vocabulary"
    case .tensor: "model.tensor"
    case .window: "model.window"
    case .library: "model.library"
    }
  }
}

extension EngineError {
  /// What, where, and what to do next.
  public var message: String {
    switch self {
    case .missing(let path):
      "no model file at \(path); name the model's folder with --model"
    case .unreadable(let path, let code):
      "cannot read \(path) (errno \(code)); check its permissions"
    case .notAModel(let path):
      "\(path) is not a weight file of Quoth; install the model again"
    case .version(let path, let found, let supported):
      "\(path) has format \(found), this program reads \(supported); install program and model of one release"
    case .truncated(let path, let expected, let found):
      "\(path) has \(found) bytes instead of \(expected); copy the model again"
    case .checksum(let path):
      "\(path) is damaged: its checksum does not match; copy the model again"
    case .table(let path, let detail):
      "the table of \(path) is damaged: \(detail); copy the model again"
    case .manifest(let path, let detail):
      "\(path): \(detail)"
    case .vocabulary(let path, let piece):
      "\(path) lacks the piece \(piece); copy the model again"
    case .tensor(let name, let detail):
      "the weights do not fit the manifest: \(name) \(detail)"
    case .window(let detail):
      "the window does not fit the model: \(detail)"
    case .library(let status):
      "oneDNN failed with status \(status); run with the plain engine"
    }
  }
}
