/// Groups the statements of a story into claims: average linkage over the scores of pairs.
///
///     ClaimGrouping().groups(of: items)     // [[0, 4, 7], [1], …]
///
/// Two groups become one while the mean score of their pairs is the highest there is and reaches the threshold. Statements
/// of one sentence never share a claim, since they say different things. What a person has put together or apart stays so.
/// Deterministic: the same statements make the same claims.
///
/// Source: average linkage (Sokal and Michener 1958).
public struct ClaimGrouping {
  /// A statement to be grouped.
  public struct Item: Sendable {
    /// Its key in the store.
    public var statement: Int
    public var report: Int
    public var sentence: Int
    public var weighed: WeighedStatement

    public init(statement: Int, report: Int, sentence: Int, weighed: WeighedStatement) {
      self.statement = statement
      self.report = report
      self.sentence = sentence
      self.weighed = weighed
    }
  }

  /// What is known of two statements without looking at their words, by their keys.
  public struct Wish: Sendable, Hashable {
    public var one: Int
    public var other: Int
    /// Whether they say the same, or surely not.
    public var isOne: Bool

    public init(_ one: Int, _ other: Int, isOne: Bool) {
      self.one = one
      self.other = other
      self.isOne = isOne
    }
  }

  /// Mean score from which two groups are one: lower joins more and errs more.
  public static let threshold = 0.2
  /// Score from which a statement belongs to a claim of another story.
  public static let thresholdElsewhere = 0.6
  /// Cosine below which a pair is not looked at.
  static let leastNearness = 0.15
  /// Scores below it count as none.
  static let leastScore = 0.02

  public init() {}

  /// Indices of items in groups, each in order, by their first ones.
  ///
  /// - Complexity: O(n²) in items for their scores, and O(e log e) in the pairs that score.
  public func groups(of items: [Item], wishes: [Wish] = []) -> [[Int]] {
    var groups = Groups(items)
    let indices = Dictionary(
      items.enumerated().map { ($1.statement, $0) }, uniquingKeysWith: { first, _ in first })
    for wish in wishes {
      guard let one = indices[wish.one], let other = indices[wish.other] else { continue }
      if wish.isOne { groups.join(one, other) } else { groups.part(one, other) }
    }
    for index in items.indices {
      for other in 0..<index {
        let (a, b) = (items[index].weighed, items[other].weighed)
        guard a.sketch.meaning.nearness(to: b.sketch.meaning) >= Self.leastNearness else {
          continue
        }
        let score = ClaimScore(a, b).value
        if score >= Self.leastScore { groups.add(score, index, other) }
      }
    }
    return groups.merged(from: Self.threshold)
  }
}

/// Groups that become one, nearest first.
private struct Groups {
  /// For each group its items; empty for one that has become part of another.
  private var members: [[Int]]
  /// For each group the sum of scores with each other group.
  private var sums: [[Int: Double]]
  /// Groups that each must not become one with.
  private var foes: [Set<Int>]
  private var heap: [Pair] = []

  private struct Pair {
    var mean: Double
    var one: Int
    var other: Int
  }

  init(_ items: [ClaimGrouping.Item]) {
    members = items.indices.map { [$0] }
    sums = items.map { _ in [:] }
    foes = items.map { _ in [] }
    let sentences = Dictionary(grouping: items.indices) { [items[$0].report, items[$0].sentence] }
    for sentence in sentences.values where sentence.count > 1 {
      for one in sentence { foes[one].formUnion(sentence.filter { $0 != one }) }
    }
  }

  mutating func add(_ score: Double, _ item: Int, _ other: Int) {
    let (one, another) = (group(of: item), group(of: other))
    guard one != another else { return }
    sums[one][another, default: 0] += score
    sums[another][one, default: 0] += score
  }

  mutating func join(_ item: Int, _ other: Int) {
    let (one, another) = (group(of: item), group(of: other))
    if one != another { merge(max(one, another), into: min(one, another)) }
  }

  mutating func part(_ item: Int, _ other: Int) {
    let (one, another) = (group(of: item), group(of: other))
    foes[one].insert(another)
    foes[another].insert(one)
  }

  /// Few items are joined before there are scores, so that a search serves.
  private func group(of item: Int) -> Int {
    members[item].isEmpty ? members.firstIndex { $0.contains(item) } ?? item : item
  }

  mutating func merged(from threshold: Double) -> [[Int]] {
    for one in sums.indices {
      for (other, sum) in sums[one] where one < other {
        push(one, other, sum, from: threshold)
      }
    }
    while let next = pop() {
      guard let sum = sums[next.one][next.other], !foes[next.one].contains(next.other),
        mean(next.one, next.other, sum) == next.mean
      else { continue }
      merge(next.other, into: next.one)
      for (other, sum) in sums[next.one] {
        push(min(other, next.one), max(other, next.one), sum, from: threshold)
      }
    }
    return members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private func mean(_ one: Int, _ other: Int, _ sum: Double) -> Double {
    sum / Double(members[one].count * members[other].count)
  }

  private mutating func merge(_ group: Int, into other: Int) {
    members[other] += members[group]
    members[group] = []
    sums[other][group] = nil
    for (third, sum) in sums[group] where third != other {
      sums[other][third, default: 0] += sum
      sums[third][other] = sums[other][third]
      sums[third][group] = nil
    }
    sums[group] = [:]
    for foe in foes[group] {
      foes[foe].remove(group)
      foes[foe].insert(other)
    }
    foes[other].formUnion(foes[group])
    foes[group] = []
  }

  // MARK: A heap, the highest mean on top, of equals the lowest indices

  private mutating func push(_ one: Int, _ other: Int, _ sum: Double, from threshold: Double) {
    let mean = mean(one, other, sum)
    guard mean >= threshold, !foes[one].contains(other) else { return }
    heap.append(Pair(mean: mean, one: one, other: other))
    var child = heap.count - 1
    while child > 0, Self.precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Pair? {
    guard let top = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, Self.precedes(heap[child + 1], heap[child]) { child += 1 }
      guard Self.precedes(heap[child], heap[parent]) else { break }
      heap.swapAt(parent, child)
      parent = child
    }
    return top
  }

  private static func precedes(_ a: Pair, _ b: Pair) -> Bool {
    (b.mean, a.one, a.other) < (a.mean, b.one, b.other)
  }
}
