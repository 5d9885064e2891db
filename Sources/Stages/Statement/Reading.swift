public import QuothAnnotation
public import QuothPlace
public import QuothReport
public import QuothSyntax
public import QuothText
public import QuothTime

/// All that was read in one report: what the views show and the ledger keeps.
public struct Reading: Sendable {
  public var text: Text
  /// Words, trees and names; nil where a reading was put together by hand.
  public var syntax: Syntax?
  /// In text order of their first span; `attributions[i].id == i`.
  public var attributions: [Attribution]
  /// In text order of their first span; `statements[i].id == i`.
  public var statements: [Statement]
  /// `events[i].id == i`.
  public var events: [Event]
  /// `entities[i].id == i`.
  public var entities: [Entity]
  /// In order of their first mention; `places[i].id == i`.
  public var places: [Place]
  /// Every time that the report names, in text order.
  public var times: [TimeExpression]
  public var relations: [StatementRelation]
  /// Name and version of the model that made it.
  public var model: String
  public var warnings: [Warning]

  public init(
    text: Text, syntax: Syntax? = nil, attributions: [Attribution], statements: [Statement] = [],
    events: [Event] = [], entities: [Entity], places: [Place] = [], times: [TimeExpression] = [],
    relations: [StatementRelation] = [], model: String, warnings: [Warning] = []
  ) {
    self.text = text
    self.syntax = syntax
    self.attributions = attributions
    self.statements = statements
    self.events = events
    self.entities = entities
    self.places = places
    self.times = times
    self.relations = relations
    self.model = model
    self.warnings = warnings
  }

  public var report: Report { text.report }
}
