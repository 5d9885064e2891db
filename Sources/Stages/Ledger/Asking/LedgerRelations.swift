public import QuothStatement

/// Events between two actors.
public struct LedgerRelations: Sendable, Hashable {
  public var first: String
  public var second: String
  /// By day.
  public var events: [Entry]

  public struct Entry: Sendable, Hashable {
    public var event: LedgerEvent
    /// Whether the first actor does it to the second.
    public var isFromFirst: Bool
    /// Other mentions of what is counted already: in copies, or of the same happening.
    public var isRepeated: Bool
  }

  /// Whether it counts: it happened or goes on, and was not counted before.
  public static func counts(_ entry: Entry) -> Bool {
    !entry.isRepeated && (entry.event.status == .happened || entry.event.status == .ongoing)
  }
}
