public import QuothReport

/// A time as RECORD's `time` object gives it: when something was said or happened.
public struct Time: Sendable, Hashable {
  /// TIMEX3 value, such as `2026-03-03`.
  public var value: String
  /// First and last day, ISO 8601; `nil` where open.
  public var begin: String?
  public var end: String?
  public var basis: Basis
  /// The words it was read from.
  public var span: Span

  public init(value: String, begin: String?, end: String?, basis: Basis, span: Span) {
    self.value = value
    self.begin = begin
    self.end = end
    self.basis = basis
    self.span = span
  }

  /// The time that an expression names.
  public init(_ expression: TimeExpression) {
    self.init(
      value: expression.value, begin: expression.begin?.description,
      end: expression.end?.description, basis: expression.basis, span: expression.span)
  }

  /// What settles which day of the calendar is meant.
  public enum Basis: String, Sendable, Hashable {
    /// The words alone, or with the day of publication: *yesterday*, *3 March 2026*.
    case text
    /// The tense of the verb beside it: *met on Friday*, *will meet on Friday*.
    case tense
    /// What lies nearest to the day of publication: *on 30 December*.
    case inferred
  }
}
