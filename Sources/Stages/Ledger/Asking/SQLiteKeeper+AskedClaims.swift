import QuothDatabase

extension SQLiteKeeper {
  /// Whether others say that it is not or otherwise; that somebody corrects himself is no dispute.
  static let isDisputed = """
    disagreements > 0 AND EXISTS (SELECT 1 FROM disagreements d WHERE d.claim = claims.claim
      AND d.type IN ('denies', 'disputes', 'conflicts'))
    """

  /// Statements shown of a claim.
  private static let shownOfClaim = 500

  /// Claims by independent origins, reports and last day.
  ///
  /// - Complexity: without words O(log n) up to the limit; with days at most ``weighedMatches`` more. With words see ``statementKeys(_:limit:)``.
  func claimKeys(_ query: ClaimQuery) throws(DatabaseError) -> [Int] {
    if let search = query.search, !search.isEmpty {
      return try claimKeys(query, search)
    }
    var conditions = ["merged_into IS NULL", "statements > 0"]
    var values: [DatabaseValue] = []
    var index = "claims_rank"
    if query.from != nil || query.to != nil {
      if try !hasMany(query) { index = "claims_day" }
      conditions += ["last_day >= ?", "first_day <= ?"]
      values += [.integer(query.from ?? Int(Int32.min)), .integer(query.to ?? Int(Int32.max))]
    }
    if let story = query.story {
      index = "claims_story"
      conditions.append("story = ?")
      values.append(.integer(story))
    }
    if query.isDisputed { conditions.append(Self.isDisputed) }
    return try database.all(
      """
      SELECT claim FROM claims INDEXED BY \(index) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY independent_origins DESC, reports DESC, last_day DESC LIMIT ?
      """, values + [.integer(query.limit ?? -1)]
    ) { $0.integer(0) }
  }

  /// Whether so many claims were told in some days that going down all by rank soon finds enough of them.
  private func hasMany(_ query: ClaimQuery) throws(DatabaseError) -> Bool {
    let count = try database.first(
      """
      SELECT count(*) FROM (SELECT 1 FROM claims INDEXED BY claims_day
        WHERE merged_into IS NULL AND last_day >= ? AND first_day <= ? LIMIT \(Self.weighedMatches))
      """,
      [.integer(query.from ?? Int(Int32.min)), .integer(query.to ?? Int(Int32.max))]
    ) { $0.integer(0) }
    return count == Self.weighedMatches
  }

  private func claimKeys(
    _ query: ClaimQuery, _ search: SearchQuery
  ) throws(DatabaseError) -> [Int] {
    let claims = Set(try statementKeys(search, limit: Self.weighedMatches).compactMap(\.claim))
    var found: [(rank: [Int], claim: Int)] = []
    for claim in claims {
      try database.each(
        """
        SELECT independent_origins, reports, last_day, first_day, story
        FROM claims WHERE claim = ? AND merged_into IS NULL \(query.isDisputed ? "AND " + Self.isDisputed : "")
        """, [.integer(claim)]
      ) { row throws(DatabaseError) in
        guard query.story.map({ $0 == row.optionalInteger(4) }) ?? true,
          row.integer(2) >= query.from ?? .min, row.integer(3) <= query.to ?? .max
        else { return }
        found.append(([-row.integer(0), -row.integer(1), -row.integer(2), claim], claim))
      }
    }
    return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
      .prefix(query.limit ?? .max).map(\.claim)
  }

  func shownClaim(_ key: Int) throws(DatabaseError) -> LedgerClaim? {
    let claim = try database.first(
      """
      SELECT words, story, first_day, last_day, reports, independent_origins, credibility
      FROM claims WHERE claim = ?
      """, [.integer(key)]
    ) { row in
      LedgerClaim(
        key: key, words: row.text(0), story: row.optionalInteger(1), firstDay: row.integer(2),
        lastDay: row.integer(3), reports: row.integer(4), independentOrigins: row.integer(5),
        credibility: row.integer(6), statements: [], origins: [], disagreements: [])
    }
    guard var claim else { return nil }
    claim.statements = try shownStatements(
      """
      WHERE s.claim = ? ORDER BY r.day, coalesce(r.published, ''), s.report, s.number
      LIMIT \(Self.shownOfClaim)
      """, [.integer(key)])
    claim.origins = try database.all(
      "SELECT origin, name, actor, kind, rule, is_counted FROM origins WHERE claim = ? ORDER BY origin",
      [.integer(key)]
    ) { row in
      LedgerOrigin(
        key: row.integer(0), name: row.text(1), actor: row.optionalInteger(2), kind: row.text(3),
        rule: row.text(4), isCounted: row.bool(5))
    }
    claim.disagreements = try disagreements(of: claim)
    return claim
  }

  private func disagreements(of claim: LedgerClaim) throws(DatabaseError) -> [LedgerDisagreement] {
    let known = Dictionary(
      claim.statements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = try database.all(
      """
      SELECT type, "from", "to", field, why FROM disagreements WHERE claim = ? ORDER BY "from", "to"
      """, [.integer(claim.key)]
    ) { ($0.text(0), $0.integer(1), $0.integer(2), $0.optionalText(3), $0.text(4)) }
    return rows.compactMap { type, from, to, field, why in
      guard let from = known[from], let to = known[to] else { return nil }
      return LedgerDisagreement(
        claim: claim.key, type: type, from: from, to: to, field: field, why: why)
    }
  }

  /// Claims with disagreement, those told last first.
  func disputedClaims(story: Int?, limit: Int?) throws(DatabaseError) -> [Int] {
    try database.all(
      """
      SELECT claim FROM claims WHERE disagreements > 0 AND merged_into IS NULL
        \(story == nil ? "" : "AND story = ?2") ORDER BY last_day DESC, claim LIMIT ?1
      """, [.integer(limit ?? -1)] + (story.map { [.integer($0)] } ?? [])
    ) { $0.integer(0) }
  }
}
