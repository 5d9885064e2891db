/// An event of one of the reports at hand.
struct Mention: Hashable, Comparable {
  var report: Int
  var event: Int

  static func < (one: Mention, other: Mention) -> Bool {
    (one.report, one.event) < (other.report, other.event)
  }
}

/// How likely any two events of some reports are one happening; each is weighed once.
struct HappeningPairs {
  private let reports: [HappeningGrouping.Report]
  private let score: HappeningScore
  private let importance: (Term) -> Double
  private var nearness: [Couple: ReportNearness] = [:]
  private var sentences: [Couple: SentenceNearness] = [:]
  private var likelihoods: [Couple: Double] = [:]

  /// Two mentions in ascending order.
  private struct Couple: Hashable {
    let first: Mention
    let second: Mention

    init(_ one: Mention, _ other: Mention) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  init(
    _ reports: [HappeningGrouping.Report], _ score: HappeningScore,
    _ importance: @escaping (Term) -> Double
  ) {
    self.reports = reports
    self.score = score
    self.importance = importance
  }

  /// The mean over all pairs of one of each; 0 for none.
  mutating func mean(_ ones: [Mention], _ others: [Mention]) -> Double {
    guard !ones.isEmpty, !others.isEmpty else { return 0 }
    var sum = 0.0
    for one in ones { for other in others { sum += likelihood(one, other) } }
    return sum / Double(ones.count * others.count)
  }

  mutating func likelihood(_ one: Mention, _ other: Mention) -> Double {
    let couple = Couple(one, other)
    if let known = likelihoods[couple] { return known }
    let likelihood = score.likelihood(signs(one, other))
    likelihoods[couple] = likelihood
    return likelihood
  }

  mutating func signs(_ one: Mention, _ other: Mention) -> HappeningSigns {
    let couple = Couple(one, other)
    let events = (event(couple.first), event(couple.second))
    return HappeningSigns(
      events.0, events.1, sentences: sentences(couple, events.0.sentence, events.1.sentence),
      reports: nearness(couple.first.report, couple.second.report), importance: importance)
  }

  private func event(_ mention: Mention) -> EventSketch {
    reports[mention.report].events.events[mention.event]
  }

  private mutating func sentences(_ couple: Couple, _ one: Int, _ other: Int) -> SentenceNearness {
    let key = Couple(
      Mention(report: couple.first.report, event: one),
      Mention(report: couple.second.report, event: other))
    if let known = sentences[key] { return known }
    let near = SentenceNearness(
      reports[couple.first.report].events.sentences[one],
      reports[couple.second.report].events.sentences[other], importance: importance)
    sentences[key] = near
    return near
  }

  /// Nil for one report.
  private mutating func nearness(_ one: Int, _ other: Int) -> ReportNearness? {
    guard one != other else { return nil }
    let key = Couple(Mention(report: one, event: 0), Mention(report: other, event: 0))
    if let known = nearness[key] { return known }
    let near = ReportNearness(
      reports[one].sketch, reports[other].sketch, importance: importance)
    nearness[key] = near
    return near
  }
}
