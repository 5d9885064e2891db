/// Where statements of a claim come from.
public struct LedgerOrigin: Sendable, Hashable {
  public var key: Int
  public var name: String
  public var actor: Int?
  /// `named`, `state`, `organisation`, `unnamed` or `reporter`.
  public var kind: String
  /// Why its statements are one, in words.
  public var rule: String
  /// Whether it adds to the independent ones.
  public var isCounted: Bool
}
