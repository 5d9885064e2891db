public import QuothPlace
public import QuothReport
public import QuothText

/// All that was read in one report: what the views show and the ledger keeps.
public struct Reading: Sendable {
  public var text: Text
  /// In text order of their first span; `attributions[i].id == i`.
  public var attributions: [Attribution]
  /// `entities[i].id == i`.
  public var entities: [Entity]
  /// In order of their first mention; `places[i].id == i`.
  public var places: [Place]
  /// Name and version of the model that made it.
  public var model: String
  public var warnings: [Warning]

  public init(
    text: Text, attributions: [Attribution], entities: [Entity], places: [Place] = [],
    model: String, warnings: [Warning] = []
  ) {
    self.text = text
    self.attributions = attributions
    self.entities = entities
    self.places = places
    self.model = model
    self.warnings = warnings
  }

  public var report: Report { text.report }
}
