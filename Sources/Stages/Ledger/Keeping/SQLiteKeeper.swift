import QuothDatabase

/// Keeps a ledger in one SQLite file.
///
/// One keeper writes at a time, whatever the number of processes; any number of them read meanwhile (write-ahead
/// log). What was reported as kept survives a crash of the program; one of the machine may cost the last reports, never
/// the file.
public final class SQLiteKeeper {
  let database: Database
  /// The time now, ISO 8601; only ever shown, never compared.
  let now: () -> String

  /// Opens a ledger, makes it where there is none, and brings an older one up to date after a backup beside it.
  ///
  /// - Throws: ``LedgerError``.
  public init(
    path: String, isReadOnly: Bool = false, now: @escaping () -> String
  ) throws(LedgerError) {
    self.now = now
    do throws(DatabaseError) {
      database = try Database(path, isReadOnly ? .read : .create)
      try database.execute(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 0"
      )
    } catch {
      throw .store(error)
    }
    try migrate(isReadOnly: isReadOnly)
  }

  public var path: String { database.path }

  private func migrate(isReadOnly: Bool) throws(LedgerError) {
    let (application, version, tables) = try store { () throws(DatabaseError) in
      (
        try database.first("PRAGMA application_id") { $0.integer(0) } ?? 0,
        try database.first("PRAGMA user_version") { $0.integer(0) } ?? 0,
        try database.first("SELECT count(*) FROM sqlite_schema") { $0.integer(0) } ?? 0
      )
    }
    guard application == Schema.application || tables == 0 else { throw .foreign(path: path) }
    guard version <= Schema.version else {
      throw .newer(path: path, version: version, known: Schema.version)
    }
    guard version < Schema.version, !isReadOnly else { return }
    try store { () throws(DatabaseError) in
      if version > 0 { try database.copy(to: "\(path).version-\(version)") }
      try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      try database.transaction { () throws(DatabaseError) in
        // Another process may have done it while this one waited.
        let version = try database.first("PRAGMA user_version") { $0.integer(0) } ?? 0
        for migration in Schema.migrations.dropFirst(version) { try database.execute(migration) }
        try database.execute(
          "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(Schema.version)")
      }
    }
  }

  /// Runs what may fail in the store.
  func store<Value>(_ body: () throws(DatabaseError) -> Value) throws(LedgerError) -> Value {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw .store(error)
    }
  }

  /// Does all of it or, when it throws, nothing.
  public func together<Value>(
    _ body: () throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    try database.transaction(body, mapping: LedgerError.store)
  }
}
