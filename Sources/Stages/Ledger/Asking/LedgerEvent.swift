public import QuothReport
public import QuothStatement
public import QuothTime

/// One mention of an event, with its sentence.
public struct LedgerEvent: Sendable, Hashable {
  public var key: Int
  public var report: LedgerReport
  /// From 1, in its report.
  public var number: Int
  public var happening: Int?
  public var type: EventType?
  public var lemma: String
  public var status: Event.Status
  /// In code points of the report's text, as all spans here.
  public var trigger: Span
  public var time: Time?
  public var place: String?
  public var actors: [String]
  public var recipients: [String]
  public var sentence: String

  /// `r12v3`
  public var name: String { "\(report.name)v\(number)" }

  /// The day that it is told of, else the day of publication, as ISO 8601.
  public var day: String { time?.begin ?? CalendarDay(number: report.day).description }
}
