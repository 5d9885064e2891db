import QuothDatabase
import QuothTime

/// Full text and fields.
extension SQLiteKeeper {
  /// Of matches of full text, the newest that are weighed; frequent words have hundreds of thousands.
  static let weighedMatches = 10_000
  /// Actors whose name has a word in it.
  private static let namesakes = 100

  /// A part of a query with its values, in the order of their marks.
  private struct Condition {
    var text: String
    var values: [DatabaseValue] = []
  }

  /// Statements that fit a query, best first: where it has words, by how well they fit (BM25), else the newest first.
  ///
  /// - Complexity: with words O(log n) and at most ``weighedMatches`` rows; with `about` or `source` alone as many as
  ///   there are statements about them; with other fields alone it goes from the newest report on until the limit is
  ///   reached, which for a rare value is the whole ledger.
  func statementKeys(
    _ query: SearchQuery, limit: Int?
  ) throws(DatabaseError) -> [(statement: Int, claim: Int?)] {
    let conditions = try conditions(query)
    let condition = conditions.map(\.text).joined(separator: " AND ")
    let values = conditions.flatMap(\.values)
    let head: String
    var first: [DatabaseValue] = []
    let order: String
    if let match = query.match {
      head = """
        (SELECT rowid AS hit, rank AS fit FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(Self.weighedMatches)) f
        CROSS JOIN statements s ON s.statement = f.hit
        """
      first = [.text(match)]
      order = "f.fit, s.statement DESC"
    } else if let name = (query.fields[.about] ?? query.fields[.source])?.first {
      let actors = try actorKeys(named: name)
      guard !actors.isEmpty else { return [] }
      head = """
        (SELECT DISTINCT statement AS hit FROM statement_actors WHERE actor IN (\(Self.list(actors)))) f
        CROSS JOIN statements s ON s.statement = f.hit
        """
      order = "r.day DESC, s.statement DESC"
    } else {
      head = "statements s"
      order = "r.day DESC, r.report DESC, s.number"
    }
    return try database.all(
      """
      SELECT s.statement, s.claim FROM \(head) JOIN reports r ON r.report = s.report
      \(condition.isEmpty ? "" : "WHERE " + condition) ORDER BY \(order) LIMIT ?
      """, first + values + [.integer(limit ?? -1)]
    ) { ($0.integer(0), $0.optionalInteger(1)) }
  }

  private func conditions(_ query: SearchQuery) throws(DatabaseError) -> [Condition] {
    var found: [Condition] = []
    for field in SearchQuery.Field.allCases {
      for value in query.fields[field] ?? [] {
        if let condition = try condition(field, value) { found.append(condition) }
      }
    }
    return found
  }

  private func condition(
    _ field: SearchQuery.Field, _ value: String
  ) throws(DatabaseError) -> Condition? {
    switch field {
    case .holder: return nil
    case .about:
      let actors = try actorKeys(named: value)
      return Condition(text: parts(of: actors, [.subject]))
    case .source:
      let actors = try actorKeys(named: value)
      return Condition(
        text: """
          (s.statement IN (SELECT rowid FROM search WHERE search MATCH ?)
            OR \(parts(of: actors, [.holder, .messenger])))
          """, values: [.text("holders : " + SearchQuery.string(value))])
    case .act:
      return Condition(
        text: """
          EXISTS (SELECT 1 FROM attributions q
            WHERE q.report = s.report AND q.number = s.attribution AND q.act = ?)
          """, values: [.text(value.lowercased())])
    case .kind:
      return Condition(
        text: """
          EXISTS (SELECT 1 FROM attributions q
            WHERE q.report = s.report AND q.number = s.attribution AND q.kind = ?)
          """, values: [.text(value.lowercased())])
    case .certainty:
      let codes =
        SearchQuery.grades.first { $0.key.lowercased() == value.lowercased() }?.value ?? []
      return Condition(
        text: "s.certainty IN (\(codes.map { _ in "?" }.joined(separator: ",")))",
        values: codes.map(DatabaseValue.text))
    case .place:
      return Condition(
        text: """
          EXISTS (SELECT 1 FROM places q
            WHERE q.report = s.report AND q.number = s.place AND q.name = ? COLLATE NOCASE)
          """, values: [.text(value)])
    case .from:
      return Condition(text: "r.day >= ?", values: [.integer(CalendarDay(value)?.number ?? 0)])
    case .to:
      return Condition(text: "r.day <= ?", values: [.integer(CalendarDay(value)?.number ?? 0)])
    case .publisher:
      return Condition(text: "r.publisher = ? COLLATE NOCASE", values: [.text(value)])
    }
  }

  private func parts(of actors: [Int], _ parts: [StatementPart]) -> String {
    guard !actors.isEmpty else { return "0" }
    return """
      EXISTS (SELECT 1 FROM statement_actors q WHERE q.statement = s.statement
        AND q.actor IN (\(Self.list(actors))) AND q.part IN (\(Self.list(parts.map(\.rawValue)))))
      """
  }

  static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ",")
  }

  /// Actors of a name, those that were merged into them among them; where there is none, those whose name has it as a
  /// part.
  ///
  /// - Complexity: O(log n) for a whole name; for a part of one all names of actors are looked at.
  func actorKeys(named name: String) throws(DatabaseError) -> [Int] {
    let exact = try database.all(
      "SELECT coalesce(merged_into, actor) FROM actors WHERE name = ? COLLATE NOCASE LIMIT ?",
      [.text(name), .integer(Self.namesakes)]
    ) { $0.integer(0) }
    let pattern = name.filter { !"%_\\".contains($0) }
    guard exact.isEmpty, !pattern.isEmpty else { return try withMerged(exact) }
    return try withMerged(
      try database.all(
        """
        SELECT coalesce(merged_into, actor) FROM actors
        WHERE ' ' || name || ' ' LIKE '% ' || ? || ' %' LIMIT ?
        """, [.text(pattern), .integer(Self.namesakes)]
      ) { $0.integer(0) })
  }

  /// Actors and all that were merged into them.
  func withMerged(_ actors: [Int]) throws(DatabaseError) -> [Int] {
    var all: [Int] = []
    for actor in Set(actors).sorted() {
      all += try database.all(
        "SELECT actor FROM actors WHERE merged_into = ?1 UNION SELECT ?1", [.integer(actor)]
      ) { $0.integer(0) }
    }
    return all
  }
}
