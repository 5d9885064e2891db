import QuothAnnotation

/// How well predicted attributions meet gold ones, in one article or added up over many.
///
/// Attributions whose content lies for the most part in discarded text are left out, on both sides.
/// The counts are those of the reference scorer (`attribution_score.py`).
struct AttributionScore: Sendable {
  private(set) var tallies: [AttributionMetric: Tally] = [:]
  /// Of each prediction that was scored: how sure it was, and whether it is attributed right.
  private(set) var outcomes: [Calibration.Outcome] = []

  /// The score of no article.
  init() {}

  /// The score of one article.
  ///
  /// - Throws: ``EvaluationError/pieceOutsideText(article:start:end:)``, for empty pieces too.
  /// - Complexity: O(g p) for g gold and p predicted attributions, times their length.
  init(
    _ article: GoldArticle, predicted: [StandoffAttribution]
  ) throws(EvaluationError) {
    let text = MeasuredText(article.text)
    try Self.check(
      article.gold.attributions + predicted, and: article.gold.discarded, in: text,
      named: article.name)
    let discarded = text.tokens(in: article.gold.discarded)
    let gold = Self.fillers(article.gold.attributions, in: text, without: discarded)
    let predicted = Self.fillers(predicted, in: text, without: discarded)
    for role in StandoffAttribution.Role.allCases {
      countFillers(of: role, gold: gold, predicted: predicted, discarded: discarded)
    }
    countPairs(gold: gold, predicted: predicted)
  }

  subscript(metric: AttributionMetric) -> Tally { tallies[metric] ?? Tally() }

  static func += (left: inout AttributionScore, right: AttributionScore) {
    left.tallies.merge(right.tallies, uniquingKeysWith: +)
    left.outcomes += right.outcomes
  }

  private static func check(
    _ attributions: [StandoffAttribution], and discarded: [Range<Int>], in text: MeasuredText,
    named name: String
  ) throws(EvaluationError) {
    let pieces = attributions.flatMap { $0.source + $0.cue + $0.content } + discarded
    for piece in pieces
    where piece.isEmpty || piece.lowerBound < 0 || piece.upperBound > text.count {
      throw .pieceOutsideText(article: name, start: piece.lowerBound, end: piece.upperBound)
    }
  }

  private static func fillers(
    _ attributions: [StandoffAttribution], in text: MeasuredText, without discarded: TokenSet
  ) -> [RoleFillers] {
    attributions.map { RoleFillers($0, in: text) }.filter {
      !$0.content.isEmpty && $0.content.overlap(discarded) * 2 < $0.content.count
    }
  }

  private mutating func countFillers(
    of role: StandoffAttribution.Role, gold: [RoleFillers], predicted: [RoleFillers],
    discarded: TokenSet
  ) {
    let goldTokens = TokenSet.union(gold.map { $0[role] }).subtracting(discarded)
    let predictedTokens = TokenSet.union(predicted.map { $0[role] }).subtracting(discarded)
    tallies[.filler(.token, role)] = Self.tally(
      shared: goldTokens.overlap(predictedTokens), predicted: predictedTokens.count,
      gold: goldTokens.count)

    func countEqual(_ match: AttributionMetric.FillerMatch, _ units: (RoleFillers) -> [TokenSet]) {
      let gold = Set(gold.flatMap(units))
      let predicted = Set(predicted.flatMap(units))
      tallies[.filler(match, role)] = Self.tally(
        shared: gold.intersection(predicted).count, predicted: predicted.count, gold: gold.count)
    }
    countEqual(.strict) { $0[role].isEmpty ? [] : [$0[role]] }
    countEqual(.exact) { $0.words[role].isEmpty ? [] : [$0.words[role]] }
    countEqual(.chunk) { $0[role].runs }

    let goldWords = Set(gold.map { $0.words[role] }).filter { !$0.isEmpty }.sorted()
    let predictedWords = Set(predicted.map { $0.words[role] }).filter { !$0.isEmpty }.sorted()
    let pairs = greedyPairing(gold: goldWords.count, predicted: predictedWords.count, floor: 0) {
      goldWords[$0].intersectionOverUnion(predictedWords[$1])
    }
    tallies[.filler(.overlap, role)] = Self.tally(
      shared: pairs.count, predicted: predictedWords.count, gold: goldWords.count)
  }

  private mutating func countPairs(gold: [RoleFillers], predicted: [RoleFillers]) {
    let pairs = greedyPairing(gold: gold.count, predicted: predicted.count, floor: 0.5) {
      gold[$0].words.content.intersectionOverUnion(predicted[$1].words.content)
    }
    for match in AttributionMetric.PairMatch.allCases {
      let right = pairs.filter {
        match.holds(gold: gold[$0.gold].words, predicted: predicted[$0.predicted].words)
      }
      tallies[.pair(match, nil)] = Self.tally(
        shared: right.count, predicted: predicted.count, gold: gold.count)
      for kind in Attribution.Kind.allCases {
        tallies[.pair(match, kind)] = Tally(
          predictedRight: right.count { predicted[$0.predicted].kind == kind },
          predicted: predicted.count { $0.kind == kind },
          goldFound: right.count { gold[$0.gold].kind == kind },
          gold: gold.count { $0.kind == kind })
      }
      if match == .sourceOverlap { keepOutcomes(of: predicted, right: right) }
    }
    let named = pairs.filter { !gold[$0.gold].words.source.isEmpty }
    let right = named.filter {
      AttributionMetric.PairMatch.sourceOverlap.holds(
        gold: gold[$0.gold].words, predicted: predicted[$0.predicted].words)
    }
    tallies[.sourceGivenContent] = Self.tally(
      shared: right.count, predicted: named.count, gold: named.count)
  }

  private mutating func keepOutcomes(of predicted: [RoleFillers], right: [GoldPrediction]) {
    let right = Set(right.map(\.predicted))
    outcomes = predicted.indices.map {
      Calibration.Outcome(confidence: predicted[$0].confidence, isRight: right.contains($0))
    }
  }

  private static func tally(shared: Int, predicted: Int, gold: Int) -> Tally {
    Tally(predictedRight: shared, predicted: predicted, goldFound: shared, gold: gold)
  }
}

extension AttributionMetric.PairMatch {
  /// Whether two attributions whose contents were paired meet in this sense too.
  fileprivate func holds(gold: RoleFillers.Words, predicted: RoleFillers.Words) -> Bool {
    let hasNoSource = gold.source.isEmpty && predicted.source.isEmpty
    let isAttributed = hasNoSource || gold.source.overlap(predicted.source) > 0
    switch self {
    case .content: return true
    case .sourceOverlap: return isAttributed
    case .sourceHalf:
      return hasNoSource || gold.source.intersectionOverUnion(predicted.source) >= 0.5
    case .sourceExact: return gold.source == predicted.source
    case .cue: return isAttributed && gold.cue.overlap(predicted.cue) > 0
    case .allExact:
      return StandoffAttribution.Role.allCases.allSatisfy { gold[$0] == predicted[$0] }
    }
  }
}
