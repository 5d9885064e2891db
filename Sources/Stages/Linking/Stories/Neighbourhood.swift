/// A report that has come in, with those reports of the nearest stories by which it is judged.
struct Neighbourhood {
  /// The new report first.
  private(set) var members: [StoryMember]
  private var profiles: [StoryProfile]
  private let weights: TermWeights
  /// Neighbours with their scores, before stories are chosen.
  private var considered: [(member: StoryMember, logOdds: Double)] = []
  /// How many reports each story has that is looked at.
  private var sizes: [Int: Int] = [:]
  private var isOne: [Pair: Bool] = [:]

  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) {
      low = min(one, other)
      high = max(one, other)
    }
  }

  init(_ report: StoryMember, _ weights: TermWeights) {
    members = [report]
    profiles = [StoryProfile(report, weights)]
    self.weights = weights
  }

  mutating func consider(_ neighbour: StoryMember) {
    let score = StoryScore(profiles[0], StoryProfile(neighbour, weights))
    considered.append((neighbour, score.logOdds))
  }

  /// The stories of the nearest neighbours, the nearest first, and those of some reports in any case.
  mutating func nearestStories(_ limits: StoryGrouping.Limits, always: Set<Int>) -> [Int] {
    considered.sort { ($1.logOdds, $0.member.id) < ($0.logOdds, $1.member.id) }
    var stories: [Int] = []
    for (member, logOdds) in considered {
      guard let story = member.story, !stories.contains(story) else { continue }
      let isNear = logOdds > limits.least && stories.count < limits.stories
      if isNear || always.contains(member.id) { stories.append(story) }
    }
    return stories
  }

  /// Adds the reports by which a story is judged: those near to the new report, up to half of the limit, then others.
  mutating func add(_ reports: [StoryMember], of story: Int, size: Int, limit: Int) {
    sizes[story] = size
    let near = considered.filter { $0.member.story == story }.prefix(limit / 2).map(\.member)
    let known = Set(near.map(\.id))
    let others = reports.filter { !known.contains($0.id) }
    let left = limit - near.count
    let kept =
      others.count <= left ? others : others.prefix(left / 2) + others.suffix(left - left / 2)
    for member in near + kept {
      members.append(member)
      profiles.append(StoryProfile(member, weights))
    }
  }

  mutating func heed(_ wishes: [StoryWish]) {
    for wish in wishes { isOne[Pair(wish.reports[0], wish.reports[1])] = wish.isOne }
  }

  // MARK: Deciding

  func decision(over bars: Linkage.Bars) -> StoryDecision {
    let groups = grouped(over: bars)
    let numbers = numbers(for: groups)
    let kept = Set(numbers.compactMap { $0 })
    var parts: [StoryDecision.Part] = []
    for (group, number) in zip(groups, numbers) {
      var part = StoryDecision.Part(story: number)
      let others = Set(group.compactMap { members[$0].story }).subtracting(kept)
      for story in others.sorted() where home(of: story, in: groups) == group {
        let (from, to) = group.divided { members[$0].story == story }
        part.merged.append(.init(story: story, reason: reason(from, to)))
      }
      let merged = Set(part.merged.map(\.story))
      for index in group {
        let story = members[index].story
        if let story, story == number || merged.contains(story) { continue }
        part.arrivals.append(
          .init(report: members[index].id, reason: reason([index], group.filter { $0 != index })))
      }
      if !part.merged.isEmpty || !part.arrivals.isEmpty { parts.append(part) }
    }
    return StoryDecision(parts: parts)
  }

  /// The group that holds most of a story; of several, the one with its oldest report.
  private func home(of story: Int, in groups: [[Int]]) -> [Int]? {
    func held(_ group: [Int]) -> [Int] { group.filter { members[$0].story == story } }
    return groups.max { one, other in
      let (left, right) = (held(one), held(other))
      return (left.count, -oldest(left)) < (right.count, -oldest(right))
    }
  }

  private func oldest(_ group: [Int]) -> Int { group.map { members[$0].id }.min() ?? .max }

  /// Which story each group goes on with: the larger part of a story keeps its number, then the one with
  /// the older reports; of several stories in a group the largest gives it, then the oldest.
  private func numbers(for groups: [[Int]]) -> [Int?] {
    struct Claim {
      let group: Int
      let story: Int
      let share: Int
      let oldest: Int
    }
    var claims: [Claim] = []
    for (number, group) in groups.enumerated() {
      let byStory = Dictionary(
        grouping: group.filter { members[$0].story != nil }, by: { members[$0].story ?? 0 })
      for (story, held) in byStory {
        let unseen = (sizes[story] ?? 0) - members.count { $0.story == story }
        let isHome = home(of: story, in: groups) == group
        claims.append(
          Claim(
            group: number, story: story, share: held.count + (isHome ? max(unseen, 0) : 0),
            oldest: oldest(held)))
      }
    }
    claims.sort { ($1.share, $0.story, $0.oldest) < ($0.share, $1.story, $1.oldest) }
    var numbers = [Int?](repeating: nil, count: groups.count)
    var taken: Set<Int> = []
    for claim in claims where numbers[claim.group] == nil && !taken.contains(claim.story) {
      numbers[claim.group] = claim.story
      taken.insert(claim.story)
    }
    return numbers
  }

  /// The pair of two groups that speaks most for their being one.
  private func reason(_ group: [Int], _ other: [Int]) -> StoryReason? {
    var best: (pair: (Int, Int), logOdds: Double)?
    for one in group {
      for two in other {
        if isOne[Pair(members[one].id, members[two].id)] == true {
          return StoryReason(
            (members[one].id, profiles[one]), (members[two].id, profiles[two]), isWished: true)
        }
        let logOdds = StoryScore(profiles[one], profiles[two]).logOdds
        if logOdds > best?.logOdds ?? -.infinity { best = ((one, two), logOdds) }
      }
    }
    return best.map { best in
      let (one, two) = best.pair
      return StoryReason((members[one].id, profiles[one]), (members[two].id, profiles[two]))
    }
  }

  // MARK: Grouping

  /// Groups of members, those with the oldest report first; members in the order of their numbers.
  private func grouped(over bars: Linkage.Bars) -> [[Int]] {
    var linkage = Linkage(members.count) { one, other in
      StoryScore(profiles[one], profiles[other]).logOdds
    }
    for one in members.indices {
      for other in members.indices.dropFirst(one + 1) {
        guard let wish = isOne[Pair(members[one].id, members[other].id)] else { continue }
        if wish { linkage.join(one, other) } else { linkage.part(one, other) }
      }
    }
    return linkage.groups(over: bars)
      .map { $0.sorted { members[$0].id < members[$1].id } }
      .sorted { members[$0[0]].id < members[$1[0]].id }
  }
}

extension [Int] {
  fileprivate func divided(_ isFirst: (Int) -> Bool) -> (first: [Int], second: [Int]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
