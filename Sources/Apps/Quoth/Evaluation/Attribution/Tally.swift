/// Counts behind a precision, a recall and an F1.
///
/// The two sides have hits of their own, since a predicted direct quotation may rightly meet a gold
/// one of another kind.
struct Tally: Hashable, Sendable {
  var predictedRight = 0
  var predicted = 0
  var goldFound = 0
  var gold = 0

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      predictedRight: left.predictedRight + right.predictedRight,
      predicted: left.predicted + right.predicted,
      goldFound: left.goldFound + right.goldFound,
      gold: left.gold + right.gold)
  }

  /// 0 to 1; 0 when nothing was predicted.
  var precision: Double { predicted == 0 ? 0 : Double(predictedRight) / Double(predicted) }
  /// 0 to 1; 0 when there is no gold.
  var recall: Double { gold == 0 ? 0 : Double(goldFound) / Double(gold) }
  /// Harmonic mean of both.
  var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }
}
