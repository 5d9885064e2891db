/// Puts the events of a report that arrives to the happenings that reports before it tell of.
///
///     let grouping = HappeningGrouping { term in importance[term] }
///     let groups = grouping.groups(of: report, among: neighbours)
///     groups[0].happenings     // [7]: it joins the seventh; [] begins one of its own
///
/// Groups are joined from the most alike down, as long as the mean likelihood over all pairs of two groups reaches
/// a threshold (average linkage; Sokal and Michener 1958). Groups of earlier reports enter whole and are joined
/// only by an event of the new one. The same reports in the same order give the same groups.
public struct HappeningGrouping: Sendable {
  /// What is looked at in one report.
  public struct Report: Sendable {
    public var sketch: ReportSketch
    public var events: EventSketches

    public init(sketch: ReportSketch, events: EventSketches) {
      self.sketch = sketch
      self.events = events
    }
  }

  /// An earlier report, and the happenings of its events.
  public struct Neighbour: Sendable {
    public var report: Report
    /// One an event; nil for those that belong to none.
    public var happenings: [Int?]

    /// - Precondition: a happening, or nil, for each event.
    public init(_ report: Report, happenings: [Int?]) {
      precondition(report.events.events.count == happenings.count, "a happening for each event")
      self.report = report
      self.happenings = happenings
    }
  }

  /// Events of the new report that are of one happening.
  public struct Group: Sendable, Hashable {
    /// As indices into the report's events, ascending.
    public var events: [Int]
    /// The happenings of earlier reports that it is of, ascending. None: a new one. Several: they turn out to be
    /// one.
    public var happenings: [Int]
    /// The likeliest pair of one of its events with one of an earlier report; nil for a new happening.
    public var join: Join?
  }

  /// Why an event joined a happening.
  public struct Join: Sendable, Hashable {
    /// In the new report.
    public var event: Int
    /// The number of the neighbour, and the event in it.
    public var neighbour: Int
    public var other: Int
    /// 0 to 1.
    public var likelihood: Double
    /// What spoke for it: *same word*, *same parties*.
    public var why: [String]
  }

  private let score: HappeningScore
  private let threshold: Double
  private let importance: @Sendable (Term) -> Double

  /// - Parameter importance: how much a term tells apart; the rarer it is among all reports, the more.
  public init(importance: @escaping @Sendable (Term) -> Double) {
    self.init(HappeningScore(), threshold: Self.threshold, importance: importance)
  }

  init(
    _ score: HappeningScore, threshold: Double, importance: @escaping @Sendable (Term) -> Double
  ) {
    self.score = score
    self.threshold = threshold
    self.importance = importance
  }

  /// Chosen on ECB+, topics 1 to 30.
  private static let threshold = 0.3

  /// Every event of a report in one group.
  ///
  /// - Complexity: O(n (n + m)) in its events and those of its neighbours.
  public func groups(of report: Report, among neighbours: [Neighbour]) -> [Group] {
    let own = report.events.events.count
    var pairs = HappeningPairs([report] + neighbours.map(\.report), score, importance)
    var clusters = (0..<own).map { Cluster(own: [Mention(report: 0, event: $0)]) }
    clusters += happenings(of: neighbours, near: clusters, &pairs)
    join(&clusters, &pairs)
    return clusters.filter { !$0.own.isEmpty }.map { cluster in
      Group(
        events: cluster.own.map(\.event).sorted(), happenings: cluster.happenings.sorted(),
        join: likeliest(cluster, &pairs))
    }.sorted { $0.events[0] < $1.events[0] }
  }

  /// A group while it grows.
  private struct Cluster {
    /// Of the new report.
    var own: [Mention] = []
    /// Of earlier ones.
    var known: [Mention] = []
    var happenings: [Int] = []

    mutating func take(_ other: Cluster) {
      own += other.own
      known += other.known
      happenings += other.happenings
    }
  }

  /// The happenings of earlier reports that some event of the new one is likely of.
  private func happenings(
    of neighbours: [Neighbour], near clusters: [Cluster], _ pairs: inout HappeningPairs
  ) -> [Cluster] {
    var known: [Int: [Mention]] = [:]
    for (number, neighbour) in neighbours.enumerated() {
      for case (let event, let happening?) in neighbour.happenings.enumerated() {
        known[happening, default: []].append(Mention(report: number + 1, event: event))
      }
    }
    return known.sorted { $0.key < $1.key }.compactMap { happening, mentions in
      let isNear = clusters.contains { pairs.mean($0.own, mentions) >= threshold }
      return isNear ? Cluster(known: mentions, happenings: [happening]) : nil
    }
  }

  /// Joins the two that are most alike until none are alike enough.
  private func join(_ clusters: inout [Cluster], _ pairs: inout HappeningPairs) {
    var links = clusters.indices.map { left in
      clusters.indices.map { left < $0 ? link(clusters[left], clusters[$0], &pairs) : 0 }
    }
    while true {
      var best = (left: 0, right: 0, link: threshold)
      for left in clusters.indices {
        for right in clusters.indices where right > left && links[left][right] > best.link {
          best = (left, right, links[left][right])
        }
      }
      let (left, right, _) = best
      guard left < right else { return }
      clusters[left].take(clusters.remove(at: right))
      links.remove(at: right)
      for row in links.indices { links[row].remove(at: right) }
      for other in clusters.indices where other != left {
        links[min(left, other)][max(left, other)] = link(clusters[left], clusters[other], &pairs)
      }
    }
  }

  /// The mean likelihood over all pairs; 0 for two that no event of the new report joins.
  private func link(_ one: Cluster, _ other: Cluster, _ pairs: inout HappeningPairs) -> Double {
    guard !one.own.isEmpty || !other.own.isEmpty else { return 0 }
    if !one.known.isEmpty, !other.known.isEmpty,
      max(pairs.mean(one.own, other.known), pairs.mean(other.own, one.known)) < threshold
    {
      return 0
    }
    return pairs.mean(one.own + one.known, other.own + other.known)
  }

  private func likeliest(_ cluster: Cluster, _ pairs: inout HappeningPairs) -> Join? {
    var best: (own: Mention, known: Mention, likelihood: Double)?
    for own in cluster.own {
      for known in cluster.known {
        let likelihood = pairs.likelihood(own, known)
        if likelihood > best?.likelihood ?? 0 { best = (own, known, likelihood) }
      }
    }
    return best.map { best in
      Join(
        event: best.own.event, neighbour: best.known.report - 1, other: best.known.event,
        likelihood: best.likelihood, why: pairs.signs(best.own, best.known).why)
    }
  }
}
