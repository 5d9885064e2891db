/// How alike two sentences are, whatever events they tell of.
public struct SentenceNearness: Sendable, Hashable {
  var meaning: Double
  var words: Double
  var names: Double
  var numbers: Double
  var times: Double
  /// Whether both give a number, and a time.
  var haveNumbers: Bool
  var haveTimes: Bool

  /// - Parameter importance: how much a term tells apart; the rarer it is among all reports, the more.
  /// - Complexity: O(n) in the terms of both and in the numbers of their meanings.
  public init(
    _ one: SentenceSketch, _ other: SentenceSketch, importance: (Term) -> Double
  ) {
    meaning = one.meaning.nearness(to: other.meaning)
    words = cosine(one.words, other.words, importance)
    names = cosine(one.names, other.names, importance)
    numbers = cosine(one.numbers, other.numbers) { _ in 1 }
    times = cosine(one.times, other.times) { _ in 1 }
    haveNumbers = !one.numbers.isEmpty && !other.numbers.isEmpty
    haveTimes = !one.times.isEmpty && !other.times.isEmpty
  }
}

/// What speaks for two mentions being of one happening, and against it.
public struct HappeningSigns: Sendable, Hashable {
  /// In the order of ``Sign``, 0 to 1, cosines of meanings from -1.
  public let values: [Double]

  public enum Sign: Int, Sendable, CaseIterable {
    case sameWord, kinWords, triggers, sentences, reportWords, reportNames, reportLeads
    case sentenceWords, parties, haveParties, sentenceNames, numbers, haveNumbers, times, haveTimes
    case areVerbs, sameReport, sameSentence
  }

  /// - Parameters:
  ///   - sentences: of those the two stand in.
  ///   - reports: of those the two stand in; nil where it is one report.
  ///   - importance: how much a term tells apart.
  /// - Complexity: O(n) in the parties of both and in the numbers of their meanings.
  public init(
    _ one: EventSketch, _ other: EventSketch, sentences: SentenceNearness,
    reports: ReportNearness?, importance: (Term) -> Double
  ) {
    func flag(_ isSo: Bool) -> Double { isSo ? 1 : 0 }
    let near = reports ?? .same
    values = [
      flag(one.hasWord(of: other)), one.kinship(with: other),
      one.meaning.nearness(to: other.meaning), sentences.meaning, near.words, near.names,
      near.lead, sentences.words, cosine(one.parties, other.parties, importance),
      flag(!one.parties.isEmpty && !other.parties.isEmpty), sentences.names, sentences.numbers,
      flag(sentences.haveNumbers), sentences.times, flag(sentences.haveTimes),
      flag(one.isVerb && other.isVerb), flag(reports == nil),
      flag(reports == nil && one.sentence == other.sentence),
    ]
  }

  subscript(sign: Sign) -> Double { values[sign.rawValue] }

  /// What speaks for one happening, in words.
  public var why: [String] {
    Self.told.filter { self[$0.sign] >= $0.least }.map(\.words)
  }

  private static let told: [(sign: Sign, least: Double, words: String)] = [
    (.sameWord, 1, "same word"), (.triggers, 0.6, "words of like meaning"),
    (.parties, 0.3, "same parties"), (.sentenceNames, 0.5, "same names beside"),
    (.numbers, 0.5, "same numbers"), (.times, 0.5, "same time"),
    (.sentences, 0.6, "sentences of like meaning"), (.sameReport, 1, "same report"),
    (.reportWords, 0.3, "reports alike"),
  ]
}

/// Of two sorted sets, each term weighed.
private func cosine(
  _ one: [Term], _ other: [Term], _ importance: (Term) -> Double
) -> Double {
  guard !one.isEmpty, !other.isEmpty else { return 0 }
  func sum(_ terms: [Term]) -> Double {
    terms.reduce(0) { $0 + importance($1) * importance($1) }
  }
  var (left, right) = (0, 0)
  var shared: [Term] = []
  while left < one.count, right < other.count {
    if one[left] == other[right] { shared.append(one[left]) }
    let isLeft = one[left] <= other[right]
    if other[right] <= one[left] { right += 1 }
    if isLeft { left += 1 }
  }
  guard !shared.isEmpty else { return 0 }
  let lengths = sum(one) * sum(other)
  return lengths > 0 ? sum(shared) / lengths.squareRoot() : 0
}
