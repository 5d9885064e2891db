/// How well predicted values from -3 to 3 agree with gold ones.
public struct CertaintyAgreement: Sendable, Hashable {
  private var gold: [Double] = []
  private var found: [Double] = []
  private var classes = ClassCounts<FactualityClass>()
  private var polarity = ClassCounts<Bool>()

  /// Nothing counted yet.
  public init() {}

  /// Counts one event.
  public mutating func add(found value: Double, gold target: Double) {
    gold.append(target)
    found.append(value)
    classes.add(found: FactualityClass(value: value), gold: FactualityClass(value: target))
    if abs(target) >= 0.5 {
      polarity.add(found: value == 0 ? nil : value > 0, gold: target > 0)
    }
  }

  /// Events counted.
  public var count: Int { gold.count }

  /// Pearson's r, -1 to 1; 0 where either side does not vary.
  public var correlation: Double {
    let goldMean = Self.mean(gold)
    let foundMean = Self.mean(found)
    var product = 0.0
    var goldSquares = 0.0
    var foundSquares = 0.0
    for (left, right) in zip(gold, found) {
      product += (left - goldMean) * (right - foundMean)
      goldSquares += (left - goldMean) * (left - goldMean)
      foundSquares += (right - foundMean) * (right - foundMean)
    }
    let scale = (goldSquares * foundSquares).squareRoot()
    return scale > 0 ? product / scale : 0
  }

  /// Mean distance, 0 to 6; 0 when nothing was counted.
  public var meanAbsoluteError: Double {
    Self.mean(zip(gold, found).map { abs($0 - $1) })
  }

  /// Mean over the classes that gold has of the F1 of each (``FactualityClass``), 0 to 1.
  public var macroF1: Double { classes.macroF1 }

  /// Of the events that gold places at 0.5 or farther from 0, the share given the same sign; a value
  /// of 0 has none.
  public var polarityAccuracy: Double { polarity.accuracy }

  /// r and shares times 100; the mean error as it is, the less the better.
  func figures(of name: String) -> [Figure] {
    [
      Figure("\(name) r", 100 * correlation),
      Figure("\(name) error", meanAbsoluteError, isCost: true),
      Figure("\(name) classes", 100 * macroF1), Figure("\(name) polarity", 100 * polarityAccuracy),
    ]
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
