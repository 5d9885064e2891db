/// Two statements of a claim that do not agree, or of which one changes the other.
public struct LedgerDisagreement: Sendable, Hashable {
  public var claim: Int
  /// `denies`, `corrects`, `conflicts`, `disputes`, `confirms` or `walks_back`.
  public var type: String
  public var from: LedgerStatement
  public var to: LedgerStatement
  /// `number`, `time`, `actor` or `polarity`.
  public var field: String?
  public var why: String
}
