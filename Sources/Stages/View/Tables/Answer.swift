public import QuothStatement

/// A statement that answers a question.
public struct Answer: Sendable, Hashable {
  /// The report it stands in, as an index into those that were asked.
  public var report: Int
  public var statement: Statement.ID
  /// How well it fits the question, 0 to 1; about the match, never about the truth.
  public var score: Double

  public init(report: Int, statement: Statement.ID, score: Double) {
    self.report = report
    self.statement = statement
    self.score = score
  }
}
