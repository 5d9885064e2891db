public import QuothLinking

/// A statement that may answer a question, with what is weighed of it.
public struct AnswerCandidate: Sendable {
  public var statement: LedgerStatement
  /// Names and roles of who holds it.
  public var holders: String
  /// The headline of its report.
  public var headline: String
  public var sketch: StatementSketch
  /// What its report is about.
  public var reportMeaning: Meaning
}
