import QuothAnnotation
import QuothDatabase
import QuothLinking
import QuothReport
import QuothStatement

/// Reports and statements as answers show them.
extension SQLiteKeeper {
  private static let reportColumns = """
    r.report, r.id, coalesce(r.file, r.url), r.publisher, r.headline, r.published, r.day, r.story, r.family,
    (SELECT o.id FROM copies c JOIN reports o ON o.report = c.original
      WHERE c.report = r.report ORDER BY c.extent DESC, c.original LIMIT 1),
    (SELECT v.id FROM reports v WHERE v.report = r.version_of)
    """

  private static let reportColumnCount = 11

  private static func report(_ row: Row) -> LedgerReport {
    LedgerReport(
      key: row.integer(0), id: row.text(1), file: row.optionalText(2),
      publisher: row.optionalText(3), headline: row.optionalText(4),
      published: row.optionalText(5), day: row.integer(6), story: row.optionalInteger(7),
      family: row.optionalInteger(8), copyOf: row.optionalText(9),
      versionOf: row.optionalText(10))
  }

  /// - Parameter rest: what stands behind `FROM reports r`.
  func shownReports(
    _ rest: String, _ values: [DatabaseValue]
  ) throws(DatabaseError) -> [LedgerReport] {
    try database.all(
      "SELECT \(Self.reportColumns) FROM reports r \(rest)", values, Self.report)
  }

  func shownReport(_ key: Int) throws(DatabaseError) -> LedgerReport? {
    try database.first(
      "SELECT \(Self.reportColumns) FROM reports r WHERE r.report = ?", [.integer(key)],
      Self.report)
  }

  // MARK: Statements

  /// - Parameters:
  ///   - source: what `s` is a part of: `statements s`, perhaps with tables before it.
  ///   - rest: conditions, order and limit.
  func shownStatements(
    from source: String = "statements s", _ rest: String, _ values: [DatabaseValue]
  ) throws(DatabaseError) -> [LedgerStatement] {
    let first = Self.reportColumnCount
    var found = try database.all(
      """
      SELECT \(Self.reportColumns), s.statement, s.number, s.words, s.spans, s.holder, s.voice,
        s.certainty, s.class, s.time, p.name, a.act, a.kind, s.stance, s.claim, s.origin
      FROM \(source) JOIN reports r ON r.report = s.report
      LEFT JOIN places p ON p.report = s.report AND p.number = s.place
      LEFT JOIN attributions a ON a.report = s.report AND a.number = s.attribution
      \(rest)
      """, values
    ) { row in
      let columns = ColumnReader.points
      return LedgerStatement(
        key: row.integer(first), report: Self.report(row), number: row.integer(first + 1),
        words: row.text(first + 2), spans: columns.spans(row.text(first + 3)),
        holder: columns.holder(row.text(first + 4)),
        holderName: Voice(json: row.text(first + 5)).map(\.name),
        certainty: Certainty(code: row.text(first + 6)),
        timeClass: .init(rawValue: row.text(first + 7)) ?? .pastFact,
        time: columns.time(row.optionalText(first + 8)), place: row.optionalText(first + 9),
        act: row.optionalText(first + 10).flatMap(Attribution.Act.init),
        kind: row.optionalText(first + 11).flatMap(Attribution.Kind.init),
        stance: row.optionalText(first + 12), claim: row.optionalInteger(first + 13),
        origin: row.optionalInteger(first + 14))
    }
    for index in found.indices {
      switch found[index].holder {
      case .nobody: found[index].holderName = nil
      case .entities(let entities) where entities.count > 1:
        found[index].holderName = try names(of: entities, in: found[index].report.key)
          .joined(separator: " and ")
      case .reporter, .entities: continue
      }
    }
    return found
  }

  func shownStatement(_ key: Int) throws(DatabaseError) -> LedgerStatement? {
    try shownStatements("WHERE s.statement = ?", [.integer(key)]).first
  }

  /// Names of entities of a report, which count from 0.
  func names(of entities: [Int], in report: Int) throws(DatabaseError) -> [String] {
    var names: [String] = []
    for entity in entities {
      let name = try database.first(
        "SELECT name FROM entities WHERE report = ? AND number = ?",
        [.integer(report), .integer(entity + 1)]
      ) { $0.text(0) }
      if let name { names.append(name) }
    }
    return names
  }

  // MARK: Names

  /// The thing that another was merged into, or itself.
  ///
  /// - Parameter table: `claims`, `stories`, `actors` or `happenings`; its key has the same name without its ending.
  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  func present(_ key: Int, in table: String, _ column: String) throws(LedgerError) -> Int {
    var key = key
    for _ in 0..<32 {
      let next = try store { () throws(DatabaseError) in
        try database.first(
          "SELECT merged_into FROM \(table) WHERE \(column) = ?", [.integer(key)]
        ) { $0.optionalInteger(0) }
      }
      guard let next else { break }
      guard let into = next else { return key }
      key = into
    }
    let letter = ["claim": "c", "story": "y", "actor": "k", "happening": "g"][column] ?? ""
    throw .unknown(name: "\(letter)\(key)", kind: column)
  }

  /// The key of a report by its number, its id or the beginning of that.
  func reportKey(_ name: LedgerName.ReportName) throws(LedgerError) -> Int {
    switch name {
    case .number(let number):
      let key = try store { () throws(DatabaseError) in
        try database.first(
          "SELECT report FROM reports WHERE report = ?", [.integer(number)], { $0.integer(0) })
      }
      guard let key else { throw .unknown(name: "r\(number)", kind: "report") }
      return key
    case .id(let id):
      let found = try store { () throws(DatabaseError) in
        // "g" comes behind every digit of an id.
        try database.all(
          "SELECT report, id FROM reports WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 5",
          [.text(id)]
        ) { ($0.integer(0), $0.text(1)) }
      }
      guard let first = found.first else { throw .unknown(name: id, kind: "report") }
      guard found.count == 1 else {
        throw .ambiguous(name: id, kind: "report", found: found.map { "r\($0.0)" })
      }
      return first.0
    }
  }
}
