/// One number that an evaluation reports and a floor may hold, such as the F1 of attribution.
public struct Figure: Hashable, Sendable {
  /// Its key in the group of `Evaluation/floors.json`, such as `attributed`.
  public var name: String
  /// In percent where it is a share.
  public var value: Double
  /// Whether less is better, as of an error. Its floor is then the most it may be.
  public var isCost: Bool

  public init(_ name: String, _ value: Double, isCost: Bool = false) {
    self.name = name
    self.value = value
    self.isCost = isCost
  }
}
