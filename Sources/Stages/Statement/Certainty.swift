/// How sure a holder is of a proposition, and of its being so or not so.
///
/// Source: FactBank (Saurí and Pustejovsky 2009, doi 10.1007/s10579-009-9089-9).
public struct Certainty: Sendable, Hashable {
  public enum Degree: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// The holder does not commit: goals, questions, conditions, norms.
    case none
    case possible, probable, certain

    public static func < (a: Degree, b: Degree) -> Bool { a.rawValue < b.rawValue }
  }

  public var degree: Degree
  /// Whether it is held not to be so; false where nothing is held.
  public var isNegative: Bool

  public init(_ degree: Degree, isNegative: Bool = false) {
    self.degree = degree
    self.isNegative = isNegative && degree != .none
  }

  public static let certain = Certainty(.certain)
  public static let uncommitted = Certainty(.none)

  /// FactBank's name, such as `PR+`.
  public var code: String {
    let sign = isNegative ? "-" : "+"
    return switch degree {
    case .none: "Uu"
    case .possible: "PS" + sign
    case .probable: "PR" + sign
    case .certain: "CT" + sign
    }
  }

  /// What ``code`` gives; uncommitted for all else.
  public init(code: String) {
    let degree: Degree =
      switch code.prefix(2) {
      case "CT": .certain
      case "PR": .probable
      case "PS": .possible
      default: .none
      }
    self.init(degree, isNegative: code.hasSuffix("-"))
  }

  /// On the scale of factuality from -3, certainly not, to 3, certainly (Lee et al. 2015).
  var value: Int { isNegative ? -degree.rawValue : degree.rawValue }

  /// The same with the other polarity.
  public var negated: Certainty { Certainty(degree, isNegative: !isNegative) }

  /// No surer than a degree.
  public func atMost(_ most: Degree) -> Certainty {
    Certainty(min(degree, most), isNegative: isNegative)
  }
}
