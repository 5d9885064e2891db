import Glibc

/// How far to trust an attribution: a logistic model over its evidence (Platt 1999), fitted on
/// articles that training did not see. Twin of `calibrate.py` in Tools/training.
struct Confidence: Sendable {
  /// Of the log-odds of roles, content and source, and the constant.
  private let weights: [Double]

  init?(_ weights: [Float]) {
    guard weights.count == 4 else { return nil }
    self.weights = weights.map(Double.init)
  }

  /// Probability, 0 to 1, that source and content are right.
  func probability(_ evidence: AttributionDecoder.Evidence) -> Double {
    let terms = [evidence.roles, evidence.content, evidence.source].map(logOdds)
    let sum = zip(weights, terms + [1]).map { $0 * $1 }.reduce(0, +)
    return 1 / (1 + exp(-sum))
  }

  private func logOdds(_ probability: Double) -> Double {
    let clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return log(clipped) - log1p(-clipped)
  }
}
