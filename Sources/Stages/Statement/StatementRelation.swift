public import QuothReport

/// How one statement stands to another of the same report.
public struct StatementRelation: Sendable, Hashable {
  public var type: Kind
  public var from: Statement.ID?
  public var to: Statement.ID
  /// The words that show it.
  public var evidence: [Span]

  package init(type: Kind, from: Statement.ID?, to: Statement.ID, evidence: [Span]) {
    self.type = type
    self.from = from
    self.to = to
    self.evidence = evidence
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case denies, disputes, corrects, confirms, corroborates, conflicts, condition, cause, contrast
    case walksBack = "walks_back"
    case declinesComment = "declines_comment"
    case anaphora
  }
}
