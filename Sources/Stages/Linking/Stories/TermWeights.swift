import Glibc

/// How much a term tells apart: the rarer it is among the reports of a ledger, the more.
///
/// The logarithm of inverse document frequency, smoothed by some reports that hold nothing, so that in a ledger of
/// few reports all terms tell about the same instead of nothing.
///
/// Source: Spärck Jones 1972, doi:10.1108/eb026526.
public struct TermWeights: Sendable {
  private let reports: Int
  private let frequencies: [Term: Int]

  /// - Parameters:
  ///   - reports: All there are.
  ///   - frequencies: In how many of them each term stands; terms that are left out stand in none.
  public init(reports: Int, frequencies: [Term: Int]) {
    self.reports = reports
    self.frequencies = frequencies
  }

  /// Never below 0.
  public subscript(term: Term) -> Float {
    let found = Float(frequencies[term] ?? 0) + 0.5
    return max(0, logf((Float(reports) + Self.blanks) / found))
  }

  private static let blanks: Float = 50
}

extension ReportSketch {
  /// Every term of the report, once: what document frequencies count.
  public var terms: Set<Term> {
    Set(words.keys).union(names.keys).union(places.keys)
  }
}
