/// How sure somebody is that something happened: certain, probable or possible, with polarity, or
/// uncommitted.
///
/// On the scale from -3, certainly not, to 3, certainly, the classes stand at the whole numbers: a
/// value belongs to the nearest class, halves to the one farther from 0. So `CT+` begins at 2.5,
/// `PR+` at 1.5, `PS+` at 0.5, and `Uu` lies between -0.5 and 0.5.
///
/// Source: FactBank (Saurí and Pustejovsky 2009); its classes on that scale, Stanovsky et al. 2017,
/// doi:10.18653/v1/P17-2056.
public enum FactualityClass: String, Sendable, Hashable, CaseIterable {
  case certain = "CT+"
  case probable = "PR+"
  case possible = "PS+"
  case uncommitted = "Uu"
  case possiblyNot = "PS-"
  case probablyNot = "PR-"
  case certainlyNot = "CT-"

  /// The class of a value; beyond the ends of the scale, the class at the end, and `Uu` for NaN.
  public init(value: Double) {
    switch value.rounded(.toNearestOrAwayFromZero) {
    case 3...: self = .certain
    case 2: self = .probable
    case 1: self = .possible
    case -1: self = .possiblyNot
    case -2: self = .probablyNot
    case ...(-3): self = .certainlyNot
    default: self = .uncommitted
    }
  }

  /// Its place on the scale from -3 to 3.
  public var value: Double {
    switch self {
    case .certain: 3
    case .probable: 2
    case .possible: 1
    case .uncommitted: 0
    case .possiblyNot: -1
    case .probablyNot: -2
    case .certainlyNot: -3
    }
  }
}
