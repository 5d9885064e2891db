import QuothDatabase
import QuothLinking

/// A statement as it is linked: its keys, where it stands now, and its sketch.
struct LinkedStatement {
  var key: Int
  var report: Int
  /// The sentence it stands in.
  var sentence: Int
  var claim: Int?
  var sketch: StatementSketch

  /// The same for statements of one sentence alone.
  var sentenceKey: [Int] { [report, sentence] }
}

extension SQLiteKeeper {
  /// In how many reports each term stands, and how many reports there are.
  func weights(of terms: some Sequence<Term>) throws(DatabaseError) -> TermWeights {
    var frequencies: [Term: Int] = [:]
    for term in terms where frequencies[term] == nil {
      frequencies[term] =
        try database.first(
          "SELECT reports FROM terms WHERE term = ?", [.integer(term.number)], { $0.integer(0) })
        ?? 0
    }
    let count = try database.first("SELECT count(*) FROM reports") { $0.integer(0) } ?? 0
    return TermWeights(reports: count, frequencies: frequencies)
  }

  /// Counts the terms of a report that comes in, or goes.
  func count(_ terms: some Sequence<Term>, by step: Int) throws(DatabaseError) {
    for term in terms {
      try database.run(
        """
        INSERT INTO terms VALUES (?1, ?2)
        ON CONFLICT (term) DO UPDATE SET reports = max(0, reports + ?2)
        """, [.integer(term.number), .integer(step)])
    }
  }

  /// The statements of a report, in its order.
  func statements(of report: Int) throws(DatabaseError) -> [LinkedStatement] {
    try linked(
      "SELECT statement, report, sentence, claim, sketch FROM statements WHERE report = ? ORDER BY number",
      [.integer(report)])
  }

  /// Statements of the newest reports of a story but one, at most so many reports.
  func statements(
    ofStory story: Int, without report: Int, reports limit: Int
  ) throws(DatabaseError) -> [LinkedStatement] {
    try linked(
      """
      SELECT statement, report, sentence, claim, sketch FROM statements
      WHERE report IN (
        SELECT report FROM reports WHERE story = ? AND report <> ? ORDER BY day DESC, report DESC LIMIT ?)
      ORDER BY statement
      """, [.integer(story), .integer(report), .integer(limit)])
  }

  /// Statements of other stories that share keys, newest first, at most so many a key.
  func statements(
    sharing keys: [Term], without report: Int, perKey limit: Int
  ) throws(DatabaseError) -> [LinkedStatement] {
    var counts: [Int: Int] = [:]
    for key in keys {
      try database.each(
        "SELECT statement FROM statement_keys WHERE key = ? ORDER BY statement DESC LIMIT ?",
        [.integer(key.number), .integer(limit)]
      ) { row throws(DatabaseError) in counts[row.integer(0), default: 0] += 1 }
    }
    var found: [LinkedStatement] = []
    for (statement, _) in counts.sorted(by: { ($1.value, $1.key) < ($0.value, $0.key) })
      .prefix(limit)
    {
      found += try linked(
        "SELECT statement, report, sentence, claim, sketch FROM statements WHERE statement = ? AND report <> ?",
        [.integer(statement), .integer(report)])
    }
    return found
  }

  private func linked(
    _ query: String, _ values: [DatabaseValue]
  ) throws(DatabaseError) -> [LinkedStatement] {
    try database.all(query, values) { row in
      StatementSketch(bytes: row.blob(4)).map {
        LinkedStatement(
          key: row.integer(0), report: row.integer(1), sentence: row.integer(2),
          claim: row.optionalInteger(3), sketch: $0)
      }
    }.compactMap(\.self)
  }

  func index(_ statement: Int, under keys: [Term]) throws(DatabaseError) {
    for key in keys {
      try database.run(
        "INSERT OR IGNORE INTO statement_keys VALUES (?,?)",
        [.integer(key.number), .integer(statement)])
    }
  }

  // MARK: Claims

  func makeClaim() throws(DatabaseError) -> Int {
    try database.run(
      """
      INSERT INTO claims (words, first_day, last_day, reports, statements, independent_origins,
        disagreements, credibility) VALUES ('', 0, 0, 0, 0, 0, 0, 6)
      """)
    return database.lastKey
  }

