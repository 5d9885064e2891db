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

  /// How many of the newest reports of its story a report is grouped with; claims of older ones stay as they are.
  private static let storyReports = 24
  private static let statementsPerKey = 16

  /// Groups the statements of a story anew with those of the report that came in.
  ///
  /// - Returns: Claims that changed.
  private func linkClaims(of report: Int, story: Int?) throws(DatabaseError) -> Set<Int> {
    let own = try keeper.statements(of: report)
    let others =
      try story.map { story throws(DatabaseError) in
        try keeper.statements(ofStory: story, without: report, reports: Self.storyReports)
      } ?? []
    let all = others + own
    let weights = try keeper.weights(
      of: Set(all.flatMap(\.sketch.words)).union(own.flatMap(\.sketch.names)))
    let items = all.map { statement in
      ClaimGrouping.Item(
        statement: statement.key, report: statement.report, sentence: statement.sentence,
        weighed: WeighedStatement(statement.sketch, weights))
    }
    let wishes =
      try keeper.answers(in: report).map { ClaimGrouping.Wish($0.from, $0.to, isOne: true) }
      + keeper.wishes(about: all.map(\.key))
    let groups = ClaimGrouping().groups(of: items, wishes: wishes)
    var touched = try settle(groups, all)
    for (statement, item) in zip(own, items.dropFirst(others.count)) {
      let keys = StatementKeys.keys(of: statement.sketch, weights)
      touched.formUnion(try linkElsewhere(statement, item.weighed, keys, weights))
      try keeper.index(statement.key, under: keys)
    }
    return touched
  }

  /// Gives each group the number of the claim that most of it had, of several the oldest, and forwards those that are
  /// left empty.
  private func settle(_ groups: [[Int]], _ all: [LinkedStatement]) throws(DatabaseError) -> Set<Int>
  {
    var touched: Set<Int> = []
    var owners: [Int: Int] = [:]
    let ranked = groups.map { group -> (group: [Int], counts: [(claim: Int, count: Int)]) in
      var counts: [Int: Int] = [:]
      for claim in group.compactMap({ all[$0].claim }) { counts[claim, default: 0] += 1 }
      return (
        group,
        counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.claim) < ($0.count, $1.claim) }
      )
    }.sorted {
      ($1.counts.first?.count ?? 0, $0.group[0]) < ($0.counts.first?.count ?? 0, $1.group[0])
    }
    var left: [Int: Int] = [:]
    for (group, counts) in ranked {
      let claim: Int
      if let free = counts.first(where: { owners[$0.claim] == nil })?.claim {
        claim = free
      } else {
        claim = try keeper.makeClaim()
      }
      owners[claim] = claim
      for index in group where all[index].claim != claim {
        try keeper.move(all[index].key, to: claim)
        touched.insert(claim)
        guard let old = all[index].claim else { continue }
        touched.insert(old)
        left[old] = claim
      }
    }
    for (old, claim) in left.sorted(by: { $0.key < $1.key })
    where try keeper.size(ofClaim: old) == 0 {
      try keeper.merge(old, into: claim)
      touched.remove(old)
    }
    return touched
  }

  /// Puts a statement that nobody in its story shares with a claim of another story that surely says the same.
  private func linkElsewhere(
    _ statement: LinkedStatement, _ weighed: WeighedStatement, _ keys: [Term],
    _ weights: TermWeights
  ) throws(DatabaseError) -> Set<Int> {
    guard let own = try keeper.claim(of: statement.key), try keeper.size(ofClaim: own) == 1 else {
      return []
    }
    var best: (score: Double, claim: Int)?
    for other in try keeper.statements(
      sharing: keys, without: statement.report, perKey: Self.statementsPerKey)
    {
      guard let claim = other.claim, claim != own else { continue }
      let score = ClaimScore(weighed, WeighedStatement(other.sketch, weights)).value
      if score >= max(ClaimGrouping.thresholdElsewhere, best?.score ?? 0) { best = (score, claim) }
    }
    guard let best else { return [] }
    try keeper.merge(own, into: best.claim)
    return [best.claim]
  }

  /// Says anew what the statements of a claim say together; a claim without any is taken away.
  func summarise(_ claim: Int) throws(DatabaseError) {
    let members = try keeper.members(of: claim)
    guard !members.isEmpty else { return try keeper.drop(claim: claim) }
    let story = try keeper.story(ofClaim: claim)
    let summary = ClaimSummary(members, people: try keeper.people(ofStory: story))
    try keeper.keep(summary, of: claim, members, story: story)
  }
}
