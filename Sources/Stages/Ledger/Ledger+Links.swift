import QuothDatabase
public import QuothLinking
public import QuothReport

/// How one report is linked with the others of its ledger.
public struct ReportLinks: Sendable {
  /// The report's sha256 id.
  public var id: String
  public var file: String?
  public var story: Int?
  /// The reports it was copied from, by their ids.
  public var originals: [String: CopyExtent]
  /// The id of the version before it.
  public var versionOf: String?
  public var statements: [Statement]

  public struct Statement: Sendable {
    public var key: Int
    /// In code points.
    public var spans: [Span]
    public var claim: Int?
  }
}

extension Ledger {
  /// How every report is linked, in the order they came in.
  ///
  /// - Complexity: O(n) in statements.
  public func links() throws(LedgerError) -> [ReportLinks] {
    try keeper.store { () throws(DatabaseError) in
      let database = keeper.database
      var reports: [ReportLinks] = []
      for key in try database.all(
        "SELECT report FROM reports ORDER BY report", [], { $0.integer(0) })
      {
        let head = try database.first(
          """
          SELECT r.id, r.file, r.story, v.id FROM reports r LEFT JOIN reports v ON v.report = r.version_of
          WHERE r.report = ?
          """, [.integer(key)]
        ) { row in
          ReportLinks(
            id: row.text(0), file: row.optionalText(1), story: row.optionalInteger(2),
            originals: [:], versionOf: row.optionalText(3), statements: [])
        }
        guard var links = head else { continue }
        try database.each(
          "SELECT o.id, c.extent FROM copies c JOIN reports o ON o.report = c.original WHERE c.report = ?",
          [.integer(key)]
        ) { row throws(DatabaseError) in
          links.originals[row.text(0)] = CopyExtent(rawValue: row.text(1))
        }
        links.statements = try database.all(
          "SELECT statement, spans, claim FROM statements WHERE report = ? ORDER BY number",
          [.integer(key)]
        ) { row in
          ReportLinks.Statement(
            key: row.integer(0), spans: ColumnReader.points.spans(row.text(1)),
            claim: row.optionalInteger(2))
        }
        reports.append(links)
      }
      return reports
    }
  }

  /// What some statements would say together, were they one claim.
  ///
  /// - Parameter statements: their keys; at least one that there is.
  public func summary(
    of statements: [Int]
  ) throws(LedgerError) -> (members: [ClaimMember], summary: ClaimSummary)? {
    try keeper.store { () throws(DatabaseError) in
      let members = try keeper.members(statements)
      guard let first = members.first else { return nil }
      let story = try keeper.story(of: first.report)
      return (members, ClaimSummary(members, people: try keeper.people(ofStory: story)))
    }
  }
}
