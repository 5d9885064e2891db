public import QuothReport
public import QuothText
public import QuothTime

/// Who says what in a report, and when.
public struct Annotations: Sendable {
  public var text: Text
  /// In text order of their first span; `attributions[i].id == i`.
  public var attributions: [Attribution]
  /// `entities[i].id == i`.
  public var entities: [Entity]
  /// Every time that the report names, in text order.
  public var times: [TimeExpression]

  public init(
    text: Text, attributions: [Attribution], entities: [Entity], times: [TimeExpression] = []
  ) {
    self.text = text
    self.attributions = attributions
    self.entities = entities
    self.times = times
  }

  public var report: Report { text.report }
}
