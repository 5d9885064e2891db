/// A family of copies: an original and what was taken over from it.
public struct LedgerFamily: Sendable, Hashable {
  public var key: Int
  public var original: LedgerReport
  public var copies: [Copy]

  public struct Copy: Sendable, Hashable {
    public var report: LedgerReport
    /// `whole`, `partial` and so on.
    public var extent: String
    /// Of its words, where that is known, 0 to 1.
    public var share: Double?
    public var why: String?
  }

  /// `f4`
  public var name: String { "f\(key)" }
}
