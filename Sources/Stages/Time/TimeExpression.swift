public import QuothReport

/// Words of a report that name a time, and the time they name (TIMEX3 of ISO-TimeML).
///
///     reader.expressions(in: text, published: "2026-03-04")[0].value     // "2026-03-03"
public struct TimeExpression: Sendable, Hashable {
  public var span: Span
  public var type: Kind
  /// TIMEX3 value: `2026-03-03`, `2026-W10`, `2026-Q1`, `P17M`, `PRESENT_REF`. What the report leaves
  /// open is written `X`.
  public var value: String
  public var mod: Modifier?
  /// First and last day meant; `nil` where open or unknown.
  public var begin: CalendarDay?
  public var end: CalendarDay?
  public var basis: Time.Basis

  public init(
    span: Span, type: Kind, value: String, mod: Modifier? = nil, begin: CalendarDay? = nil,
    end: CalendarDay? = nil, basis: Time.Basis = .text
  ) {
    self.span = span
    self.type = type
    self.value = value
    self.mod = mod
    self.begin = begin
    self.end = end
    self.basis = basis
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  /// How the value is bent: *early* 2026, *about* two years.
  public enum Modifier: String, Sendable, Hashable, CaseIterable {
    case start = "START"
    case mid = "MID"
    case end = "END"
    case approximate = "APPROX"
    case moreThan = "MORE_THAN"
    case lessThan = "LESS_THAN"
    case equalOrMore = "EQUAL_OR_MORE"
    case equalOrLess = "EQUAL_OR_LESS"
    case before = "BEFORE"
    case after = "AFTER"
  }
}
