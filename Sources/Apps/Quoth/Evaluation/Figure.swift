/// One number that an evaluation reports and a floor may hold, such as the F1 of attribution.
public struct Figure: Hashable, Sendable {
  /// Its key in the group of `Evaluation/floors.json`, such as `attributed`.
  public var name: String
  /// In percent where it is a share; higher is better.
  public var value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
