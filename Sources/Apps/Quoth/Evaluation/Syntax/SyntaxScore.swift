/// How well one reading of syntax agrees with gold, as the CoNLL 2018 shared task counts it.
///
///     SyntaxScore(gold: gold, found: reading, text: text)[.labelledHead].f1
///
/// Both readings are of the same text. Unlike the script, a reading with several roots, a cycle, or
/// characters that no token holds is scored, not refused.
/// Source: conll18_ud_eval.py, CoNLL 2018 shared task (Zeman et al. 2018).
public struct SyntaxScore: Sendable, Hashable {
  private var counts: [SyntaxMetric: Count] = [:]

  /// Nothing counted yet.
  public init() {}

  /// - Complexity: O(n) in bytes of the text.
  public init(gold: SyntaxReading, found: SyntaxReading, text: String) {
    self.init(gold: FlatReading(gold, in: text), found: FlatReading(found, in: text))
  }

  init(gold: FlatReading, found: FlatReading) {
    let pairs = WordAlignment(gold: gold.words, found: found.words).pairs
    counts[.tokens, default: Count()].add(found: found.tokens, gold: gold.tokens)
    counts[.sentences, default: Count()].add(found: found.sentences, gold: gold.sentences)
    var goldOfFound = Array(repeating: Int?.none, count: found.words.count)
    for pair in pairs { goldOfFound[pair.predicted] = pair.gold }

    for metric in SyntaxMetric.allCases where metric != .tokens && metric != .sentences {
      let isContent = metric == .contentHead
      let right = pairs.count { pair in
        let left = gold.words[pair.gold]
        let right = found.words[pair.predicted]
        return switch metric {
        case .tokens, .sentences, .words: true
        case .universalTag: left.universalTag == right.universalTag
        case .englishTag: left.englishTag == right.englishTag
        case .features: left.features == right.features
        case .lemma: left.lemma == "_" || left.lemma == right.lemma
        case .head: Self.isSameHead(left, right, goldOfFound)
        case .labelledHead:
          Self.isSameHead(left, right, goldOfFound) && left.relation == right.relation
        case .contentHead:
          left.isContent && Self.isSameHead(left, right, goldOfFound)
            && left.relation == right.relation
        }
      }
      counts[metric] = Count(
        right: right, found: found.words.count { !isContent || $0.isContent },
        gold: gold.words.count { !isContent || $0.isContent })
    }
  }

  private static func isSameHead(
    _ gold: FlatReading.Word, _ found: FlatReading.Word, _ goldOfFound: [Int?]
  ) -> Bool {
    guard let goldHead = gold.head, let foundHead = found.head else {
      return gold.head == found.head
    }
    return goldOfFound.indices.contains(foundHead) && goldOfFound[foundHead] == goldHead
  }

  public subscript(metric: SyntaxMetric) -> Count { counts[metric] ?? Count() }

  public static func += (left: inout SyntaxScore, right: SyntaxScore) {
    left.counts.merge(right.counts) { own, other in
      var sum = own
      sum += other
      return sum
    }
  }
}