  func move(_ statement: Int, to claim: Int) throws(DatabaseError) {
    try database.run(
      "UPDATE statements SET claim = ?, origin = NULL, stance = NULL WHERE statement = ?",
      [.integer(claim), .integer(statement)])
  }

  /// Makes one claim part of another, to which its address leads from now on.
  func merge(_ claim: Int, into other: Int) throws(DatabaseError) {
    try database.run(
      "UPDATE statements SET claim = ?, origin = NULL, stance = NULL WHERE claim = ?",
      [.integer(other), .integer(claim)])
    try database.run("DELETE FROM origins WHERE claim = ?", [.integer(claim)])
    try database.run("DELETE FROM disagreements WHERE claim = ?", [.integer(claim)])
    try database.run(
      "UPDATE claims SET merged_into = ?1, statements = 0 WHERE claim = ?2 OR merged_into = ?2",
      [.integer(other), .integer(claim)])
  }

  /// What a person said of pairs of which one is among some statements.
  func wishes(about statements: [Int]) throws(DatabaseError) -> [ClaimGrouping.Wish] {
    let hasAny = try database.first("SELECT 1 FROM claim_wishes LIMIT 1") { _ in true }
    guard hasAny != nil else { return [] }
    var wishes: [ClaimGrouping.Wish] = []
    for statement in statements {
      wishes += try database.all(
        "SELECT statement, other, is_one FROM claim_wishes WHERE statement = ?",
        [.integer(statement)]
      ) { ClaimGrouping.Wish($0.integer(0), $0.integer(1), isOne: $0.bool(2)) }
    }
    return wishes
  }

  /// The statements of a claim in the order of publication, at most some hundreds.
  func members(of claim: Int) throws(DatabaseError) -> [ClaimMember] {
    try members(
      try database.all(
        "SELECT statement FROM statements WHERE claim = ? ORDER BY statement LIMIT 500",
        [.integer(claim)]
      ) { $0.integer(0) })
  }

  /// Some statements in the order of publication.
  func members(_ statements: [Int]) throws(DatabaseError) -> [ClaimMember] {
    var members: [(order: (Int, String, Int, Int), member: ClaimMember)] = []
    for statement in statements {
      let found = try database.first(
        """
        SELECT s.report, coalesce(s.source, s.report), coalesce(o.publisher, o.address, o.file, o.id),
          r.day, coalesce(r.published, ''), s.number, s.words, s.voice, s.sketch,
          (SELECT group_concat(t.statement) FROM relations n JOIN statements t
           ON t.report = n.report AND t.number = n."to"
           WHERE n.report = s.report AND n."from" = s.number AND n.type IN ('denies', 'disputes'))
        FROM statements s JOIN reports r ON r.report = s.report
        JOIN reports o ON o.report = coalesce(s.source, s.report)
        WHERE s.statement = ?
        """, [.integer(statement)]
      ) { row in
        guard let voice = Voice(json: row.text(7)), let sketch = StatementSketch(bytes: row.blob(8))
        else { return nil as (order: (Int, String, Int, Int), member: ClaimMember)? }
        let denied = row.text(9).split(separator: ",").compactMap { Int($0) }
        return (
          (row.integer(3), row.text(4), row.integer(0), row.integer(5)),
          ClaimMember(
            statement: statement, report: row.integer(0), source: row.integer(1),
            outlet: row.text(2), day: row.integer(3), words: row.text(6), voice: voice,
            sketch: sketch, isDenial: denied.contains(where: statements.contains))
        )
      }
      if let member = found ?? nil { members.append(member) }
    }
    return members.sorted { $0.order < $1.order }.map(\.member)
  }

  /// The people who speak in a story, each with the fullest that a report says of the office.
  func people(ofStory story: Int?) throws(DatabaseError) -> [String: Voice] {
    guard let story else { return [:] }
    var people: [String: Voice] = [:]
    func fullness(_ voice: Voice?) -> Int {
      (voice?.body == nil ? 0 : 2) + (voice?.owner == nil ? 0 : 1)
    }
    try database.each(
      """
      SELECT DISTINCT s.voice FROM statements s JOIN reports r ON r.report = s.report
      WHERE r.story = ? AND s.voice LIKE '%"person"%' LIMIT 2000
      """, [.integer(story)]
    ) { row throws(DatabaseError) in
      guard let voice = Voice(json: row.text(0)), let person = voice.person else { return }
      if people[person] == nil || fullness(voice) > fullness(people[person]) {
        people[person] = voice
      }
    }
    return people
  }

