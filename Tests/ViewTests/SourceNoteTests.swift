import QuothAnnotation
import QuothReport
import QuothTestSupport
import QuothStatement
import QuothText
import Testing

@testable import QuothView

/// What stands beside the name of a source.
@Suite struct SourceNoteTests {
  @Test(arguments: [
    ("Ivo Maric", "Sudland's foreign minister, Ivo Maric,", "Sudland's foreign minister"),
    ("Jonas Eide", "Jonas Eide, 44, a driver from Kell", "44, a driver from Kell"),
    ("Millers", "Millers in Veyra", "in Veyra"), ("Ana Ruiz", "Ana Ruiz", nil),
    // What somebody did is no note on him, nor are those whom he was singled out of.
    ("Tomas Rey", "Tomas Rey, a clerk, who, like others, remembered", "a clerk"),
    (
      "Mia Holm", "Mia Holm, director of the Tide Fund, whose friends row,",
      "director of the Tide Fund"
    ),
    ("Jan Berg", "Leaders — and, in particular, Speaker Jan Berg —", "Speaker"),
    ("Tide Fund", "Tide Fund, with some help", nil),
    // Words of something else than what is named are kept with the name.
    ("Norland", "Norland exporters", "Norland exporters"),
    ("Kestrel", "A Kestrel man", "A Kestrel man"),
    ("the minister", "the minister’s office", "the minister’s office"),
    ("St. Olga", "St. Olga's hospital,", "St. Olga's hospital"),
    // The name with a possessive says nothing more.
    ("Brandt", "Brandt’s", nil), ("Ruiz", "Ruiz'", nil), ("Brandt", "Colonel Brandt's", "Colonel"),
  ])
  func `a note says what the report says beside the name`(
    name: String, wording: String, note: String?
  ) {
    #expect(ReadingIndex.description(of: name, in: [wording, name]) == note)
  }

  @Test func `two attributions to the same words at the same place have one source`() {
    let text = "An aide confirmed the meeting but denied the talks."
    func attribution(_ id: Int, _ entity: Int, _ cue: Span, _ content: Span) -> Attribution {
      var attribution = Attribution(
        id: id, source: [Span(start: 0, end: 7)], cue: [cue], content: [content], kind: .indirect,
        confidence: 0.9)
      attribution.sourceEntities = [entity]
      return attribution
    }
    let entities = (0..<2).map { Entity(id: $0, name: "An aide", type: .person, mentions: []) }
    let reading = Reading(
      text: Text(
        Report(
          id: "", text: text,
          blocks: [Block(span: Span(start: 0, end: text.utf8.count), role: .body)])),
      attributions: [
        attribution(0, 0, Span(start: 8, end: 17), Span(start: 18, end: 29)),
        attribution(1, 1, Span(start: 34, end: 40), Span(start: 41, end: 50)),
      ], entities: entities, model: "none")
    let index = ReadingIndex(reading)
    #expect(index.sources.count == 1)
    #expect(index.sources.first?.attributions == [0, 1])
  }

  @Test func `a credit as long as a paragraph is cut`() {
    let note = "Editor’s note: " + String(repeating: "this is an excerpt from a book ", count: 9)
    let report = Report(id: "", credit: [note, "Coastal News Agency"], text: "", blocks: [])
    let phrases = Provenance(report, words: Words("")).phrases
    #expect(phrases.last == "carries Coastal News Agency copy")
    #expect(phrases.first.map { TerminalText.width($0) <= 80 && $0.contains("[…]") } == true)
  }
}
