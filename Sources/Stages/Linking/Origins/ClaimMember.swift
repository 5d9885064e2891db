/// A statement of a claim, with what is asked of it to count origins and to see who disagrees.
public struct ClaimMember: Sendable, Hashable {
  /// Its key in the store.
  public var statement: Int
  public var report: Int
  /// The earliest report of the family of copies, where it stands in a passage that was copied; else its own.
  public var source: Int
  /// The outlet of that report.
  public var outlet: String
  /// Day of publication, since 1970.
  public var day: Int
  public var words: String
  public var voice: Voice
  public var sketch: StatementSketch
  /// Whether its report says in so many words that it denies another statement of this claim.
  public var isDenial: Bool

  public init(
    statement: Int, report: Int, source: Int, outlet: String, day: Int, words: String,
    voice: Voice, sketch: StatementSketch, isDenial: Bool = false
  ) {
    self.statement = statement
    self.report = report
    self.source = source
    self.outlet = outlet
    self.day = day
    self.words = words
    self.voice = voice
    self.sketch = sketch
    self.isDenial = isDenial
  }
}
