/// A statement's sketch with the weight of each of its words, so that it can be held against many.
public struct WeighedStatement: Sendable {
  public let sketch: StatementSketch
  /// Of each of the sketch's words.
  let weights: [Double]
  let whole: Double

  public init(_ sketch: StatementSketch, _ weights: TermWeights) {
    self.sketch = sketch
    self.weights = sketch.words.map { weights[$0] }
    whole = self.weights.reduce(0, +)
  }

  /// How much the words weigh that another one has, too.
  func shared(with other: WeighedStatement) -> Double {
    let (a, b) = (sketch.words, other.sketch.words)
    var (i, j, sum) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        sum += weights[i]
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}
