import QuothLinking
import QuothReport
import QuothStatement
import QuothSyntax
import QuothText

/// What linking looks at in one article of a corpus.
struct MeasuredHappenings: Sendable {
  /// The words that were asked for: the head of each, and its sketch.
  var asked: Told
  /// The events of the record.
  var found: Told
  var sketch: ReportSketch

  struct Told: Sendable {
    /// As spans of the text.
    var heads: [Span]
    var events: EventSketches
  }
}

extension Reader {
  /// - Parameter asked: the words of gold mentions; nil where happenings are not measured.
  func happenings(
    _ asked: [Span]?, _ heads: Heads, _ reading: Reading
  ) throws(QuothError) -> MeasuredHappenings? {
    guard let asked else { return nil }
    let encoding = heads.encoding
    let means = try meanings(encoding.means)
    let sentences = Dictionary(uniqueKeysWithValues: zip(encoding.sentences, means))
    let sketcher = Sketcher(reading, meanings: [])
    func told(_ spans: [Span]) throws(QuothError) -> MeasuredHappenings.Told {
      let tokens = spans.map { sketcher.head(of: reading.text.tokens(overlapping: $0)) }
      let triggers = try meanings(tokens.flatMap { encoding.mean(ofTokens: [$0]) })
      return MeasuredHappenings.Told(
        heads: tokens.map { reading.text.tokens[$0].span },
        events: sketcher.events(at: tokens, triggers: triggers, sentences: sentences))
    }
    return MeasuredHappenings(
      asked: try told(asked), found: try told(reading.events.map(\.trigger)),
      sketch: sketcher.report(sentences: sentences))
  }
}
