import QuothDatabase
import QuothLinking

/// What else changed when a report was taken out.
public struct Removal: Sendable, Hashable {
  public var id: String
  /// Statements that went with it.
  public var statements: Int
  /// Claims that nobody else made, and those that lost a statement.
  public var claimsGone: Int
  public var claimsChanged: Int
  /// Reports that were copies or later versions of it, by their ids.
  public var reportsChanged: [String]
}

extension Ledger {
  /// Takes a report out, with all that rests on it alone. Its id alone is kept, so that it does not come back by
  /// itself.
  ///
  /// - Parameter id: the whole id.
  /// - Throws: ``LedgerError/unknown(name:kind:)`` when it is not there; nothing is changed.
  public func remove(_ id: String) throws(LedgerError) -> Removal {
    let removal = try keeper.together { () throws(LedgerError) in
      guard let key = try keeper.key(ofReport: id) else { throw .unknown(name: id, kind: "report") }
      return try keeper.store { () throws(DatabaseError) in try remove(key, id) }
    }
    // What was written over must not stay behind in the log.
    try keeper.store { () throws(DatabaseError) in
      try keeper.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return removal
  }

  private func remove(_ key: Int, _ id: String) throws(DatabaseError) -> Removal {
    let database = keeper.database
    let claims = try keeper.claims(of: key)
    let relatives = try database.all(
      """
      SELECT report FROM copies WHERE original = ?1
      UNION SELECT report FROM reports WHERE version_of = ?1
      """, [.integer(key)]
    ) { $0.integer(0) }
    let copies = try keeper.copyComponent(of: key).filter { $0 != key }
    let before = try database.first(
      "SELECT version_of, sketch FROM reports WHERE report = ?", [.integer(key)]
    ) { ($0.optionalInteger(0), ReportSketch(bytes: $0.blob(1))) }
    if let sketch = before?.1 { try keeper.count(sketch.terms, by: -1) }
    let statements = try keeper.unsearch(key)
    try database.run(
      "UPDATE reports SET version_of = ? WHERE version_of = ?",
      [.init(before?.0), .integer(key)])
    try database.run("UPDATE statements SET source = report WHERE source = ?", [.integer(key)])
    try database.run("DELETE FROM reports WHERE report = ?", [.integer(key)])
    try database.run(
      "INSERT OR REPLACE INTO removed VALUES (?,?)", [.text(id), .text(keeper.now())])
    var touched = Set(claims)
    if let first = copies.first { touched.formUnion(try regroupCopies(around: first)) }
    var gone = 0
    for claim in touched.sorted() {
      if try keeper.size(ofClaim: claim) == 0 { gone += 1 }
      try summarise(claim)
    }
    try keeper.dropUnused()
    var changed: [String] = []
    for relative in relatives {
      changed += try database.all("SELECT id FROM reports WHERE report = ?", [.integer(relative)]) {
        $0.text(0)
      }
    }
    return Removal(
      id: id, statements: statements, claimsGone: gone, claimsChanged: touched.count - gone,
      reportsChanged: changed)
  }
}

extension SQLiteKeeper {
  func key(ofReport id: String) throws(LedgerError) -> Int? {
    try store { () throws(DatabaseError) in
      try database.first("SELECT report FROM reports WHERE id = ?", [.text(id)]) { $0.integer(0) }
    }
  }

  /// Takes the statements of a report out of full-text search.
  ///
  /// - Returns: How many there were.
  func unsearch(_ report: Int) throws(DatabaseError) -> Int {
    let rows = try database.all(
      "SELECT statement, words, holders FROM statements WHERE report = ?", [.integer(report)]
    ) { ($0.integer(0), $0.text(1), $0.text(2)) }
    for (statement, words, holders) in rows {
      try database.run(
        "INSERT INTO search (search, rowid, words, holders) VALUES ('delete', ?, ?, ?)",
        [.integer(statement), .text(words), .text(holders)])
    }
    return rows.count
  }

  /// Takes away stories, families and actors that nothing belongs to any more.
  func dropUnused() throws(DatabaseError) {
    try database.execute(
      """
      DELETE FROM families WHERE family NOT IN (SELECT family FROM reports WHERE family IS NOT NULL);
      UPDATE claims SET story = NULL WHERE story NOT IN (SELECT story FROM reports WHERE story IS NOT NULL);
      DELETE FROM stories WHERE merged_into IS NOT NULL
        AND merged_into NOT IN (SELECT story FROM reports WHERE story IS NOT NULL);
      DELETE FROM stories WHERE merged_into IS NULL
        AND story NOT IN (SELECT story FROM reports WHERE story IS NOT NULL);
      DELETE FROM actors WHERE actor NOT IN (SELECT actor FROM entities WHERE actor IS NOT NULL)
        AND actor NOT IN (SELECT actor FROM grades)
        AND actor NOT IN (SELECT merged_into FROM actors WHERE merged_into IS NOT NULL)
        AND actor NOT IN (SELECT actor FROM statement_actors)
        AND actor NOT IN (SELECT actor FROM origins WHERE actor IS NOT NULL);
      DELETE FROM terms WHERE reports = 0;
      """)
  }
}

extension Ledger {
  /// The whole id of a report that is named by its number (`r12`), the beginning of its id, or the path or address it
  /// came from.
  ///
  /// - Throws: ``LedgerError/unknown(name:kind:)``, or ``LedgerError/ambiguous(name:kind:found:)`` where several came
  ///   from there.
  public func reportID(named name: String) throws(LedgerError) -> String {
    var number: Int?
    if case .report(.number(let key))? = LedgerName(name) { number = key }
    let found = try keeper.store { () throws(DatabaseError) in
      try keeper.database.all(
        """
        SELECT id FROM reports WHERE report = ?1 OR id >= ?2 AND id < ?2 || 'g' AND length(?2) > 10
          OR file = ?2 OR address = ?3 ORDER BY report LIMIT 10
        """, [.init(number), .text(name), .text(Address(name).text)]
      ) { $0.text(0) }
    }
    guard let id = found.first else { throw .unknown(name: name, kind: "report") }
    guard found.count == 1 else { throw .ambiguous(name: name, kind: "report", found: found) }
    return id
  }
}
