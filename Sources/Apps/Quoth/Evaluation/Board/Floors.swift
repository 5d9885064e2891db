/// The least that each figure may be (the most, where it is an error), as `Evaluation/floors.json` keeps it.
///
/// A group of floors for each evaluation, or one bare floor where it has a single figure:
///
///     { "attribution": { "attributed": 70.0, "direct": 88.0 }, "phenomena": 30 }
///
/// A floor goes down only by an explicit, explained edit of that file.
public struct Floors: Hashable, Sendable {
  private var groups: [String: [String: Double]]

  /// No floors: every figure passes.
  public init() {
    groups = [:]
  }

  /// Reads the file's bytes.
  ///
  /// - Throws: ``EvaluationError/malformedFloors(near:)`` when they are not JSON of that shape.
  /// - Complexity: O(n) in bytes.
  public init(json: [UInt8]) throws(EvaluationError) {
    var reader = FloorsReader(json)
    groups = try reader.groups()
  }

  /// The floor of a figure. A bare floor has the name of its group.
  public subscript(group: String, figure: String) -> Double? { groups[group]?[figure] }

  /// Each figure beside its floor, in the order given; then the floors of the group that no figure
  /// was made for, which count as broken.
  public func check(_ group: String, _ figures: [Figure]) -> [FloorCheck] {
    let made = Set(figures.map(\.name))
    let missing = (groups[group] ?? [:]).filter { !made.contains($0.key) }
    return figures.map { figure in
      FloorCheck(
        name: figure.name, value: figure.value, floor: self[group, figure.name],
        isCost: figure.isCost)
    }
      + missing.sorted { $0.key < $1.key }.map {
        FloorCheck(name: $0.key, value: nil, floor: $0.value)
      }
  }
}

/// A figure beside its floor.
public struct FloorCheck: Hashable, Sendable {
  public var name: String
  /// `nil` when a floor is set for something that was not measured.
  public var value: Double?
  /// `nil` when none is set.
  public var floor: Double?
  /// Whether less is better: the floor is then the most the figure may be.
  public var isCost = false

  /// Whether the floor is set and not reached.
  public var isBroken: Bool {
    guard let floor else { return false }
    guard let value else { return true }
    return isCost ? !(value <= floor) : !(value >= floor)
  }
}
