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
}
