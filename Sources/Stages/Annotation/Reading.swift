public import QuothReport
public import QuothText
public import QuothTime

/// All that was read in one report: what the views show and the ledger keeps.
public struct Reading: Sendable {
  public var text: Text
  /// In text order of their first span; `attributions[i].id == i`.
  public var attributions: [Attribution]
  /// `entities[i].id == i`.
  public var entities: [Entity]
  /// Every time that the report names, in text order.
  public var times: [TimeExpression]
  /// Name and version of the model that made it.
  public var model: String
  public var warnings: [Warning]

  public init(
    text: Text, attributions: [Attribution], entities: [Entity],
    times: [TimeExpression] = [], model: String,
    warnings: [Warning] = []
  ) {
    self.text = text
    self.attributions = attributions
    self.entities = entities
    self.times = times
    self.model = model
    self.warnings = warnings
  }

  public var report: Report { text.report }
}
