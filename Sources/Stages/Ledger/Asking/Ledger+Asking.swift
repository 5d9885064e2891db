import QuothDatabase
import QuothLinking
import QuothReport
public import QuothStatement

/// What a ledger answers. Nothing here writes; a ledger opened for reading alone answers all of it.
///
/// A key that was merged into another one leads there: compare the key of what comes back.
extension Ledger {
  private func ask<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(LedgerError) -> Value {
    try keeper.store(body)
  }

  // MARK: Claims

  /// Keys of claims, those with most independent origins first, then most reports, then those told last.
  public func claims(_ query: ClaimQuery) throws(LedgerError) -> [Int] {
    try ask { () throws(DatabaseError) in try keeper.claimKeys(query) }
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func claim(_ key: Int) throws(LedgerError) -> LedgerClaim {
    let present = try keeper.present(key, in: "claims", "claim")
    let claim = try ask { () throws(DatabaseError) in try keeper.shownClaim(present) }
    guard let claim else { throw .unknown(name: "c\(key)", kind: "claim") }
    return claim
  }

  /// Keys of claims with disagreement of any kind, those told last first.
  public func disputedClaims(
    story: Int? = nil, limit: Int? = nil
  ) throws(LedgerError) -> [Int] {
    try ask { () throws(DatabaseError) in try keeper.disputedClaims(story: story, limit: limit) }
  }

  /// The claim that an origin belongs to.
  public func claim(ofOrigin origin: Int) throws(LedgerError) -> Int {
    let claim = try ask { () throws(DatabaseError) in
      try keeper.database.first(
        "SELECT claim FROM origins WHERE origin = ?", [.integer(origin)], { $0.integer(0) })
    }
    guard let claim else { throw .unknown(name: "o\(origin)", kind: "origin") }
    return claim
  }

  // MARK: Stories and copies

  /// Keys of stories, those told last first.
  public func stories(limit: Int? = nil) throws(LedgerError) -> [Int] {
    try ask { () throws(DatabaseError) in try keeper.storyKeys(limit: limit) }
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func story(
    _ key: Int, reports: Int? = nil, claims: Int = 20
  ) throws(LedgerError) -> LedgerStory {
    let present = try keeper.present(key, in: "stories", "story")
    let story = try ask { () throws(DatabaseError) in
      try keeper.shownStory(present, reports: reports, claims: claims)
    }
    guard let story else { throw .unknown(name: "y\(key)", kind: "story") }
    return story
  }

  /// Reports in the order of adding, from one on.
  public func reports(after key: Int = 0, limit: Int) throws(LedgerError) -> [LedgerReport] {
    try ask { () throws(DatabaseError) in
      try keeper.shownReports(
        "WHERE r.report > ? ORDER BY r.report LIMIT ?", [.integer(key), .integer(limit)])
    }
  }

  /// Families of copies, the largest first.
  public func families(limit: Int? = nil) throws(LedgerError) -> [LedgerFamily] {
    try ask { () throws(DatabaseError) in try keeper.families(limit: limit) }
  }

  /// A family by its number, which is the key of its first original.
  ///
  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func family(_ key: Int) throws(LedgerError) -> LedgerFamily {
    let found = try ask { () throws(DatabaseError) in try keeper.families(of: key, limit: 1) }
    guard let family = found.first else { throw .unknown(name: "f\(key)", kind: "family") }
    return family
  }

  /// Pairs of original and copy, of which a report is one.
  public func copies(of report: Int) throws(LedgerError) -> [(original: Int, copy: Int)] {
    try ask { () throws(DatabaseError) in try keeper.copyPairs(of: report) }
  }

  // MARK: Reports

  /// The key of a report.
  ///
  /// - Throws: ``LedgerError/unknown(name:kind:)`` or ``LedgerError/ambiguous(name:kind:found:)``.
  public func report(_ name: LedgerName.ReportName) throws(LedgerError) -> Int {
    try keeper.reportKey(name)
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func report(_ key: Int) throws(LedgerError) -> LedgerReport {
    let report = try ask { () throws(DatabaseError) in try keeper.shownReport(key) }
    guard let report else { throw .unknown(name: "r\(key)", kind: "report") }
    return report
  }

  /// The record of a report as it was read.
  ///
  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func reading(_ key: Int) throws(LedgerError) -> Reading {
    guard let reading = try keeper.reading(key) else {
      throw .unknown(name: "r\(key)", kind: "report")
    }
    return reading
  }

  /// The statements of a report, in its order.
  public func statements(ofReport key: Int) throws(LedgerError) -> [LedgerStatement] {
    try ask { () throws(DatabaseError) in
      try keeper.shownStatements("WHERE s.report = ? ORDER BY s.number", [.integer(key)])
    }
  }

  // MARK: Statements

  /// Statements that fit a query, best first.
  public func statements(
    _ query: SearchQuery, limit: Int?
  ) throws(LedgerError) -> [LedgerStatement] {
    try ask { () throws(DatabaseError) in
      var found: [LedgerStatement] = []
      for (key, _) in try keeper.statementKeys(query, limit: limit) {
        if let statement = try keeper.shownStatement(key) { found.append(statement) }
      }
      return found
    }
  }

  // MARK: Actors

  /// Keys of actors, those who say most first.
  ///
  /// - Parameter areSpeakersAlone: whether those who never say anything are left out.
  public func actors(
    limit: Int? = nil, areSpeakersAlone: Bool = false
  ) throws(LedgerError) -> [Int] {
    try ask { () throws(DatabaseError) in
      try keeper.actorKeys(limit: limit, areSpeakersAlone: areSpeakersAlone)
    }
  }

  /// The one actor of a name, whole or in part.
  ///
  /// - Throws: ``LedgerError/unknown(name:kind:)`` or ``LedgerError/ambiguous(name:kind:found:)``.
  public func actor(named name: String) throws(LedgerError) -> Int {
    if case .actor(let key) = LedgerName(name) {
      return try keeper.present(key, in: "actors", "actor")
    }
    let found = try ask { () throws(DatabaseError) in
      try keeper.actorKeys(named: name, isWhole: true)
    }
    var present: [Int] = []
    for key in found {
      let key = try keeper.present(key, in: "actors", "actor")
      if !present.contains(key) { present.append(key) }
    }
    guard let first = present.first else { throw .unknown(name: name, kind: "actor") }
    guard present.count == 1 else {
      var names: [String] = []
      for key in present.prefix(8) { names.append("k\(key) (\(try actor(key).name))") }
      throw .ambiguous(name: name, kind: "actor", found: names)
    }
    return first
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func actor(_ key: Int) throws(LedgerError) -> LedgerActor {
    let present = try keeper.present(key, in: "actors", "actor")
    let actor = try ask { () throws(DatabaseError) in try keeper.shownActor(present) }
    guard let actor else { throw .unknown(name: "k\(key)", kind: "actor") }
    return actor
  }

  /// What somebody says, the newest first.
  public func statements(byActor key: Int, limit: Int?) throws(LedgerError) -> [LedgerStatement] {
    try ask { () throws(DatabaseError) in
      try keeper.statements(of: key, as: .holder, limit: limit)
    }
  }

  /// What others say of somebody, the newest first.
  public func statements(aboutActor key: Int, limit: Int?) throws(LedgerError) -> [LedgerStatement]
  {
    try ask { () throws(DatabaseError) in
      try keeper.statements(of: key, as: .subject, limit: limit)
    }
  }

  /// Who has an office of somebody's, and in how many reports: *its spokesperson*, *Sudland's foreign minister*.
  public func officers(
    of key: Int, limit: Int
  ) throws(LedgerError) -> [(name: String, actor: Int, reports: Int)] {
    try ask { () throws(DatabaseError) in
      var found: [(name: String, actor: Int, reports: Int)] = []
      for (actor, count) in try keeper.officers(of: key, limit: limit) {
        let name = try keeper.database.first(
          "SELECT name FROM actors WHERE actor = ?", [.integer(actor)], { $0.text(0) })
        found.append((name ?? "", actor, count))
      }
      return found
    }
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func source(_ key: Int) throws(LedgerError) -> LedgerSource {
    let present = try keeper.present(key, in: "actors", "actor")
    let source = try ask { () throws(DatabaseError) in try keeper.shownSource(present) }
    guard let source else { throw .unknown(name: "k\(key)", kind: "actor") }
    return source
  }

  // MARK: Events

  /// Happenings in the order of adding, behind the event of a key.
  public func happenings(
    after event: Int = 0, limit: Int
  ) throws(LedgerError) -> [LedgerHappening] {
    try ask { () throws(DatabaseError) in try keeper.happenings(from: event, limit: limit) }
  }

  /// Happenings of events with a type of PLOVER, the newest report's first.
  public func typedHappenings(limit: Int) throws(LedgerError) -> [LedgerHappening] {
    try ask { () throws(DatabaseError) in try keeper.typedHappenings(limit: limit) }
  }

  /// - Throws: ``LedgerError/unknown(name:kind:)``.
  public func happening(_ key: Int) throws(LedgerError) -> LedgerHappening {
    let present = try keeper.present(key, in: "happenings", "happening")
    let mentions = try ask { () throws(DatabaseError) in
      try keeper.shownEvents("WHERE e.happening = ? ORDER BY e.event", [.integer(present)])
    }
    guard !mentions.isEmpty else { throw .unknown(name: "g\(key)", kind: "happening") }
    return LedgerHappening(key: present, mentions: mentions)
  }

  /// Events that one actor does to another, either way.
  public func relations(_ first: Int, _ second: Int) throws(LedgerError) -> LedgerRelations {
    let names = [try actor(first).name, try actor(second).name]
    let events = try ask { () throws(DatabaseError) in try keeper.relations(first, second) }
    return LedgerRelations(first: names[0], second: names[1], events: events)
  }

  // MARK: Questions

  /// Statements that may answer a question, the best of full text first.
  public func candidates(
    _ words: [String], limit: Int
  ) throws(LedgerError) -> [AnswerCandidate] {
    try ask { () throws(DatabaseError) in try keeper.candidates(words, limit: limit) }
  }

  /// How much it says that a statement has a word, by its stem.
  public func weights(ofStems stems: [String]) throws(LedgerError) -> [Double] {
    try ask { () throws(DatabaseError) in
      let terms = stems.map { Term($0) }
      let weights = try keeper.weights(of: terms)
      return terms.map { weights[$0] }
    }
  }
}
