import Glibc

/// How likely two mentions of events are of one happening.
///
///     HappeningScore().likelihood(signs)     // 0.83
///
/// A network of one small hidden layer over the signs in ``HappeningSigns``, trained by
/// `Tools/training/quoth_training/happenings.py` on pairs of ECB+, topics 1 to 30 (Documentation/Training.md).
public struct HappeningScore: Sendable {
  private let weights: HappeningWeights

  public init() { self.init(.trained) }

  init(_ weights: HappeningWeights) { self.weights = weights }

  /// 0 to 1.
  ///
  /// - Complexity: O(1): some hundred multiplications.
  public func likelihood(_ signs: HappeningSigns) -> Double {
    1 / (1 + exp(-weights.value(signs.values)))
  }
}

/// A network with one hidden layer: rows of weights with their constant last.
struct HappeningWeights: Sendable, Hashable {
  var hidden: [[Double]]
  var output: [Double]

  /// The logarithm of the odds.
  func value(_ inputs: [Double]) -> Double {
    Self.sum(output, hidden.map { row in Self.bent(Self.sum(row, inputs)) })
  }

  private static func sum(_ row: [Double], _ inputs: [Double]) -> Double {
    var sum = row[inputs.count]
    for index in inputs.indices { sum += row[index] * inputs[index] }
    return sum
  }

  /// x / (1 + |x|), which every machine computes alike.
  private static func bent(_ value: Double) -> Double { value / (1 + value.magnitude) }
}
