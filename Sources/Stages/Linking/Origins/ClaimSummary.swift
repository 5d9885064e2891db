import QuothStatement

/// What the statements of a claim say together: which variant leads, who backs it, who denies it, who says
/// otherwise, and where they come from. Nothing is averaged.
public struct ClaimSummary: Sendable, Hashable {
  /// How a statement stands to the leading variant.
  public enum Stance: String, Sendable, Hashable {
    case backs, denies, conflicts
    /// Its origin said otherwise later.
    case superseded
  }

  public struct Disagreement: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
      case denies, corrects, conflicts, disputes, confirms
      case walksBack = "walks_back"
    }

    public var type: Kind
    /// Keys of statements.
    public var from: Int
    public var to: Int
    public var field: ClaimScore.Field?
    public var why: String
  }

  /// One a member.
  public let stances: [Stance]
  public let origins: Origins
  public let disagreements: [Disagreement]
  /// The member whose words tell the leading variant best, as an index.
  public let clearest: Int
  /// Admiralty scale, 1 to 6.
  public let credibility: Int

  /// - Parameters:
  ///   - members: in the order of publication; at least one.
  ///   - people: see ``Origins``.
  /// - Complexity: O(n²) in members.
  public init(_ members: [ClaimMember], people: [String: Voice] = [:]) {
    let all = members.map { _ in true }
    let identities = Origins(members, backs: all, people: people).indices
    let isNegative = Self.isNegative(members)
    let figures = members.map { Self.figure($0, unit: Self.unit(members)) }
    let lead = Self.leading(figures, identities, isNegative, members) { $0.agrees(with: $1) }
    let days = members.map(Self.day)
    let leadDay = Self.leading(days, identities, isNegative, members, ==)
    var stances: [Stance] = []
    var fields: [ClaimScore.Field] = []
    for index in members.indices {
      let isOtherFigure = zip(figures[index], lead).map { !$0.agrees(with: $1) } ?? false
      let isOtherDay = zip(days[index], leadDay).map { $0 != $1 } ?? false
      stances.append(
        isNegative[index] ? .denies : isOtherFigure || isOtherDay ? .conflicts : .backs)
      fields.append(isNegative[index] ? .polarity : isOtherFigure ? .number : .time)
    }
    var disagreements: [Disagreement] = []
    for index in members.indices where stances[index] != .backs {
      // What the same origin says later replaces it.
      let later = members.indices.last {
        $0 > index && identities[$0] == identities[index] && stances[$0] == .backs
      }
      guard let later, members[later].voice.kind != .unnamed else { continue }
      let wasDenial = stances[index] == .denies
      stances[index] = .superseded
      if wasDenial || members[index].report != members[later].report {
        disagreements.append(
          Disagreement(
            type: wasDenial ? .walksBack : .corrects, from: members[later].statement,
            to: members[index].statement, field: fields[index],
            why: "the same origin, later"))
      }
    }
    let backing = members.indices.filter { stances[$0] == .backs }
    for index in members.indices where stances[index] == .denies || stances[index] == .conflicts {
      guard
        let other = backing.last(where: { $0 < index && identities[$0] != identities[index] })
          ?? backing.first(where: { identities[$0] != identities[index] })
      else { continue }
      let denies = stances[index] == .denies
      disagreements.append(
        Disagreement(
          type: denies ? .denies : .conflicts, from: members[index].statement,
          to: members[other].statement, field: fields[index],
          why: denies ? "says it is not so" : "gives another \(fields[index].rawValue)"))
    }
    self.stances = stances
    self.disagreements = Self.distinct(disagreements, members, identities)
    origins = Origins(members, backs: stances.map { $0 == .backs }, people: people)
    clearest = Self.clearest(members, backing.isEmpty ? Array(members.indices) : backing)
    let against = Set(
      members.indices.filter { stances[$0] == .denies || stances[$0] == .conflicts }
        .map { identities[$0] }
    ).count
    credibility = Self.credibility(of: origins.independent, against: against)
  }

  /// The digit of the Admiralty scale from independent origins and disagreement alone.
  ///
  /// 1 confirmed: two or more and nobody against; 2 probably true: more for it than against, two at least; 3 possibly
  /// true: two or more, as many against; 4 doubtful: as many against as for it, one each; 5 improbable: more against;
  /// 6 cannot be judged.
  public static func credibility(of independent: Int, against: Int) -> Int {
    switch (independent, against) {
    case (2..., 0): 1
    case (2..., ..<independent): 2
    case (2..., independent): 3
    case (1..., 0): 6
    case (1, 1): 4
    case (_, 1...): 5
    default: 6
    }
  }

  // MARK: The leading variant

  /// Whether each says that what was said first is not so.
  private static func isNegative(_ members: [ClaimMember]) -> [Bool] {
    let negative = members.map { $0.isDenial || $0.sketch.certainty.isNegative }
    return negative.map { $0 != negative[0] }
  }

  /// What most figures of the claim count.
  private static func unit(_ members: [ClaimMember]) -> Term?? {
    var counts: [Term?: Int] = [:]
    for figure in members.flatMap(\.sketch.figures) { counts[figure.unit, default: 0] += 1 }
    return counts.max {
      ($0.value, $1.key?.number ?? .max) < ($1.value, $0.key?.number ?? .max)
    }?.key
  }

  /// The figure of the unit that leads, or the only one there is.
  private static func figure(_ member: ClaimMember, unit: Term??) -> StatementSketch.Figure? {
    guard let unit else { return nil }
    let figures = member.sketch.figures
    return figures.first { $0.unit == unit } ?? (figures.count == 1 ? figures[0] : nil)
  }

  /// The day that a statement speaks of, where it is a single one.
  private static func day(_ member: ClaimMember) -> Int? {
    member.sketch.first == member.sketch.last ? member.sketch.first : nil
  }

  /// The value that most independent origins gave as their last word; of several, the latest.
  private static func leading<Value>(
    _ values: [Value?], _ identities: [Int], _ isNegative: [Bool], _ members: [ClaimMember],
    _ agree: (Value, Value) -> Bool
  ) -> Value? {
    var last: [Int: Int] = [:]
    for index in members.indices where values[index] != nil && !isNegative[index] {
      last[identities[index]] = index
    }
    var best: (weight: Int, value: Value)?
    for index in last.values.sorted() {
      guard let value = values[index] else { continue }
      let weight = last.values.reduce(0) { sum, other in
        guard let another = values[other], agree(another, value) else { return sum }
        let kind = members[other].voice.kind
        return sum + (kind == .unnamed || kind == .reporter ? 1 : 100)
      }
      if best.map({ weight >= $0.weight }) ?? true { best = (weight, value) }
    }
    return best?.value
  }

  /// The one that most others are near to in meaning; of equals the shorter one.
  private static func clearest(_ members: [ClaimMember], _ candidates: [Int]) -> Int {
    let sample = candidates.prefix(40)
    func nearness(_ index: Int) -> Double {
      sample.reduce(0) {
        $0 + members[index].sketch.meaning.nearness(to: members[$1].sketch.meaning)
      }
    }
    return sample.max {
      (nearness($0), -members[$0].words.utf8.count, -$0)
        < (nearness($1), -members[$1].words.utf8.count, -$1)
    } ?? 0
  }

  /// One a pair of origins and type.
  private static func distinct(
    _ found: [Disagreement], _ members: [ClaimMember], _ identities: [Int]
  ) -> [Disagreement] {
    let origin = Dictionary(
      zip(members.map(\.statement), identities), uniquingKeysWith: { first, _ in first })
    var seen: Set<[Int]> = []
    return found.filter { entry in
      let type = entry.type == .denies ? 0 : entry.type == .conflicts ? 1 : 2
      return seen.insert([type, origin[entry.from] ?? -1, origin[entry.to] ?? -1]).inserted
    }
  }
}

/// Both, where both are there.
private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  guard let first, let second else { return nil }
  return (first, second)
}
