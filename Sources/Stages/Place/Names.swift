import Glibc

/// The names of a report with the places that each may mean, and how likely each is.
///
/// Mentions of the same words share their places, but for those that are said to lie in different
/// ones: *Paris, Texas* and *Paris, France*.
struct Names {
  struct Candidate {
    var entry: GazetteerEntry
    /// What size, kind and the words around the name say, before other places are looked at.
    var prior: Double
    /// 0 to 1; all of one name add up to 1.
    var share: Double
  }

  struct Name {
    var candidates: [Candidate]
    /// How much it counts for other names.
    var weight: Double
    /// The best evidence of a mention.
    var evidence: Double
    /// Support that its best place finds in the report.
    var support = 0.0
  }

  private(set) var names: [Name] = []
  /// For each mention its name.
  private var name: [Int] = []
  private var mentions: [PlaceMention]

  /// - Parameter publisher: the places that the publisher may be called after.
  init(_ mentions: [PlaceMention], publisher: [GazetteerEntry], _ gazetteer: Gazetteer) {
    self.mentions = mentions
    let keys = mentions.map { gazetteer.key($0.name) }
    var places: [String: [(entry: GazetteerEntry, kind: NameKind)]] = [:]
    for (key, mention) in zip(keys, mentions) where places[key] == nil {
      places[key] = gazetteer.look(up: mention.name).places.prefix(Self.most).map {
        (gazetteer.entry($0.record), $0.kind)
      }
    }
    let holders = Set(mentions.compactMap(\.container).map { keys[$0] })
    var known: [String: Int] = [:]
    for (own, mention) in zip(keys, mentions) {
      let container = mention.container.map { keys[$0] }
      let key = container.map { own + "\t" + $0 } ?? own
      if let index = known[key] {
        name.append(index)
        names[index].evidence = max(names[index].evidence, mention.evidence)
        names[index].weight += 0.2
        if mention.isDateline { names[index].weight += 3 }
        continue
      }
      known[key] = names.count
      name.append(names.count)
      let within = container.map { (places[$0] ?? []).map(\.entry) }
      names.append(
        Name(
          candidates: Self.candidates(
            places[own] ?? [], mention, within: within, isHolder: holders.contains(own)),
          weight: (mention.isDateline ? 4 : 1) + (container == nil ? 0 : 2),
          evidence: mention.evidence))
    }
    // A name without a container has the place that it has with one.
    for (key, index) in known where key.contains("\t") {
      let bare = String(key.prefix { $0 != "\t" })
      guard let other = known[bare] else { continue }
      let likely = names[index].candidates.filter { $0.prior >= Self.containment }
        .map(\.entry.record)
      for place in names[other].candidates.indices
      where likely.contains(names[other].candidates[place].entry.record) {
        names[other].candidates[place].prior += 3
      }
    }
    // A publisher called after a town of the report says nothing about which town of that name.
    let records = Set(publisher.map(\.record))
    if !publisher.isEmpty,
      !names.contains(where: { $0.candidates.contains { records.contains($0.entry.record) } })
    {
      let candidates = publisher.map {
        Candidate(entry: $0, prior: Self.people * $0.logarithmOfPeople, share: 0)
      }
      names.append(Name(candidates: candidates, weight: 2, evidence: PlaceMention.sure))
    }
    for index in names.indices { names[index].share() }
  }

  /// Places of one name that are looked at, the larger first within each kind.
  private static let most = 80
  private static let containment = 20.0
  /// The logarithm of the people of a town that is meant though nothing else in the report speaks for it.
  private static let alone = log(15_000.0)
  private static let supported = 0.3
  /// What the logarithm of its people counts for a place.
  private static let people = 0.6

  private static func candidates(
    _ places: [(entry: GazetteerEntry, kind: NameKind)], _ mention: PlaceMention,
    within: [GazetteerEntry]?, isHolder: Bool
  ) -> [Candidate] {
    let places = places.filter { Self.mayMean($0.entry, as: $0.kind, mention, isHolder: isHolder) }
    // *Washington*, *New York*: alone, the town rather than the state.
    let cities = Set(
      places.filter { $0.entry.kind == .town && $0.entry.size > ($0.kind == .own ? 150 : 180) }
        .compactMap(\.entry.country))
    // *Salzburg*: a large town in a division that is called after it.
    let seats = Set(
      places.filter { $0.entry.kind == .town && $0.kind == .own && $0.entry.size > 132 }
        .compactMap(\.entry.admin1))
    let hasTown = places.contains { $0.kind == .own && $0.entry.kind == .town }
    return places.map { place in
      let entry = place.entry
      var prior = people * entry.logarithmOfPeople
      switch entry.kind {
      case .country: prior += 2
      case .admin1:
        if mention.isDateline { prior -= 3 }
        if entry.country.map(cities.contains) ?? false || seats.contains(entry.record) {
          prior -= 2.5
        }
      case .admin2: prior -= hasTown || place.kind != .own ? 3 : 0
      case .region: prior = 10
      case .town: break
      }
      if place.kind == .other { prior -= entry.kind == .town && entry.size < 180 ? 3 : 1 }
      if let within, within.contains(where: entry.lies) { prior += containment }
      return Candidate(entry: entry, prior: prior, share: 0)
    }
  }

  /// Whether a mention of this kind may mean a place that its words lead to in this way.
  ///
  /// - Parameter isHolder: Whether another mention is said to lie in it.
  private static func mayMean(
    _ entry: GazetteerEntry, as kind: NameKind, _ mention: PlaceMention, isHolder: Bool
  ) -> Bool {
    switch kind {
    case .adjective: mention.kind == .adjective
    case .short: isHolder || mention.kind == .abbreviation
    default:
      mention.kind != .adjective && mention.kind != .abbreviation
        && !(isHolder && entry.kind == .town)
        && !(mention.kind == .state && entry.kind == .town && entry.size < 150)
    }
  }

  /// Gives each candidate its prior and what the report's ground adds.
  mutating func update(on ground: Ground) {
    for index in names.indices {
      let name = names[index]
      var scores: [Double] = []
      for candidate in name.candidates {
        scores.append(candidate.prior + ground.support(for: candidate.entry, without: name))
      }
      names[index].share(scores)
      if let best = names[index].best {
        names[index].support = ground.support(for: best.entry, without: name)
      }
    }
  }

  /// The place that a mention means; nil when the gazetteer has none of its name.
  func choice(of mention: Int) -> GazetteerEntry? { names[name[mention]].best?.entry }

  /// Whether a mention is a place's, by its own evidence, that of its like, and what supports it.
  func isKept(_ mention: Int) -> Bool {
    let name = names[name[mention]]
    let own = mentions[mention].evidence
    if let best = name.best?.entry, best.kind == .town, best.logarithmOfPeople < Self.alone,
      name.support < Self.supported
    {
      return false
    }
    let like = name.evidence > 1.5 && own > -2.5 ? 1.5 : 0
    return own + like + min(1.5, 0.4 * name.support) >= 0.5
  }
}

extension Names.Name {
  var best: Names.Candidate? { candidates.max { $0.share < $1.share } }

  /// Shares by prior alone.
  mutating func share() { share(candidates.map(\.prior)) }

  /// Shares by scores, one for each candidate.
  mutating func share(_ scores: [Double]) {
    guard let top = scores.max() else { return }
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    for index in candidates.indices { candidates[index].share = powers[index] / sum }
  }
}
