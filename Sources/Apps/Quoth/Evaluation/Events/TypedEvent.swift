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
  /// How sure the type is, 0 to 1; nil where that is not said.
  public var confidence: Double?

  public init(
    trigger: Span, type: String?, actors: [Span] = [], recipients: [Span] = [],
    confidence: Double? = nil
  ) {
    self.trigger = trigger
    self.type = type
    self.actors = actors
    self.recipients = recipients
    self.confidence = confidence
  }

  /// The type as Zero-Shot-PLOVER counts it: CONCEDE and RETREAT are both YIELD.
  var root: String? { type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type }
}
