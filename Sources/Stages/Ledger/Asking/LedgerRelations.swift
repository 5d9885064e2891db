import QuothStatement

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
    /// Whether it is counted already, in a copy or as the same happening.
    public var isRepeated: Bool

    /// It happened or goes on, and was not counted before.
    public var isCounted: Bool { isReal && !isRepeated }

    /// Whether it is told as something that happened or goes on.
    public var isReal: Bool { event.status == .happened || event.status == .ongoing }
  }
}
