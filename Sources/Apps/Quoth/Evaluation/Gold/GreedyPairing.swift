/// One gold and one predicted thing that were paired, by index.
struct GoldPrediction: Hashable, Sendable {
  var gold: Int
  var predicted: Int
}

/// Pairs gold and predictions one to one, the most similar first; of equals, the earlier gold and
/// then the earlier prediction.
///
/// - Parameters:
///   - floor: least similarity that pairs; similarity 0 never does.
///   - similarity: 0 to 1, of a gold and a predicted index.
/// - Complexity: O(n m log(n m)) for n gold and m predicted things.
func greedyPairing(
  gold: Int, predicted: Int, floor: Double, similarity: (Int, Int) -> Double
) -> [GoldPrediction] {
  var candidates: [(similarity: Double, pair: GoldPrediction)] = []
  for goldIndex in 0..<gold {
    for predictedIndex in 0..<predicted {
      let value = similarity(goldIndex, predictedIndex)
      if value > 0, value >= floor {
        candidates.append((value, GoldPrediction(gold: goldIndex, predicted: predictedIndex)))
      }
    }
  }
  candidates.sort {
    ($1.similarity, $0.pair.gold, $0.pair.predicted)
      < ($0.similarity, $1.pair.gold, $1.pair.predicted)
  }
  var isGoldTaken = Array(repeating: false, count: gold)
  var isPredictionTaken = Array(repeating: false, count: predicted)
  var pairs: [GoldPrediction] = []
  for (_, pair) in candidates where !isGoldTaken[pair.gold] && !isPredictionTaken[pair.predicted] {
    isGoldTaken[pair.gold] = true
    isPredictionTaken[pair.predicted] = true
    pairs.append(pair)
  }
  return pairs
}
