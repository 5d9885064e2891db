import QuothAnnotation
import QuothStatement

extension Certainty {
  /// How sure somebody is, as a word beside the words that are held.
  ///
  /// - Parameter negationIsShown: Whether those words hold the negation themselves.
  func word(negationIsShown: Bool) -> String {
    let isPositive = !isNegative || negationIsShown
    return switch degree {
    case .none: "open"
    case .possible: isPositive ? "possible" : "possibly not"
    case .probable: isPositive ? "probable" : "probably not"
    case .certain: isPositive ? "certain" : "certainly not"
    }
  }
}

extension Attribution.Act {
  /// The word that tells more than a grade of certainty does; nil where the grade tells all.
  var stance: String? {
    switch self {
    case .deny: "denies"
    case .doubt: "doubts"
    case .promise: "promise"
    case .urge: "urge"
    case .ask: "ask"
    case .hope: "hope"
    case .intend: "intend"
    case .warn, .fear, .state, .report, .confirm, .accuse, .assess, .speculate, .expect, .believe,
      .agree, .decline, .other:
      nil
    }
  }
}

extension Statement.TimeClass {
  /// What keeps a plan or a condition from being read like a fact; nil for what is told as one.
  var caution: String? {
    switch self {
    case .pastFact, .ongoing: nil
    case .planned: "planned"
    case .hypothetical: "hypothetical"
    case .normative: "normative"
    }
  }
}
