/// How somebody speaks, over all reports of a ledger.
public struct LedgerSource: Sendable, Hashable {
  public var actor: Int
  public var name: String
  public var type: String
  /// Admiralty scale, A to F, where a person gave it.
  public var reliability: String?
  /// Statements, those in copies left out.
  public var statements: Int
  public var reports: Int
  public var certain: Int
  /// Probable or possible.
  public var hedged: Int
  /// Statements of claims that have no other origin.
  public var alone: Int
  /// Statements that somebody else denies or disputes.
  public var denied: Int
  /// Statements that were corrected or walked back.
  public var corrected: Int
}
