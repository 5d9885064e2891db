import Glibc

/// A report made ready to be compared with others.
public struct StoryProfile: Sendable {
  let words: TermVector
  let names: TermVector
  let places: TermVector
  let leadWords: TermVector
  let days: [Int]
  let published: Int?
  let family: Int?

  public init(_ member: StoryMember, _ weights: TermWeights) {
    let sketch = member.sketch
    words = TermVector(sketch.words, weights)
    names = TermVector(sketch.names, weights)
    places = TermVector(sketch.places, weights)
    leadWords = TermVector(
      Dictionary(sketch.leadWords.map { ($0, 1) }) { first, _ in first }, weights)
    days = sketch.days
    published = sketch.published
    family = member.family
  }
}

/// How likely two reports are on one happening.
///
///     StoryScore(mill, harbour).probability     // 0.03
public struct StoryScore: Sendable, Hashable {
  /// What the probability rests on, in the order of ``StoryWeights``.
  public let inputs: [Double]
  /// The logarithm of the odds, -8 to 8: no single pair decides alone where many are weighed.
  public let logOdds: Double

  public var probability: Double { 1 / (1 + exp(-logOdds)) }

  /// - Complexity: O(n) in their terms.
  public init(_ one: StoryProfile, _ other: StoryProfile) {
    inputs = Self.inputs(one, other)
    let isCopied = one.family != nil && one.family == other.family
    let sum = zip(inputs, StoryWeights.each).reduce(StoryWeights.bias) { $0 + $1.0 * $1.1 }
    logOdds = min(max(sum + (isCopied ? StoryWeights.copied : 0), -8), 8)
  }

  private static func inputs(_ one: StoryProfile, _ other: StoryProfile) -> [Double] {
    let gap = distance(one.published, other.published)
    let told = nearest(one.days, other.days)
    return [
      one.words.nearness(to: other.words),
      one.leadWords.nearness(to: other.leadWords),
      one.names.nearness(to: other.names),
      one.places.nearness(to: other.places),
      gap.map { Self.excess($0, over: 30) } ?? 0,
      told.map { Self.excess($0, over: 7) } ?? 0,
    ]
  }

  /// How much further than usual two days lie apart, below 0 where less; beyond a year makes no difference.
  private static func excess(_ days: Int, over usual: Int) -> Double {
    log1p(Double(min(days, 365))) - log1p(Double(usual))
  }

  private static func distance(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return nil }
    return abs(one - other)
  }

  /// The least distance between days of two sorted lists; nil where one is empty.
  private static func nearest(_ one: [Int], _ other: [Int]) -> Int? {
    var least: Int?
    var left = 0
    var right = 0
    while left < one.count, right < other.count {
      least = min(least ?? .max, abs(one[left] - other[right]))
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return least
  }
}
