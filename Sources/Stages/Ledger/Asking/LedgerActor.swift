/// Somebody who speaks or acts in reports of a ledger.
public struct LedgerActor: Sendable, Hashable {
  public var key: Int
  public var name: String
  public var type: String
  /// Alpha-3.
  public var country: String?
  public var link: String?
  /// Other names that reports use.
  public var aliases: [String]
  /// As reports state them, the most frequent first.
  public var roles: [String]
  /// The newest first, at most some hundreds.
  public var mentions: [Mention]
  public var reportCount: Int
  public var statementCount: Int

  public struct Mention: Sendable, Hashable {
    public var report: LedgerReport
    /// From 1, in its report.
    public var entity: Int
  }

  /// `k7`
  public var id: String { "k\(key)" }
}