  /// Writes what the statements of a claim say together.
  func keep(
    _ summary: ClaimSummary, of claim: Int, _ members: [ClaimMember], story: Int?
  ) throws(DatabaseError) {
    try database.run("UPDATE statements SET origin = NULL WHERE claim = ?", [.integer(claim)])
    try database.run("DELETE FROM origins WHERE claim = ?", [.integer(claim)])
    try database.run("DELETE FROM disagreements WHERE claim = ?", [.integer(claim)])
    var keys: [Int] = []
    for origin in summary.origins.all {
      try database.run(
        """
        INSERT INTO origins (claim, actor, name, kind, rule, camp, is_counted)
        VALUES (?1, (SELECT coalesce(merged_into, actor) FROM actors WHERE key = ?2), ?3, ?4, ?5, ?6, ?7)
        """,
        [
          .integer(claim), .init(origin.actor), .text(origin.name), .text(origin.kind.rawValue),
          .text(origin.rule),
          .init(origin.camp), .init(origin.isCounted),
        ])
      keys.append(database.lastKey)
    }
    for (index, member) in members.enumerated() {
      try database.run(
        "UPDATE statements SET origin = ?, stance = ? WHERE statement = ?",
        [
          .integer(keys[summary.origins.indices[index]]),
          .text(summary.stances[index].rawValue), .integer(member.statement),
        ])
    }
    for entry in summary.disagreements {
      try database.run(
        "INSERT OR IGNORE INTO disagreements VALUES (?,?,?,?,?,?)",
        [
          .integer(claim), .text(entry.type.rawValue), .integer(entry.from), .integer(entry.to),
          .init(entry.field?.rawValue), .text(entry.why),
        ])
    }
    try database.run(
      """
      UPDATE claims SET words = ?, story = ?, first_day = ?, last_day = ?, reports = ?, statements = ?,
        independent_origins = ?, disagreements = ?, credibility = ? WHERE claim = ?
      """,
      [
        .text(members[summary.clearest].words), .init(story),
        .integer(members.map(\.day).min() ?? 0),
        .integer(members.map(\.day).max() ?? 0), .integer(Set(members.map(\.report)).count),
        .integer(members.count), .integer(summary.origins.independent),
        .integer(summary.disagreements.count), .integer(summary.credibility), .integer(claim),
      ])
  }

  /// The story of most reports of a claim; of several the oldest.
  func story(ofClaim claim: Int) throws(DatabaseError) -> Int? {
    try database.first(
      """
      SELECT r.story FROM statements s JOIN reports r ON r.report = s.report
      WHERE s.claim = ? AND r.story IS NOT NULL
      GROUP BY r.story ORDER BY count(*) DESC, r.story LIMIT 1
      """, [.integer(claim)]
    ) { $0.integer(0) }
  }

  /// Pairs of statements of one report of which one denies, confirms or corrects the other.
  func answers(in report: Int) throws(DatabaseError) -> [(from: Int, to: Int)] {
    try database.all(
      """
      SELECT f.statement, t.statement FROM relations r
      JOIN statements f ON f.report = r.report AND f.number = r."from"
      JOIN statements t ON t.report = r.report AND t.number = r."to"
      WHERE r.report = ?
        AND r.type IN ('denies', 'disputes', 'corrects', 'confirms', 'corroborates', 'conflicts', 'walks_back')
      """, [.integer(report)]
    ) { ($0.integer(0), $0.integer(1)) }
  }

  func size(ofClaim claim: Int) throws(DatabaseError) -> Int {
    try database.first(
      "SELECT count(*) FROM statements WHERE claim = ?", [.integer(claim)], { $0.integer(0) }) ?? 0
  }

  func claim(of statement: Int) throws(DatabaseError) -> Int? {
    try database.first(
      "SELECT claim FROM statements WHERE statement = ?", [.integer(statement)]
    ) { $0.optionalInteger(0) } ?? nil
  }
}
