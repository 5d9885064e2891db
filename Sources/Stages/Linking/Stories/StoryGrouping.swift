/// Groups reports into stories as they come in.
///
/// A report is compared with those that share names, places and words with it. The stories nearest to it, each by some
/// of its reports, and the report itself are then grouped afresh: two groups become one while the mean of
/// the scores between their reports says that they are likelier on one happening than not; a report alone joins
/// a group more easily. What comes out is held against what stood before, so that a report joins a story or founds
/// one, stories merge, and what no longer belongs moves or splits off, all by one rule. The same reports in the
/// same order give the same stories.
///
///     var store = StoryMemory()
///     for report in reports { store.add(report) }      // uses StoryGrouping
///
/// Source: average linkage (Sokal and Michener 1958), applied to a neighbourhood.
public struct StoryGrouping: Sendable {
  /// How many reports are looked up, how many stories are considered, and by how many reports each.
  public struct Limits: Sendable {
    public var candidates = 64
    public var stories = 4
    public var reportsOfStory = 24
    /// Log odds below which the nearest report of a story brings it no consideration.
    public var least = -3.0

    public init() {}
  }

  public let limits: Limits
  /// Log odds; chosen on topics 1 to 30 of ECB+ and the test world.
  static let bars = Linkage.Bars(mean: 0, meanOfOne: -2, best: 0)

  public init(limits: Limits = Limits()) { self.limits = limits }

  /// What a report that has just come in changes.
  ///
  /// - Parameter report: that stands in no story yet.
  /// - Complexity: bounded by ``Limits``, whatever the store holds.
  public func decide<Store: StoryStore>(
    _ report: StoryMember, in store: Store
  ) throws(Store.Failure) -> StoryDecision {
    let own = try store.weights(of: report.sketch.terms)
    let keys = StoryKeys(report.sketch, own)
    var neighbours = try store.reports(sharing: keys, own, limit: limits.candidates)
    neighbours.removeAll { $0.id == report.id }
    let wished = Set(try store.wishes(about: [report.id]).flatMap(\.reports))
      .subtracting(neighbours.map(\.id)).subtracting([report.id])
    neighbours += try store.reports(wished.sorted())
    let terms = neighbours.reduce(into: report.sketch.terms) { $0.formUnion($1.sketch.terms) }
    let weights = try store.weights(of: terms)

    var hood = Neighbourhood(report, weights)
    for neighbour in neighbours { hood.consider(neighbour) }
    let stories = hood.nearestStories(limits, always: wished)
    for story in stories {
      let reports = try store.reports(of: story, limit: limits.reportsOfStory)
      let size = try store.size(of: story)
      hood.add(reports, of: story, size: size, limit: limits.reportsOfStory)
    }
    hood.heed(try store.wishes(about: Set(hood.members.map(\.id))))
    return hood.decision(over: Self.bars)
  }
}
