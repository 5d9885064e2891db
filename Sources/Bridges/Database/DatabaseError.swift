import CQuothSQLite

/// Why a database did not do as asked.
public enum DatabaseError: Error, Sendable, Hashable {
  /// It cannot be opened or made at this path.
  case unopened(path: String, detail: String)
  /// It is open for reading alone, or its folder is.
  case readOnly(path: String)
  /// Another process holds it for longer than was waited.
  case busy(path: String)
  /// No room is left on the disk.
  case full(path: String)
  /// What stands at the path is no database, or its pages are damaged.
  case corrupt(path: String, detail: String)
  /// The system failed to read or write.
  case inputOutput(path: String, detail: String)
  /// A rule of the schema forbids it; nothing was changed.
  case constraint(detail: String)
  /// The text of a query is wrong, which is a fault of ours.
  case query(detail: String)

  init(code: Int32, path: String, detail: String) {
    switch code & 0xFF {
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .unopened(path: path, detail: detail)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: self = .corrupt(path: path, detail: detail)
    case SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
    case SQLITE_CONSTRAINT: self = .constraint(detail: detail)
    default: self = .query(detail: detail)
    }
  }
}
