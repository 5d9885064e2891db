import QuothDatabase

extension SQLiteKeeper {
  /// Stories, those told last first.
  ///
  /// - Complexity: looks at all reports, in an index.
  func storyKeys(limit: Int?) throws(DatabaseError) -> [Int] {
    try database.all(
      """
      SELECT story FROM reports WHERE story IS NOT NULL
      GROUP BY story ORDER BY max(day) DESC, count(*) DESC, story LIMIT ?
      """, [.integer(limit ?? -1)]
    ) { $0.integer(0) }
  }

  /// - Parameters:
  ///   - reports: how many of its reports, from the first on.
  ///   - claims: how many of its claims, the most backed ones first.
  func shownStory(
    _ key: Int, reports: Int?, claims: Int
  ) throws(DatabaseError) -> LedgerStory? {
    let story = try database.first(
      "SELECT count(*), min(day), max(day) FROM reports WHERE story = ?", [.integer(key)]
    ) { row in
      LedgerStory(
        key: key, reportCount: row.integer(0), firstDay: row.integer(1), lastDay: row.integer(2),
        reports: [], claims: [], claimCount: 0, disputedCount: 0)
    }
    guard var story, story.reportCount > 0 else { return nil }
    story.reports = try shownReports(
      "WHERE r.story = ? ORDER BY r.day, r.report LIMIT ?",
      [.integer(key), .integer(reports ?? -1)])
    story.claims = try database.all(
      """
      SELECT claim, words, reports, independent_origins, \(Self.isDisputed) FROM claims INDEXED BY claims_story
      WHERE story = ? AND merged_into IS NULL AND statements > 0
      ORDER BY independent_origins DESC, reports DESC, last_day DESC LIMIT ?
      """, [.integer(key), .integer(claims)]
    ) { row in
      LedgerStory.Claim(
        key: row.integer(0), words: row.text(1), reports: row.integer(2),
        independentOrigins: row.integer(3), isDisputed: row.bool(4))
    }
    let counts = try database.first(
      "SELECT count(*), count(*) FILTER (WHERE \(Self.isDisputed)) FROM claims WHERE story = ? AND merged_into IS NULL",
      [.integer(key)]
    ) { ($0.integer(0), $0.integer(1)) }
    (story.claimCount, story.disputedCount) = counts ?? (0, 0)
    return story
  }

  // MARK: Copies

  /// Families by the number of their copies.
  func families(of original: Int? = nil, limit: Int?) throws(DatabaseError) -> [LedgerFamily] {
    let originals = try database.all(
      """
      SELECT original FROM copies \(original == nil ? "" : "WHERE original = ?2")
      GROUP BY original ORDER BY count(*) DESC, original LIMIT ?1
      """, [.integer(limit ?? -1)] + (original.map { [.integer($0)] } ?? [])
    ) { $0.integer(0) }
    var families: [LedgerFamily] = []
    for key in originals {
      guard let original = try shownReport(key) else { continue }
      var family = LedgerFamily(key: original.family ?? key, original: original, copies: [])
      let rows = try database.all(
        """
        SELECT c.report, c.extent, p.share, coalesce(p.why, q.why) FROM copies c
        LEFT JOIN shared_passages p ON p.report = c.report AND p.other = c.original
        LEFT JOIN shared_passages q ON q.report = c.original AND q.other = c.report
        JOIN reports r ON r.report = c.report WHERE c.original = ? ORDER BY r.day, c.report
        """, [.integer(key)]
      ) { ($0.integer(0), $0.text(1), $0.optionalReal(2), $0.optionalText(3)) }
      for (copy, extent, share, why) in rows {
        guard let report = try shownReport(copy) else { continue }
        family.copies.append(.init(report: report, extent: extent, share: share, why: why))
      }
      families.append(family)
    }
    return families
  }

  /// Originals of a report, or, where it is one itself, its copies: pairs of original and copy.
  func copyPairs(of report: Int) throws(DatabaseError) -> [(original: Int, copy: Int)] {
    try database.all(
      "SELECT original, report FROM copies WHERE report = ?1 OR original = ?1 ORDER BY original, report",
      [.integer(report)]
    ) { ($0.integer(0), $0.integer(1)) }
  }
}
