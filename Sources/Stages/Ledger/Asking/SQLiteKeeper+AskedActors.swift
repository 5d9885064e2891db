import QuothAnnotation
import QuothDatabase
import QuothReport

extension SQLiteKeeper {
  /// Mentions shown of an actor.
  private static let shownOfActor = 500

  /// Actors by how much they say.
  ///
  /// - Complexity: O(log n) up to the limit.
  func actorKeys(limit: Int?, areSpeakersAlone: Bool) throws(DatabaseError) -> [Int] {
    try database.all(
      """
      SELECT actor FROM actors INDEXED BY actors_held
      WHERE merged_into IS NULL \(areSpeakersAlone ? "AND held > 0" : "")
      ORDER BY held DESC, actor LIMIT ?
      """, [.integer(limit ?? -1)]
    ) { $0.integer(0) }
  }

  func shownActor(_ key: Int) throws(DatabaseError) -> LedgerActor? {
    let actor = try database.first(
      "SELECT name, type, country, link FROM actors WHERE actor = ?", [.integer(key)]
    ) { row in
      LedgerActor(
        key: key, name: row.text(0), type: row.text(1), country: row.optionalText(2),
        link: row.optionalText(3), aliases: [], roles: [], mentions: [], reportCount: 0,
        statementCount: 0)
    }
    guard var actor else { return nil }
    let all = Self.list(try withMerged([key]))
    let mentions = try database.all(
      """
      SELECT report, number, name, roles FROM entities WHERE actor IN (\(all))
      ORDER BY entity DESC LIMIT \(Self.shownOfActor)
      """
    ) { ($0.integer(0), $0.integer(1), $0.text(2), ColumnReader.points.roles($0.text(3))) }
    var roles: [(words: String, count: Int)] = []
    for (report, number, name, spans) in mentions {
      guard let shown = try shownReport(report) else { continue }
      actor.mentions.append(.init(report: shown, entity: number))
      if name != actor.name, !actor.aliases.contains(name) { actor.aliases.append(name) }
      for role in spans {
        let words = try self.words(role.span, of: report)
        if let index = roles.firstIndex(where: { $0.words == words }) {
          roles[index].count += 1
        } else {
          roles.append((words, 1))
        }
      }
    }
    actor.roles = roles.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.words)
    actor.reportCount =
      try database.first(
        "SELECT count(DISTINCT report) FROM entities WHERE actor IN (\(all))", [],
        { $0.integer(0) }) ?? 0
    actor.statementCount =
      try database.first(
        "SELECT count(*) FROM statement_actors WHERE actor IN (\(all)) AND part = 0", [],
        { $0.integer(0) }) ?? 0
    return actor
  }

  /// Words of a report, in code points, as one line.
  func words(_ span: Span, of report: Int) throws(DatabaseError) -> String {
    let words = try database.first(
      "SELECT substr(text, ?1 + 1, ?2 - ?1) FROM reports WHERE report = ?3",
      [.integer(span.start), .integer(span.end), .integer(report)]
    ) { $0.text(0) }
    return (words ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What somebody says, passes on, or has said of them; the newest first.
  func statements(
    of actor: Int, as part: StatementPart, limit: Int?
  ) throws(DatabaseError) -> [LedgerStatement] {
    let actors = Self.list(try withMerged([actor]))
    let others =
      part == .subject
      ? """
      AND NOT EXISTS (SELECT 1 FROM statement_actors h WHERE h.statement = q.statement AND h.part = 0
        AND h.actor IN (\(actors)))
      """ : ""
    return try shownStatements(
      from: """
        (SELECT DISTINCT q.statement AS hit FROM statement_actors q
          WHERE q.actor IN (\(actors)) AND q.part = ?1 \(others)
          ORDER BY q.statement DESC LIMIT ?2) f
        CROSS JOIN statements s ON s.statement = f.hit
        """, "ORDER BY r.day DESC, s.statement DESC",
      [.integer(part.rawValue), .integer(limit ?? -1)])
  }

  /// Who has an office of somebody's, and in how many of the newest reports.
  func officers(of actor: Int, limit: Int) throws(DatabaseError) -> [(actor: Int, count: Int)] {
    let actors = Self.list(try withMerged([actor]))
    return try database.all(
      """
      SELECT e.actor, count(DISTINCT e.report) AS count FROM (
        SELECT report, number FROM entities WHERE actor IN (\(actors))
        ORDER BY entity DESC LIMIT \(Self.shownOfActor)) o
      JOIN entities e ON e.report = o.report, json_each(e.roles) j
      WHERE json_extract(j.value, '$[3]') = o.number AND e.actor IS NOT NULL
      GROUP BY e.actor ORDER BY count DESC, e.actor LIMIT ?
      """, [.integer(limit)]
    ) { ($0.integer(0), $0.integer(1)) }
  }

  /// How somebody speaks.
  ///
  /// - Complexity: O(n) in what they hold.
  func shownSource(_ key: Int) throws(DatabaseError) -> LedgerSource? {
    let actors = Self.list(try withMerged([key]))
    let counts = try database.first(
      """
      SELECT count(*), count(DISTINCT s.report),
        count(*) FILTER (WHERE s.certainty IN ('CT+', 'CT-')),
        count(*) FILTER (WHERE s.certainty IN ('PR+', 'PR-', 'PS+', 'PS-')),
        count(*) FILTER (WHERE (SELECT count(*) FROM origins o WHERE o.claim = s.claim) = 1),
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM disagreements d
          WHERE d."to" = s.statement AND d.type IN ('denies', 'disputes'))),
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM disagreements d
          WHERE d."to" = s.statement AND d.type IN ('corrects', 'walks_back')))
      FROM (SELECT DISTINCT statement FROM statement_actors WHERE actor IN (\(actors)) AND part = 0) h
      CROSS JOIN statements s ON s.statement = h.statement
      WHERE coalesce(s.source, s.report) = s.report
      """
    ) { row in (0..<7).map(row.integer) }
    guard let counts else { return nil }
    return try database.first(
      """
      SELECT a.name, a.type, g.reliability FROM actors a LEFT JOIN grades g ON g.actor = a.actor
      WHERE a.actor = ?
      """, [.integer(key)]
    ) { row in
      LedgerSource(
        actor: key, name: row.text(0), type: row.text(1), reliability: row.optionalText(2),
        statements: counts[0], reports: counts[1], certain: counts[2], hedged: counts[3],
        alone: counts[4], denied: counts[5], corrected: counts[6])
    }
  }
}
