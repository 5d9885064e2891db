import CQuothSQLite

/// One connection to a SQLite database.
///
///     let database = try Database(path, .create)
///     try database.run("INSERT INTO reports(id) VALUES (?)", ["sha256:…"])
///     try database.first("SELECT count(*) FROM reports") { $0.integer(0) }     // 1
///
/// A connection belongs to one task at a time; any number of connections read one file while one writes. Queries
/// are compiled once and kept. What is written outside ``transaction(_:)`` is its own transaction.
@safe
public final class Database {
  public enum Mode: Sendable, Hashable {
    case read
    case write
    /// Written, and made when it is not there.
    case create
  }

  /// Version of the SQLite that is linked, such as `3.40.1`.
  public static var version: String { unsafe String(cString: sqlite3_libversion()) }

  public let path: String
  private let handle: OpaquePointer
  /// Compiled queries that are not in use, by their text.
  private var idle: [String: [Query]] = [:]
  private var depth = 0

  /// Milliseconds that are waited while another process writes.
  private static let patience: Int32 = 30_000

  /// - Throws: ``DatabaseError/unopened(path:detail:)`` when it cannot be opened.
  public init(_ path: String, _ mode: Mode) throws(DatabaseError) {
    let flags =
      switch mode {
      case .read: SQLITE_OPEN_READONLY
      case .write: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      let detail = unsafe opened.map { unsafe String(cString: sqlite3_errmsg($0)) }
      _ = unsafe sqlite3_close(opened)
      throw DatabaseError(code: code, path: path, detail: detail ?? "no memory")
    }
    self.path = path
    unsafe self.handle = unsafe handle
    _ = unsafe sqlite3_busy_timeout(handle, Self.patience)
    _ = unsafe quoth_defend(handle)
  }

  deinit {
    for query in idle.values.joined() { unsafe sqlite3_finalize(query.pointer) }
    unsafe sqlite3_close_v2(handle)
  }

  // MARK: Asking

  /// Runs statements without parameters, such as those of a schema.
  public func execute(_ text: String) throws(DatabaseError) {
    try check(unsafe sqlite3_exec(handle, text, nil, nil, nil))
  }

  /// Runs one statement.
  public func run(_ text: String, _ values: [DatabaseValue] = []) throws(DatabaseError) {
    try each(text, values) { _ throws(DatabaseError) in }
  }

  /// All rows of an answer, each as `read` takes it.
  public func all<Value>(
    _ text: String, _ values: [DatabaseValue] = [], _ read: (Row) -> Value
  ) throws(DatabaseError) -> [Value] {
    var found: [Value] = []
    try each(text, values) { row throws(DatabaseError) in found.append(read(row)) }
    return found
  }

  /// The first row of an answer; nil where there is none.
  public func first<Value>(
    _ text: String, _ values: [DatabaseValue] = [], _ read: (Row) -> Value
  ) throws(DatabaseError) -> Value? {
    let query = try query(text)
    defer { done(query, text) }
    try bind(values, to: query)
    return try step(query) ? read(query.row) : nil
  }

  /// Calls `body` for every row of an answer, without keeping any.
  public func each(
    _ text: String, _ values: [DatabaseValue] = [], _ body: (Row) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let query = try query(text)
    defer { done(query, text) }
    try bind(values, to: query)
    while try step(query) { try body(query.row) }
  }

  /// The key of the row that was inserted last.
  public var lastKey: Int { Int(unsafe sqlite3_last_insert_rowid(handle)) }

  /// Rows that the last statement inserted, changed or deleted.
  public var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  // MARK: Writing as one

  /// Does all that `body` writes, or, when it throws, nothing. Within another transaction it is a part of that
  /// which can fail alone.
  public func transaction<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value, mapping: (DatabaseError) -> Failure
  ) throws(Failure) -> Value {
    func run(_ text: String) throws(Failure) {
      do throws(DatabaseError) { try execute(text) } catch { throw mapping(error) }
    }
    let name = "part\(depth)"
    try run(depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT \(name)")
    depth += 1
    defer { depth -= 1 }
    do throws(Failure) {
      let value = try body()
      try run(depth == 1 ? "COMMIT" : "RELEASE \(name)")
      return value
    } catch {
      // Where the disk is full SQLite has rolled back already.
      try? execute(depth == 1 ? "ROLLBACK" : "ROLLBACK TO \(name); RELEASE \(name)")
      throw error
    }
  }

  public func transaction<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    try transaction(body, mapping: { $0 })
  }

  /// Copies the whole database, as it is at one moment, to another file.
  ///
  /// - Throws: ``DatabaseError`` when the other file cannot be written.
  public func copy(to path: String) throws(DatabaseError) {
    let copy = try Database(path, .create)
    guard let backup = unsafe sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw copy.error(unsafe sqlite3_errcode(copy.handle))
    }
    let code = unsafe sqlite3_backup_step(backup, -1)
    _ = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw DatabaseError(code: code, path: path, detail: "") }
  }

  // MARK: Queries

  /// A compiled query; each is in use once at a time.
  @safe
  private struct Query {
    let pointer: OpaquePointer
    var row: Row { unsafe Row(pointer) }
  }

  private func query(_ text: String) throws(DatabaseError) -> Query {
    if let known = idle[text]?.popLast() { return known }
    var made: OpaquePointer?
    try check(
      unsafe sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil))
    guard let pointer = unsafe made else { throw .query(detail: "nothing to do in “\(text)”") }
    return unsafe Query(pointer: pointer)
  }

  private func done(_ query: Query, _ text: String) {
    unsafe sqlite3_reset(query.pointer)
    unsafe sqlite3_clear_bindings(query.pointer)
    idle[text, default: []].append(query)
  }

  private func bind(_ values: [DatabaseValue], to query: Query) throws(DatabaseError) {
    for (index, value) in values.enumerated() {
      try check(Self.bind(value, to: query, at: Int32(index + 1)))
    }
  }

  private static func bind(_ value: DatabaseValue, to query: Query, at index: Int32) -> Int32 {
    let query = unsafe query.pointer
    switch value {
    case .null: return unsafe sqlite3_bind_null(query, index)
    case .integer(let value): return unsafe sqlite3_bind_int64(query, index, Int64(value))
    case .real(let value): return unsafe sqlite3_bind_double(query, index, value)
    case .text(let value):
      let bytes = Array(value.utf8)
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe quoth_bind_text(query, index, bytes.baseAddress, Int32(bytes.count))
      }
    case .blob(let bytes):
      return unsafe bytes.withUnsafeBytes { bytes in
        unsafe quoth_bind_blob(query, index, bytes.baseAddress, Int32(bytes.count))
      }
    }
  }

  /// Whether there is a row.
  private func step(_ query: Query) throws(DatabaseError) -> Bool {
    let code = unsafe sqlite3_step(query.pointer)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw error(code) }
    return false
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    if code != SQLITE_OK { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(code: code, path: path, detail: unsafe String(cString: sqlite3_errmsg(handle)))
  }
}
