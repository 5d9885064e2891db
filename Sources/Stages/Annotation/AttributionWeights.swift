import QuothSyntax

/// The small tables of the attribution heads: what follows what, and how far a link reaches.
///
/// Exported by Tools/training beside the weights of the encoder.
struct AttributionWeights: Sendable {
  /// Tags of the role head, in the order of its scores.
  enum Tag: Int, CaseIterable, Sendable {
    case outside, beginSource, inSource, beginCue, inCue, beginContent, inContent

    var role: Role? {
      switch self {
      case .outside: nil
      case .beginSource, .inSource: .source
      case .beginCue, .inCue: .cue
      case .beginContent, .inContent: .content
      }
    }

    var begins: Bool { self == .beginSource || self == .beginCue || self == .beginContent }
  }

  enum Role: Sendable { case source, cue, content }

  /// Width of a query or key vector; the link head gives four of them and the score of no source.
  static let linkWidth = 64
  static let linkOutputs = 4 * linkWidth + 1
  static let stepBuckets = 5

  /// (tags, tags): score of going from the row's tag to the column's; forbidden ways are very low.
  let transitions: [Float]
  let start: [Float]
  let end: [Float]
  let contentDistance: [Float]
  let contentStep: [Float]
  let sourceDistance: [Float]
  let sourceStep: [Float]
  let reach: Reach

  /// What counts against a link.
  struct Reach: Sendable {
    /// For each cue that a content passes over.
    let overCue: Float
    /// For the logarithm of the distance between content and cue.
    let distance: Float
    /// For each paragraph that the cue comes later, two at most.
    let laterParagraph: Float
    /// For each source that a cue passes over.
    let overSource: Float
  }

  /// Takes the tables by their names in the weight file; `nil` when one is missing or misshapen.
  init?(_ tensor: (String) -> [Float]?) {
    let tags = Tag.allCases.count
    func table(_ name: String, _ count: Int) -> [Float]? {
      guard let values = tensor("attribution." + name), values.count == count else { return nil }
      return values
    }
    guard var transitions = table("transitions", tags * tags), var start = table("start", tags),
      let end = table("end", tags),
      let contentDistance = table("content.distance", DistanceBucket.count),
      let contentStep = table("content.step", Self.stepBuckets),
      let sourceDistance = table("source.distance", DistanceBucket.count),
      let sourceStep = table("source.step", Self.stepBuckets), let reach = table("reach", 4)
    else { return nil }
    for tag in Tag.allCases where tag != .outside && !tag.begins {
      start[tag.rawValue] = Self.forbidden
      for before in Tag.allCases where before.role != tag.role {
        transitions[before.rawValue * tags + tag.rawValue] = Self.forbidden
      }
    }
    self.transitions = transitions
    self.start = start
    self.end = end
    self.contentDistance = contentDistance
    self.contentStep = contentStep
    self.sourceDistance = sourceDistance
    self.sourceStep = sourceStep
    self.reach = Reach(
      overCue: reach[0], distance: reach[1], laterParagraph: reach[2], overSource: reach[3])
  }

  private static let forbidden: Float = -1e4

  static func stepBucket(_ paragraphs: Int) -> Int { min(max(paragraphs, -2), 2) + 2 }
}
