import Glibc
import QuothStatement

/// How likely two statements say the same, or the opposite, of one thing, and why.
///
///     ClaimScore(one, other).value     // 0.93
///
/// A logistic model over what the two agree and disagree in. Its weights were fitted to the pairs of the test
/// world (Tests/WorldTests/World) by `quoth_training.claims`.
public struct ClaimScore: Sendable, Hashable {
  /// Calibrated probability, 0 to 1.
  public let value: Double
  /// What they agree in.
  public let agreements: [Agreement]
  /// What they disagree in, though they speak of one thing.
  public let conflicts: Set<Field>

  /// What two statements of one claim can differ in.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case number, time, actor, place, polarity
  }

  public enum Agreement: String, Sendable, Hashable, CaseIterable {
    case meaning, words, predicate, names, actor, number, time, place
  }

  public init(_ one: WeighedStatement, _ other: WeighedStatement) {
    let features = Features(one, other)
    let sum = zip(features.values, Self.weights).reduce(Self.bias) { $0 + $1.0 * $1.1 }
    value = 1 / (1 + exp(-sum))
    agreements = features.agreements
    conflicts = features.conflicts
  }

  static let bias = -4.98
  /// One for each of ``Features/names``.
  static let weights = [8.3, -5.7, 1.3, 0.08, 0.53, 0.31, -0.14, 0.38, 1.7, 0.93, 1.6, 0.32]

  /// What the model weighs.
  public struct Features: Sendable {
    public static let names = [
      "meaning", "meaning above 0.6", "shared words of the shorter", "weight of shared words",
      "one predicate", "one type", "names apart", "one actor", "one number", "numbers apart",
      "one time", "opposite polarity",
    ]

    public private(set) var values: [Double] = []
    public private(set) var agreements: [Agreement] = []
    public private(set) var conflicts: Set<Field> = []

    public init(_ first: WeighedStatement, _ second: WeighedStatement) {
      let (one, other) = (first.sketch, second.sketch)
      let meaning = one.meaning.nearness(to: other.meaning)
      add(meaning, .meaning, from: 0.6)
      add(max(0, meaning - 0.6))
      let shared = first.shared(with: second)
      let least = min(first.whole, second.whole)
      add(least > 0 ? shared / least : 0, .words, from: 0.5)
      add(min(shared, 20))
      let isOnePredicate = Self.shares(one.predicates, other.predicates)
      add(isOnePredicate ? 1 : 0, .predicate, from: 1)
      add(one.types & other.types != 0 ? 1 : 0)
      let isOneName = Self.shares(one.names, other.names)
      if isOneName { agreements.append(.names) }
      add(!isOneName && !one.names.isEmpty && !other.names.isEmpty ? 1 : 0)
      add(Self.shares(one.actors, other.actors) ? 1 : 0, .actor, from: 1)
      figures(one, other)
      add(isOneTime(one, other) ? 1 : 0, .time, from: 1)
      if let place = one.place, let another = other.place {
        if place == another { agreements.append(.place) } else { conflicts.insert(.place) }
      }
      let isOpposite =
        one.certainty.degree != .none && other.certainty.degree != .none
        && one.certainty.isNegative != other.certainty.isNegative
      add(isOpposite ? 1 : 0)
      if isOpposite { conflicts.insert(.polarity) }
    }

    private mutating func add(
      _ value: Double, _ agreement: Agreement? = nil, from least: Double = .infinity
    ) {
      values.append(value)
      if let agreement, value >= least { agreements.append(agreement) }
    }

    private mutating func figures(_ one: StatementSketch, _ other: StatementSketch) {
      var (isSame, isOther) = (false, false)
      for figure in one.figures {
        for another in other.figures where figure.unit == another.unit {
          if figure.agrees(with: another) { isSame = true } else { isOther = true }
        }
      }
      add(isSame ? 1 : 0, .number, from: 1)
      add(isOther && !isSame ? 1 : 0)
      if isOther, !isSame { conflicts.insert(.number) }
    }

    private mutating func isOneTime(_ one: StatementSketch, _ other: StatementSketch) -> Bool {
      guard let first = one.first, let last = one.last, let otherFirst = other.first,
        let otherLast = other.last
      else { return false }
      let overlaps = first <= otherLast && otherFirst <= last
      if !overlaps { conflicts.insert(.time) }
      return overlaps
    }

    /// Whether two sorted lists have something in common.
    private static func shares(_ a: [Term], _ b: [Term]) -> Bool {
      var (i, j) = (0, 0)
      while i < a.count, j < b.count {
        if a[i] == b[j] { return true }
        if a[i] < b[j] { i += 1 } else { j += 1 }
      }
      return false
    }
  }
}

extension StatementSketch.Figure {
  /// Whether two figures are one but for rounding, half a hundredth.
  func agrees(with other: Self) -> Bool {
    abs(value - other.value) <= 0.005 * max(abs(value), abs(other.value))
  }
}
