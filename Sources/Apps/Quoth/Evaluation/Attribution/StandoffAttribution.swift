/// One attribution as annotators write it: three roles, each a list of pieces of the text.
///
/// This is what the attribution measure compares, gold and predicted alike. Pieces are ranges of
/// Unicode code points from the start of the article, in order; a role may be empty.
struct StandoffAttribution: Hashable, Sendable {
  /// A role that words play in an attribution (PARC, PolNeAR).
  enum Role: String, CaseIterable, Sendable {
    case source, cue, content
  }

  var source: [Range<Int>] = []
  var cue: [Range<Int>] = []
  var content: [Range<Int>] = []
  /// Probability, 0 to 1, that source and content are right; 1 in gold.
  var confidence = 1.0

  subscript(role: Role) -> [Range<Int>] {
    get {
      switch role {
      case .source: source
      case .cue: cue
      case .content: content
      }
    }
    set {
      switch role {
      case .source: source = newValue
      case .cue: cue = newValue
      case .content: content = newValue
      }
    }
  }
}
