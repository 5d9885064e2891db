/// How far stated confidence is from being right, over many predictions.
///
/// Source: expected calibration error, Guo et al. 2017, https://arxiv.org/abs/1706.04599.
public enum Calibration {
  /// One prediction: how sure it was, and whether it came true.
  public struct Outcome: Hashable, Sendable {
    /// 0 to 1.
    public var confidence: Double
    public var isRight: Bool

    public init(confidence: Double, isRight: Bool) {
      self.confidence = confidence
      self.isRight = isRight
    }
  }

  /// The expected error in percent, as floors may hold it; none where nothing was predicted.
  static func figures(of outcomes: [Outcome]) -> [Figure] {
    outcomes.isEmpty
      ? [] : [Figure("calibration error", 100 * expectedError(outcomes), isCost: true)]
  }

  /// The mean distance between confidence and share right over equally wide bins, weighted by their
  /// predictions; 0 when there are none.
  ///
  /// - Parameter bins: at least 1.
  /// - Complexity: O(n).
  public static func expectedError(_ outcomes: [Outcome], bins: Int = 10) -> Double {
    var confidence = Array(repeating: 0.0, count: bins)
    var right = Array(repeating: 0.0, count: bins)
    for outcome in outcomes {
      let bounded = outcome.confidence > 0 ? min(outcome.confidence, 1) : 0
      let bin = min(Int(bounded * Double(bins)), bins - 1)
      confidence[bin] += bounded
      right[bin] += outcome.isRight ? 1 : 0
    }
    let distance = zip(confidence, right).reduce(0) { $0 + abs($1.0 - $1.1) }
    return outcomes.isEmpty ? 0 : distance / Double(outcomes.count)
  }
}
