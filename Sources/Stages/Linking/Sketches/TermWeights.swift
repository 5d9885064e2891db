import Glibc

/// How much it says that two texts share a term: rare ones say much.
///
/// Inverse document frequency (Spärck Jones 1972, doi 10.1108/eb026526) over the reports of a ledger, as if ``prior`` others had
/// been read before in which every term is in one of fifty; so that a ledger of three reports weighs sanely.
public struct TermWeights: Sendable {
  private let reports: Double
  private let frequencies: [Term: Int]

  private static let prior = 100.0
  private static let priorShare = 0.02

  /// - Parameters:
  ///   - reports: how many there are.
  ///   - frequencies: in how many of them each term is, of the terms asked for; none for 0.
  public init(reports: Int, frequencies: [Term: Int]) {
    self.reports = Double(reports)
    self.frequencies = frequencies
  }

  public subscript(term: Term) -> Double {
    log(
      (reports + Self.prior + 1)
        / (Double(frequencies[term] ?? 0) + Self.prior * Self.priorShare + 0.5))
  }

  public func sum(_ terms: some Sequence<Term>) -> Double {
    terms.reduce(0) { $0 + self[$1] }
  }
}
