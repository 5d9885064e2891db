import QuothAnnotation
import QuothReport

/// What a line of a case demands of attributions, or of the sentences that they stand in.
enum AttributionDemand: Sendable {
  /// Some attribution matches.
  case exists(AttributionPattern)
  /// Attributions of one source and cue, with those that run on from them, have this content
  /// between them.
  case pooled(AttributionPattern)
  /// No attribution matches.
  case missing(AttributionPattern)
  /// No word of the passage lies in the content of any attribution.
  case outsideContents(Passage)
  /// The sentence at the passage has the role.
  case sentenceRole(Passage, Block.Role)
  /// Each passage is a sentence, no more and no less.
  case sentences([Passage])
  /// Whether the attributions that hold the two passages have the same source.
  case sources(same: Bool, Passage, Passage)
}

/// What a line of a case says of an attribution; what it leaves out may be anything.
struct AttributionPattern: Sendable {
  var source: Part?
  /// Words of the source that must be found, whatever else of it is: its head.
  var sourceHead: Passage?
  var cue: Part?
  var content: Part?
  /// Whether the content must have exactly these characters.
  var isExact = false
  var parent: Part?
  var venue: Part?
  var addressee: Part?
  var caveat: Part?
  var saidWhen: Part?
  var kinds: Set<Attribution.Kind>?
  var acts: Set<Attribution.Act>?
  var sourceTypes: Set<Attribution.SourceType>?

  enum Part: Sendable, Equatable {
    case absent
    case present
    /// Any of these passages.
    case words([Passage])
    /// A date, ISO 8601.
    case date(String)
  }
}
