/// Stories in memory: what the ledger does in tables, for tests and for measuring.
///
///     var stories = StoryMemory()
///     stories.add(sketch)
///     stories.story(of: 0)     // 0
public struct StoryMemory: StoryStore, Sendable {
  private let grouping: StoryGrouping
  private var members: [StoryMember] = []
  private var reports: [Int: [Int]] = [:]
  private var index: [Term: [Int]] = [:]
  private var found: [Term: Int] = [:]
  private var forwards: [Int: Int] = [:]
  private var wishes: [StoryWish] = []
  private var nextStory = 0

  /// How many of the newest reports of a key are looked at.
  private static let depth = 300

  public init(grouping: StoryGrouping = StoryGrouping()) { self.grouping = grouping }

  /// Adds a report; its number is how many there were.
  ///
  /// - Returns: what it changed.
  @discardableResult
  public mutating func add(_ sketch: ReportSketch, family: Int? = nil) -> StoryDecision {
    let report = StoryMember(id: members.count, family: family, sketch: sketch)
    let decision = grouping.decide(report, in: self)
    for term in StoryKeys(sketch, weights(of: sketch.terms)).terms {
      index[term, default: []].append(report.id)
    }
    for term in sketch.terms { found[term, default: 0] += 1 }
    members.append(report)
    apply(decision)
    return decision
  }

  /// What a person decided; it holds from the next report on.
  public mutating func wish(_ wish: StoryWish) { wishes.append(wish) }

  /// The story that a report stands in.
  public func story(of report: Int) -> Int? { members[report].story }

  /// Where the address of a story leads today.
  public func address(of story: Int) -> Int {
    var story = story
    while let next = forwards[story] { story = next }
    return story
  }

  private mutating func apply(_ decision: StoryDecision) {
    for part in decision.parts {
      let number = part.story ?? nextStory
      if part.story == nil { nextStory += 1 }
      for merger in part.merged {
        for report in reports.removeValue(forKey: merger.story) ?? [] { move(report, to: number) }
        forwards[merger.story] = number
      }
      for arrival in part.arrivals {
        if let old = members[arrival.report].story {
          reports[old]?.removeAll { $0 == arrival.report }
        }
        move(arrival.report, to: number)
      }
    }
  }

  private mutating func move(_ report: Int, to story: Int) {
    members[report].story = story
    reports[story, default: []].append(report)
  }

  // MARK: What the grouping asks

  public func weights(of terms: Set<Term>) -> TermWeights {
    TermWeights(reports: members.count, frequencies: found)
  }

  public func reports(
    sharing keys: StoryKeys, _ weights: TermWeights, limit: Int
  ) -> [StoryMember] {
    var shares: [Int: Double] = [:]
    for key in keys.terms {
      for report in (index[key] ?? []).suffix(Self.depth) {
        shares[report, default: 0] += weights[key]
      }
    }
    return shares.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(limit)
      .map { members[$0.key] }
  }

  public func reports(of story: Int, limit: Int) -> [StoryMember] {
    let all = (reports[story] ?? []).sorted()
    let kept = all.count <= limit ? all : all.prefix(limit / 2) + all.suffix(limit - limit / 2)
    return kept.map { members[$0] }
  }

  public func size(of story: Int) -> Int { reports[story]?.count ?? 0 }

  public func wishes(about reports: Set<Int>) -> [StoryWish] {
    wishes.filter { !reports.isDisjoint(with: $0.reports) }
  }

  public func reports(_ numbers: [Int]) -> [StoryMember] {
    numbers.filter(members.indices.contains).map { members[$0] }
  }
}
