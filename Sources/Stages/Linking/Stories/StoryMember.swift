/// A report as the grouping into stories sees it.
public struct StoryMember: Sendable, Hashable, Identifiable {
  /// Its number; the later a report came in, the higher.
  public let id: Int
  /// The story that it stands in; nil for one that has just come in.
  public var story: Int?
  /// The family of copies that it belongs to.
  public var family: Int?
  public var sketch: ReportSketch

  public init(id: Int, story: Int? = nil, family: Int? = nil, sketch: ReportSketch) {
    self.id = id
    self.story = story
    self.family = family
    self.sketch = sketch
  }
}

/// What a person decided about two reports; it outlives all evidence.
public struct StoryWish: Sendable, Hashable {
  public var reports: [Int]
  /// Whether they are on one happening, or surely not.
  public var isOne: Bool

  public init(_ first: Int, _ second: Int, isOne: Bool) {
    reports = [first, second]
    self.isOne = isOne
  }
}

/// Where reports and their stories are kept, as far as the grouping asks.
///
/// What it answers is bounded, whatever the number of reports, so that the cost of a report does not grow with them.
public protocol StoryStore {
  associatedtype Failure: Error = Never

  /// How much terms weigh among the reports that there are.
  func weights(of terms: Set<Term>) throws(Failure) -> TermWeights

  /// Reports that were kept under one of the keys, those first whose shared keys weigh most; at most `limit`. Of a key
  /// that very many share, the newest reports do.
  func reports(
    sharing keys: StoryKeys, _ weights: TermWeights, limit: Int
  ) throws(Failure) -> [StoryMember]

  /// Reports of a story, at most `limit`: half of them the oldest, half the newest.
  func reports(of story: Int, limit: Int) throws(Failure) -> [StoryMember]

  /// How many reports a story has.
  func size(of story: Int) throws(Failure) -> Int

  /// The wishes that name one of some reports.
  func wishes(about reports: Set<Int>) throws(Failure) -> [StoryWish]

  /// The reports of these numbers that there are.
  func reports(_ numbers: [Int]) throws(Failure) -> [StoryMember]
}
