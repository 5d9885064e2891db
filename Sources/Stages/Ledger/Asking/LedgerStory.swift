/// A story: reports on one happening.
public struct LedgerStory: Sendable, Hashable {
  public var key: Int
  /// How many there are.
  public var reportCount: Int
  /// Days since 1970.
  public var firstDay: Int
  public var lastDay: Int
  /// In the order of publication; in a list of stories the first alone.
  public var reports: [LedgerReport]
  /// Its most backed claims, without their statements.
  public var claims: [Claim]
  public var claimCount: Int
  public var disputedCount: Int

  /// A claim in a list: its words and counts.
  public struct Claim: Sendable, Hashable {
    public var key: Int
    public var words: String
    public var reports: Int
    public var independentOrigins: Int
    /// Whether others say that it is not or otherwise.
    public var isDisputed: Bool

    /// `c12`
    public var name: String { "c\(key)" }
  }

  /// `y3`
  public var name: String { "y\(key)" }
}
