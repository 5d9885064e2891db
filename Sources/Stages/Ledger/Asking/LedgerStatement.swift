public import QuothAnnotation
public import QuothReport
public import QuothStatement
public import QuothTime

/// A statement as a ledger's answers show it.
public struct LedgerStatement: Sendable, Hashable {
  public var key: Int
  public var report: LedgerReport
  /// From 1, in its report.
  public var number: Int
  public var words: String
  /// In Unicode code points of the report's text.
  public var spans: [Span]
  /// Entities count from 0.
  public var holder: Statement.Holder
  /// Who holds it, in words; the outlet for the report's own voice, nil where nobody is named.
  public var holderName: String?
  public var certainty: Certainty
  public var timeClass: Statement.TimeClass
  /// Its span is in code points, too.
  public var time: Time?
  public var place: String?
  public var act: Attribution.Act?
  public var kind: Attribution.Kind?
  /// How it stands to the leading variant of its claim: `backs`, `denies`, `conflicts` or `superseded`.
  public var stance: String?
  public var claim: Int?
  public var origin: Int?

  /// `t4`, as in the record of its report.
  public var id: String { "t\(number)" }

  /// `r12t4`
  public var name: String { report.name + id }

  /// The words that hold it, from the first to the last.
  public var extent: Span {
    Span(start: spans.map(\.start).min() ?? 0, end: spans.map(\.end).max() ?? 0)
  }
}
