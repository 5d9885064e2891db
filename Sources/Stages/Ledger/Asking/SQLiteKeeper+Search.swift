import QuothDatabase
import QuothTime

/// Full text and fields.
extension SQLiteKeeper {
  /// Of matches of full text, the newest that are weighed; frequent words have hundreds of thousands.
  static let weighedMatches = 3_000
  /// Actors whose name has a word in it.
  private static let namesakes = 100

  /// A part of a query with its values, in the order of their marks.
  private struct Condition {
    var text: String
    var values: [DatabaseValue] = []
  }

  /// Statements that fit a query, best first: where it has words, by how well they fit (BM25), else the newest first.
  ///
  /// - Complexity: with words O(log n) and at most ``weighedMatches`` rows; with `about` or `source` alone
  ///   as many rows; with other fields alone it goes from the newest report on until the limit is
  ///   reached, which for a rare certainty or kind is the whole ledger.
  func statementKeys(
    _ query: SearchQuery, limit: Int?
  ) throws(DatabaseError) -> [(statement: Int, claim: Int?)] {
    let conditions = try conditions(query)
    if let match = query.match, conditions.isEmpty {
      // Nothing but the words decides: rows that are not shown need not be read.
      return try database.all(
        """
        SELECT s.statement, s.claim FROM (
          SELECT hit, fit FROM \(Self.matches) ORDER BY fit, hit DESC LIMIT ?) f
        CROSS JOIN statements s ON s.statement = f.hit
        """, [.text(match), .integer(limit ?? -1)]
      ) { ($0.integer(0), $0.optionalInteger(1)) }
    }
    let start = try start(query)
    let all = [start.condition].compactMap(\.self) + conditions
    return try database.all(
      """
      SELECT s.statement, s.claim FROM \(start.tables) JOIN reports r ON r.report = s.report
      WHERE \(all.isEmpty ? "1" : all.map(\.text).joined(separator: " AND "))
      ORDER BY \(start.order) LIMIT ?
      """, start.values + all.flatMap(\.values) + [.integer(limit ?? -1)]
    ) { ($0.integer(0), $0.optionalInteger(1)) }
  }

  /// Where one begins to look: with what leaves least to be looked at.
  private struct Start {
    var tables: String
    var values: [DatabaseValue] = []
    var condition: Condition?
    var order: String
  }

  private func start(_ query: SearchQuery) throws(DatabaseError) -> Start {
    if let match = query.match {
      return Start(
        tables: "\(Self.matches) f CROSS JOIN statements s ON s.statement = f.hit",
        values: [.text(match)], order: "f.fit, s.statement DESC")
    }
    for field in [SearchQuery.Field.about, .source] {
      guard let name = query.fields[field]?.first else { continue }
      let (found, value) = try statements(field, name)
      return Start(
        tables: """
          (SELECT hit FROM (\(found)) ORDER BY hit DESC LIMIT \(Self.weighedMatches)) f
          CROSS JOIN statements s ON s.statement = f.hit
          """, values: [value],
        order: "r.day DESC, s.statement DESC")
    }
    if let act = query.fields[.act]?.first {
      return Start(
        tables: """
          attributions d INDEXED BY attributions_act
          CROSS JOIN statements s ON s.report = d.report AND s.attribution = d.number
          """, condition: Condition(text: "d.act = ?", values: [.text(act.lowercased())]),
        order: "d.report DESC")
    }
    if let place = query.fields[.place]?.first {
      return Start(
        tables: """
          places d INDEXED BY places_name
          CROSS JOIN statements s ON s.report = d.report AND s.place = d.number
          """, condition: Condition(text: "d.name = ? COLLATE NOCASE", values: [.text(place)]),
        order: "d.report DESC")
    }
    return Start(tables: "statements s", order: "r.day DESC, r.report DESC, s.number")
  }

  /// Statements by or about somebody: those with an actor of the name, and those whose words have it.
  private func statements(
    _ field: SearchQuery.Field, _ name: String
  ) throws(DatabaseError) -> (query: String, value: DatabaseValue) {
    let isAbout = field == .about
    let parts: [StatementPart] = isAbout ? [.subject] : [.holder, .messenger]
    let query = """
      SELECT rowid AS hit FROM search WHERE search MATCH ? UNION
      SELECT statement FROM statement_actors WHERE actor IN (\(Self.list(try actorKeys(named: name, isWhole: false))))
        AND part IN (\(Self.list(parts.map(\.rawValue))))
      """
    return (query, .text((isAbout ? "words : " : "holders : ") + SearchQuery.string(name)))
  }

  private static let matches = """
    (SELECT rowid AS hit, rank AS fit FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(weighedMatches))
    """

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
    case .about, .source:
      let (found, value) = try statements(field, value)
      return Condition(text: "s.statement IN (\(found))", values: [value])
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

  static func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ",")
  }

  /// Actors of a name, those that were merged into them among them.
  ///
  /// - Parameter isWhole: whether those whose name has it as a part count only where nobody's whole name it is.
  /// - Complexity: O(log n) for a whole name; for a part of one all names of actors are looked at.
  func actorKeys(named name: String, isWhole: Bool) throws(DatabaseError) -> [Int] {
    let exact = try database.all(
      "SELECT coalesce(merged_into, actor) FROM actors WHERE name = ? COLLATE NOCASE LIMIT ?",
      [.text(name), .integer(Self.namesakes)]
    ) { $0.integer(0) }
    let pattern = name.filter { !"%_".contains($0) }
    guard exact.isEmpty || !isWhole, !pattern.isEmpty else { return try withMerged(exact) }
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
