import Glibc

/// How alike two reports are, in three cosines of 0 to 1.
///
/// What happens in reports on different things is rarely one happening, whatever the words: the best single sign
/// of it (Barhom et al. 2019, doi:10.18653/v1/P19-1409; Upadhyay et al. 2016).
public struct ReportNearness: Sendable, Hashable {
  /// Of their content words, the rare ones first.
  public var words: Double
  /// Of those they name.
  public var names: Double
  /// Of what their first sentences mean.
  public var lead: Double

  public init(words: Double, names: Double, lead: Double) {
    self.words = words
    self.names = names
    self.lead = lead
  }

  /// - Parameter importance: how much a term tells apart; the rarer it is among all reports, the more.
  /// - Complexity: O(n) in the terms of the smaller report.
  public init(_ one: ReportSketch, _ other: ReportSketch, importance: (Term) -> Double) {
    words = Self.cosine(one.words, other.words, importance)
    names = Self.cosine(one.names, other.names, importance)
    lead = one.lead.nearness(to: other.lead)
  }

  /// Of a report to itself.
  public static let same = ReportNearness(words: 1, names: 1, lead: 1)

  /// What neighbours are chosen by.
  public var rank: Double { words + names }

  private static func cosine(
    _ one: [Term: Int], _ other: [Term: Int], _ importance: (Term) -> Double
  ) -> Double {
    func weight(_ term: Term, _ count: Int) -> Double {
      count > 0 ? importance(term) * damped(count) : 0
    }
    func length(_ table: [Term: Int]) -> Double {
      table.keys.sorted().reduce(0) { sum, term in
        let weight = weight(term, table[term] ?? 0)
        return sum + weight * weight
      }.squareRoot()
    }
    let lengths = length(one) * length(other)
    guard lengths > 0 else { return 0 }
    let (small, large) = one.count < other.count ? (one, other) : (other, one)
    let shared = small.keys.sorted().reduce(0.0) { sum, term in
      guard let count = small[term], let again = large[term] else { return sum }
      return sum + weight(term, count) * weight(term, again)
    }
    return shared / lengths
  }

  /// A term that stands there ten times tells more than one that stands there once, but not ten times as much.
  private static func damped(_ count: Int) -> Double { 1 + log(Double(count)) }
}
