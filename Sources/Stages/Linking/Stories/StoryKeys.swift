/// Under what reports on one happening find each other: the names, places and words that tell most of a report.
///
/// At most 24 terms, whatever its length, so that an index over them stays small.
public struct StoryKeys: Sendable, Hashable {
  /// Those that tell most first.
  public let terms: [Term]

  public static let limit = 24

  /// - Complexity: O(n log n) in the terms of the report.
  public init(_ sketch: ReportSketch, _ weights: TermWeights) {
    let leading = Set(sketch.leadWords)
    var found: [Term: Double] = [:]
    for (table, favour) in [(sketch.words, 1), (sketch.names, 1.5), (sketch.places, 1.5)] {
      for (term, count) in table where count > 0 {
        let lead = leading.contains(term) ? 1.5 : 1
        let weight = weights[term] * Double(TermVector.damped(count)) * favour * lead
        found[term] = max(found[term] ?? 0, weight)
      }
    }
    terms = found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.limit).map(\.key)
  }
}
