import QuothReport

/// An attribution while it is being read: spans of the text and what the model thought of them.
struct Draft: Hashable {
  var source: [Span]
  var cue: [Span]
  var content: [Span]
  var evidence: AttributionDecoder.Evidence
  /// The draft, by position, whose content this one stands in.
  var parent: Int?
  /// The draft, by position, that this quotation runs on from.
  var continues: Int?

  /// Where it first stands in the text.
  var place: Span { (source + cue + content).min() ?? Span(start: 0, end: 0) }
}

extension Draft {
  /// `nil` when nothing is left of the content but punctuation.
  init?(_ found: AttributionDecoder.Found, units: [Span], extent: ContentExtent) {
    func span(_ range: Range<Int>) -> Span {
      Span(start: units[range.lowerBound].start, end: units[range.upperBound - 1].end)
    }
    let content = extent.trimmed(found.content.map(span))
    guard !content.isEmpty else { return nil }
    self.init(
      source: found.source.map { [span($0)] } ?? [], cue: [span(found.cue)], content: content,
      evidence: found.evidence)
  }
}
