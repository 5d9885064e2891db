public import QuothLinking
import QuothReport

/// The measure of stories: how reports that come in one by one, in no order, are grouped, in B-cubed.
///
///     var stories = StoriesEvaluation([try StoryGold(folder: "corpora/basil", part: part)])
///     for entry in stories.entries { stories.add(sketch(of: entry)) }
///     stories.figures
///
/// Each corpus is a ledger of its own, `together` one of all; topics are not given. Figures are of the first of three
/// orders; what F1 loses between the best and the worst of them is the figure `order`.
public struct StoriesEvaluation: Sendable {
  public let entries: [StoryGold.Entry]
  public let corpora: [MeasuredCorpus]
  /// Of which corpus each entry is.
  private let home: [Int]
  private var sketches: [ReportSketch] = []

  private static let orders: [UInt64] = [1, 2, 3]

  public init(_ gold: [StoryGold]) {
    entries = gold.flatMap(\.entries)
    corpora = gold.map(\.corpus)
    home = gold.enumerated().flatMap { number, gold in gold.entries.map { _ in number } }
  }

  /// Adds what was read of the next entry.
  public mutating func add(_ sketch: ReportSketch) { sketches.append(sketch) }

  /// In percent.
  ///
  /// - Precondition: a sketch for each entry.
  public var figures: [Figure] {
    precondition(sketches.count == entries.count, "one sketch for each report")
    var ledgers = corpora.indices.map { corpus in entries.indices.filter { home[$0] == corpus } }
    if ledgers.count > 1 { ledgers.append(Array(entries.indices)) }
    return ledgers.enumerated().flatMap { number, ledger in
      figures(of: ledger, named: number < corpora.count ? corpora[number].name : "together")
    }
  }

  private func figures(of ledger: [Int], named name: String) -> [Figure] {
    let found = Self.orders.map { stories(of: ledger, order: $0) }
    let all = found.map { score(ledger, $0).f1 }
    var figures = self.figures(score(ledger, found[0]), named: name)
    figures.append(
      Figure("\(name) order", 100 * ((all.max() ?? 0) - (all.min() ?? 0)), isCost: true))
    let parts = Set(ledger.map { entries[$0].part }).sorted()
    guard parts.count > 1, name != "together" else { return figures }
    return figures
      + parts.flatMap { part in
        self.figures(
          score(ledger.filter { entries[$0].part == part }, found[0]), named: part)
      }
  }

  private func figures(_ score: BCubed, named name: String) -> [Figure] {
    [
      Figure("\(name) precision", 100 * score.precision),
      Figure("\(name) recall", 100 * score.recall), Figure("\(name) F1", 100 * score.f1),
    ]
  }

  private func score(_ ledger: [Int], _ stories: [Int: Int]) -> BCubed {
    BCubed(gold: ledger.map { entries[$0].story }, found: ledger.map { stories[$0] ?? -1 })
  }

  /// The story of each entry of a ledger.
  private func stories(of ledger: [Int], order: UInt64) -> [Int: Int] {
    var generator = Shuffle(seed: order)
    let order = ledger.shuffled(using: &generator)
    var memory = StoryMemory()
    for entry in order { memory.add(sketches[entry]) }
    return Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, memory.story(of: $0) ?? -1) })
  }

  /// Every pair of one corpus as JSON Lines, with the inputs of its score as they were when the later of the two
  /// came in: what `Tools/training` fits the weights on.
  ///
  /// - Complexity: O(n²) in the reports of a corpus.
  public func forEachPair(_ body: (String) throws -> Void) rethrows {
    for corpus in corpora.indices {
      var generator = Shuffle(seed: Self.orders[0])
      let order = entries.indices.filter { home[$0] == corpus }.shuffled(using: &generator)
      var frequencies: [Term: Int] = [:]
      for (count, entry) in order.enumerated() {
        let weights = TermWeights(reports: count, frequencies: frequencies)
        let profiles = order[...count].map { entry in
          StoryProfile(StoryMember(id: entry, sketch: sketches[entry]), weights)
        }
        for (other, profile) in zip(order[..<count], profiles) {
          try body(line(entry, other, StoryScore(profiles[count], profile)))
        }
        for term in sketches[entry].terms { frequencies[term, default: 0] += 1 }
      }
    }
  }

  private func line(_ entry: Int, _ other: Int, _ score: StoryScore) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("report", entries[entry].id)
      json.member("other", entries[other].id)
      json.member("corpus", corpora[home[entry]].name)
      json.key("isOne")
      json.bool(entries[entry].story == entries[other].story)
      json.key("inputs")
      json.array(score.inputs) { $0.number(($1 * 10_000).rounded() / 10_000) }
    }
    return json.text
  }
}

/// Random numbers that are the same in every run.
///
/// Source: SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195).
struct Shuffle: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
