public import QuothReport

/// An event that was found, as the measures of events take it.
public struct TypedEvent: Sendable, Hashable {
  public var trigger: Span
  /// A PLOVER type, such as `CONSULT`; nil where PLOVER has none.
  public var type: String?
  /// The head word of each mention that acts.
  public var actors: [Span]
  /// The head word of each mention that is acted on.
  public var recipients: [Span]

  public init(trigger: Span, type: String?, actors: [Span] = [], recipients: [Span] = []) {
    self.trigger = trigger
    self.type = type
    self.actors = actors
    self.recipients = recipients
  }

  /// The type as Zero-Shot-PLOVER counts it: CONCEDE and RETREAT are both YIELD.
  var root: String? { type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type }
}
