import QuothAnnotation

extension Attribution.Act {
  /// The act as a label beside its content. Past tense fits one source and many.
  var word: String {
    switch self {
    case .state, .other: "said"
    case .report: "reported"
    case .confirm: "confirmed"
    case .deny: "denied"
    case .accuse: "accused"
    case .urge: "urged"
    case .assess: "assessed"
    case .speculate: "speculated"
    case .expect: "expected"
    case .promise: "promised"
    case .warn: "warned"
    case .ask: "asked"
    case .believe: "believed"
    case .intend: "intended"
    case .hope: "hoped"
    case .fear: "feared"
    case .agree: "agreed"
    case .doubt: "doubted"
    case .decline: "declined"
    }
  }

  /// Whether the cue's own words say more than the act does.
  var isPlainSaying: Bool { self == .state || self == .report || self == .other }
}

extension Attribution {
  /// ``confidence`` in percent; a figure that is none counts as 0.
  var percent: Int {
    confidence.isNaN ? 0 : Int((min(max(confidence, 0), 1) * 100).rounded())
  }
}

extension Attribution.Kind {
  /// Whose words the content is in.
  var words: String {
    switch self {
    case .direct: "quoted"
    case .indirect: "in the report’s words"
    case .mixed: "partly quoted"
    }
  }
}
