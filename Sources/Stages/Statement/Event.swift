public import QuothAnnotation
public import QuothReport
public import QuothTime

/// What a statement rests on: a predicate with who does it to whom.
public struct Event: Identifiable, Sendable, Hashable {
  /// Position in the report's list of events; written `v1`, `v2`, … in JSON.
  public var id: Int
  public var trigger: Span
  public var lemma: String
  /// Nil where PLOVER has none.
  public var type: EventType?
  public var mode: String?
  public var contexts: [String]
  public var actors: [Entity.ID]
  public var recipients: [Entity.ID]
  public var status: Status
  public var time: Time?
  /// Place as an index into the report's places.
  public var place: Int?
  public var numbers: [Count]
  /// Calibrated probability, 0 to 1, that the type is right.
  public var confidence: Double

  package init(
    id: Int, trigger: Span, lemma: String, type: EventType? = nil, mode: String? = nil,
    contexts: [String] = [], actors: [Entity.ID] = [], recipients: [Entity.ID] = [],
    status: Status, time: Time? = nil, place: Int? = nil, numbers: [Count] = [],
    confidence: Double
  ) {
    self.id = id
    self.trigger = trigger
    self.lemma = lemma
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.actors = actors
    self.recipients = recipients
    self.status = status
    self.time = time
    self.place = place
    self.numbers = numbers
    self.confidence = confidence
  }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    case happened, ongoing, planned, possible, hypothetical, denied
  }

  /// A number and what it counts.
  public struct Count: Sendable, Hashable {
    public var span: Span
    /// `nil` where the report is vague: *dozens*.
    public var value: Double?
    public var unit: String?

    public init(span: Span, value: Double?, unit: String?) {
      self.span = span
      self.value = value
      self.unit = unit
    }
  }
}

/// The sixteen types of political events of PLOVER (Halterman et al. 2023).
public enum EventType: String, Sendable, Hashable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}
