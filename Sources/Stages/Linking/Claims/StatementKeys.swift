/// Under what statements of different stories find each other: pairs of a name with a predicate or a rare word, and
/// pairs of rare words; at most sixteen.
public enum StatementKeys {
  private static let limit = 16
  private static let rareWords = 5

  /// - Complexity: O(n log n) in the words of the statement.
  public static func keys(of sketch: StatementSketch, _ weights: TermWeights) -> [Term] {
    let rare = sketch.words.filter { !sketch.names.contains($0) }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }.prefix(rareWords)
    var pairs: [(Term, Term)] = []
    for name in sketch.names.prefix(3) {
      pairs += (sketch.predicates.prefix(2) + rare.prefix(3)).map { (name, $0) }
    }
    for (index, word) in rare.enumerated() {
      pairs += rare.dropFirst(index + 1).map { (word, $0) }
    }
    var keys: Set<Term> = []
    for (one, other) in pairs where keys.count < limit && one != other {
      keys.insert(Term(min(one, other), max(one, other)))
    }
    return keys.sorted()
  }
}
