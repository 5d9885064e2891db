/// One happening, as reports tell of it.
public struct LedgerHappening: Sendable, Hashable {
  /// Nil while no other report tells of it.
  public var key: Int?
  /// At least one; in the order of adding.
  public var mentions: [LedgerEvent]

  /// `g4`; the name of its one mention where nobody else tells of it.
  public var name: String { key.map { "g\($0)" } ?? mentions[0].name }
}
