import QuothAnnotation
import QuothReport

/// The attributions of a report as PolNeAR's annotators would have written them.
///
/// For its measure only: PolNeAR marks the outermost attribution alone, keeps a leading "that" in
/// the content, and gives a quotation that runs on to the attribution before it. So attributions
/// within another's content are left out, a "that" before a content is put back, and an attribution
/// without cue joins the one before it when its source is the same or absent. "Before" is by place
/// of content; the joined attribution keeps the source, cue and confidence of the earlier one.
///
///     // "We will rebuild," Ilse Brandt said. "It starts today."     two attributions, mapped to one
///
/// Source: PolNeAR annotation guidelines (Newell et al. 2018).
struct PolNeARMapping: Sendable {
  /// By place of content; pieces are in code points, and none is empty.
  let attributions: [StandoffAttribution]

  /// - Complexity: O(n) in bytes of the text, and O(a log a) in attributions.
  init(_ attributions: [Attribution], in text: String) {
    let points = CodePoints(text)
    var heads: [(source: Source, attribution: StandoffAttribution)] = []
    for attribution in Self.outermost(attributions) {
      let mapped = Self.standoff(attribution, in: points)
      guard !mapped.content.isEmpty else { continue }
      let source = Source(attribution, pieces: mapped.source, in: points)
      if let head = heads.last, mapped.cue.isEmpty, source.continues(head.source) {
        heads[heads.count - 1].attribution.content += mapped.content
      } else {
        heads.append((source, mapped))
      }
    }
    self.attributions = heads.map(\.attribution)
  }

  /// Those in no other's content, by place of content.
  private static func outermost(_ attributions: [Attribution]) -> [Attribution] {
    let outermost = attributions.filter { $0.parent == nil && !$0.content.isEmpty }
    return outermost.enumerated().sorted {
      ($0.element.content[0], $0.offset) < ($1.element.content[0], $1.offset)
    }.map(\.element)
  }

  private static func standoff(
    _ attribution: Attribution, in points: CodePoints
  ) -> StandoffAttribution {
    func pieces(_ spans: [Span]) -> [Range<Int>] {
      spans.map { points[$0] }.filter { !$0.isEmpty }
    }
    var mapped = StandoffAttribution(
      source: pieces(attribution.source), cue: pieces(attribution.cue),
      content: pieces(attribution.content), confidence: attribution.confidence)
    let own = mapped.source + mapped.cue + mapped.content
    mapped.content = mapped.content.map { piece in
      guard let start = conjunction(before: piece.lowerBound, in: points.scalars) else {
        return piece
      }
      let isTaken = own.contains { $0.overlaps(start..<piece.lowerBound) }
      return isTaken ? piece : start..<piece.upperBound
    }
    return mapped
  }

  /// Where a "that" begins which stands right before `offset`, over white space within the
  /// paragraph and over a comma ("that, if need be, …").
  private static func conjunction(before offset: Int, in scalars: [Unicode.Scalar]) -> Int? {
    var end = offset
    var lineEnds = 0
    while end > 0, scalars[end - 1].isSpace {
      if scalars[end - 1] == "\n" { lineEnds += 1 }
      end -= 1
    }
    guard end < offset, lineEnds < 2 else { return nil }
    if end > 0, scalars[end - 1] == "," { end -= 1 }
    guard end >= 4 else { return nil }
    let start = end - 4
    let isThat = zip(scalars[start..<end], "that".unicodeScalars).allSatisfy {
      $0 == $1 || $0.properties.lowercaseMapping.unicodeScalars.first == $1
    }
    guard isThat else { return nil }
    return start == 0 || !scalars[start - 1].continuesWord ? start : nil
  }

  /// Who an attribution's source is, as far as joining asks.
  private struct Source {
    let pieces: [Range<Int>]
    let words: [[Unicode.Scalar]]
    let entities: Set<Entity.ID>

    init(_ attribution: Attribution, pieces: [Range<Int>], in points: CodePoints) {
      self.pieces = pieces
      words = pieces.map { Array(points.scalars[$0]) }
      // Whom a pronoun stands for is coreference, which this measure does not ask.
      let isPronoun = words.count == 1 && Self.pronouns.contains(words[0])
      entities = isPronoun ? [] : Set(attribution.sourceEntities)
    }

    private static let pronouns: Set<[Unicode.Scalar]> = Set(
      ["he", "He", "she", "She"].map { Array($0.unicodeScalars) })

    /// Whether it is absent or the same as the one before: the same pieces, words or entities.
    func continues(_ earlier: Source) -> Bool {
      if pieces.isEmpty { return true }
      if pieces == earlier.pieces || words == earlier.words { return true }
      return !entities.isEmpty && entities == earlier.entities
    }
  }
}

extension Unicode.Scalar {
  /// Whether a "that" after it is only the end of a longer word.
  fileprivate var continuesWord: Bool {
    isWordCharacter || self == "-" || self == "'" || self == "\u{2019}"
  }
}
