import QuothAnnotation
import QuothDatabase
import QuothLinking
import QuothStatement

extension Ledger {
  /// Links a report that has just been kept with all before it: copies, story, claims and their origins.
  func link(_ report: Int, _ entry: Entry) throws(LedgerError) {
    try keeper.store { () throws(DatabaseError) in
      try keeper.count(entry.sketch.terms, by: 1)
      var touched = try linkCopies(of: report, entry.copySketch)
      let story = try linkStory(of: report, entry)
      touched.formUnion(try linkClaims(of: report, story: story))
      for claim in touched.sorted() { try summarise(claim) }
    }
  }

  // MARK: Copies

  /// - Returns: Claims whose statements now come from other reports.
  private func linkCopies(
    of report: Int, _ sketch: CopySketch
  ) throws(DatabaseError) -> Set<Int> {
    let candidates = try keeper.copyCandidates(of: report, sketch)
    guard !candidates.isEmpty, let own = try keeper.copyMember(report) else { return [] }
    var isLinked = false
    for candidate in candidates {
      guard try !keeper.areVersions(report, candidate),
        let other = try keeper.copyMember(candidate)
      else { continue }
      let shared = SharedPassages(other.words, own.words)
      guard shared.extent(of: .second) != nil else { continue }
      isLinked = true
      try keeper.keep(shared, of: report, and: candidate, own.columns, other.columns)
    }
    return isLinked ? try regroupCopies(around: report) : []
  }

  /// Makes the families around a report anew.
  func regroupCopies(around report: Int) throws(DatabaseError) -> Set<Int> {
    let reports = try keeper.copyComponent(of: report)
    var members: [Family.Member] = []
    for report in reports {
      if let member = try keeper.copyMember(report) { members.append(member.member) }
    }
    let families = Family.families(of: members, try keeper.copyLinks(among: reports))
    var touched: Set<Int> = []
    for moved in try keeper.keep(families, of: reports) {
      touched.formUnion(try keeper.claims(of: moved))
    }
    return touched
  }

  // MARK: Stories

  private func linkStory(of report: Int, _ entry: Entry) throws(DatabaseError) -> Int? {
    let store = SQLiteStories(keeper: keeper)
    let member = StoryMember(
      id: report, family: try keeper.family(of: report), sketch: entry.sketch)
    let decision = try StoryGrouping().decide(member, in: store)
    var names: [Term: String] = [:]
    for entity in entry.reading.entities {
      if let key = ActorKey(entity) { names[key.term] = entity.name }
    }
    try keeper.keep(decision) { names[$0] }
    let weights = try keeper.weights(of: entry.sketch.terms)
    try keeper.index(report, under: StoryKeys(entry.sketch, weights))
    return try keeper.story(of: report)
  }

  // MARK: Claims

  /// How many of the newest reports of its story a report is compared with.
  private static let storyReports = 40
  private static let statementsPerKey = 16
  /// Of a claim, the statements that a new one is compared with.
  private static let membersCompared = 24
  /// Cosine below which two statements are not looked at: hardly one pair in a hundred of one claim lies below.
  private static let leastNearness = 0.15

  /// - Returns: Claims that changed.
  private func linkClaims(of report: Int, story: Int?) throws(DatabaseError) -> Set<Int> {
    let own = try keeper.statements(of: report)
    var terms = Set(own.flatMap(\.sketch.words))
    let ofStory =
      try story.map { story throws(DatabaseError) in
        try keeper.statements(ofStory: story, without: report, reports: Self.storyReports)
      } ?? []
    terms.formUnion(own.flatMap(\.sketch.names))
    let weights = try keeper.weights(of: terms)
    let grouping = ClaimGrouping(weights)
    var known = Dictionary(grouping: ofStory) { $0.claim ?? -1 }
    known[-1] = nil
    var touched: Set<Int> = []
    // Statements of one sentence say different things.
    var taken: [Int: Set<Int>] = [:]
    for statement in own {
      let keys = StatementKeys.keys(of: statement.sketch, weights)
      let elsewhere = try keeper.statements(
        sharing: keys, without: report, perKey: Self.statementsPerKey)
      var claims = known
      for other in elsewhere {
        guard let claim = other.claim,
          !(claims[claim] ?? []).contains(where: { $0.key == other.key })
        else { continue }
        claims[claim, default: []].append(other)
      }
      let candidates = claims.compactMap { claim, members -> ClaimGrouping.Candidate? in
        guard taken[statement.sentence]?.contains(claim) != true else { return nil }
        let newest = members.suffix(Self.membersCompared)
        guard
          newest.contains(where: {
            $0.sketch.meaning.nearness(to: statement.sketch.meaning) >= Self.leastNearness
          })
        else { return nil }
        return ClaimGrouping.Candidate(claim: claim, members: newest.map { ($0.key, $0.sketch) })
      }
      let placement = grouping.place(statement.sketch, among: candidates)
      let claim: Int
      if let placed = placement.claim { claim = placed } else { claim = try keeper.makeClaim() }
      try keeper.move(statement.key, to: claim)
      try keeper.index(statement.key, under: keys)
      for join in placement.joins.prefix(3) { try keeper.keep(join, of: statement.key) }
      var placed = statement
      placed.claim = claim
      known[claim, default: []].append(placed)
      taken[statement.sentence, default: []].insert(claim)
      touched.insert(claim)
    }
    for (from, to) in try keeper.answers(in: report) {
      touched.formUnion(try answer(from, to))
    }
    return touched
  }

  /// Puts a statement that denies, confirms or corrects another one of its report into that one's claim, unless both say
  /// the same as others already.
  private func answer(_ from: Int, _ to: Int) throws(DatabaseError) -> Set<Int> {
    guard let own = try keeper.claim(of: from), let other = try keeper.claim(of: to), own != other
    else { return [] }
    if try keeper.size(ofClaim: own) == 1 {
      try keeper.merge(own, into: other)
      return [other]
    }
    guard try keeper.size(ofClaim: other) == 1 else { return [] }
    try keeper.merge(other, into: own)
    return [own]
  }

  /// Says anew what the statements of a claim say together; a claim without any is taken away.
  func summarise(_ claim: Int) throws(DatabaseError) {
    let members = try keeper.members(of: claim)
    guard !members.isEmpty else { return try keeper.drop(claim: claim) }
    let story = try keeper.story(ofClaim: claim)
    let summary = ClaimSummary(members, bodies: try keeper.bodies(ofStory: story))
    try keeper.keep(summary, of: claim, members, story: story)
  }
}
