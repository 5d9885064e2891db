import QuothAnnotation

/// One thing the attribution measure counts.
///
/// Names and definitions are those of the reference scorer (`attribution_score.py`), so that figures
/// can be set side by side.
enum AttributionMetric: Hashable, Sendable {
  /// A role by itself.
  case filler(FillerMatch, StandoffAttribution.Role)
  /// An attribution as a whole; with a kind, recall over gold and precision over predictions of it.
  case pair(PairMatch, Attribution.Kind?)
  /// Of pairs whose gold names a source: how often it is the right one.
  case sourceGivenContent

  /// When a role's filler counts as found.
  enum FillerMatch: String, CaseIterable, Sendable {
    /// Each token of the role counts.
    case token
    /// All pieces together equal, punctuation included.
    case strict
    /// All pieces together equal on words.
    case exact
    /// Each run of neighbouring tokens equal, punctuation included.
    case chunk
    /// At least one word shared, paired one to one.
    case overlap
  }

  /// When an attribution counts as found. Contents always meet one to one with a word
  /// intersection over union of 0.5 or more, the best first.
  enum PairMatch: String, CaseIterable, Sendable {
    case content
    /// Attributed: sources share a word, or both are absent.
    case sourceOverlap = "+src-ov"
    /// Sources have a word intersection over union of 0.5 or more, or both are absent.
    case sourceHalf = "+src-iou"
    case sourceExact = "+src-ex"
    /// Attributed, and cues share a word.
    case cue = "+cue"
    /// Source, cue and content equal on words.
    case allExact = "all-exact"
  }

  /// Its key in the reference scorer's JSON.
  var name: String {
    switch self {
    case .filler(let match, let role): "\(match.rawValue)/\(role.rawValue)"
    case .pair(let match, nil): "attr/\(match.rawValue)"
    case .pair(let match, let kind?): "attr/\(match.rawValue)/\(kind.rawValue)"
    case .sourceGivenContent: "given-content/source right"
    }
  }

  /// All that is counted, in the order it is shown.
  static let all: [AttributionMetric] =
    FillerMatch.allCases.flatMap { match in
      StandoffAttribution.Role.allCases.map { .filler(match, $0) }
    } + PairMatch.allCases.map { .pair($0, nil) } + [.sourceGivenContent]
    + Attribution.Kind.allCases.flatMap { kind in PairMatch.allCases.map { .pair($0, kind) } }
}
