import Foundation
import QuothAnnotation
import QuothReport
@testable import QuothStatement
import QuothSyntax
import QuothText
import QuothTime

/// A report of one paragraph with a tree written by hand: each word as `form|PART|TAG|head|relation`, the
/// head counted from 1, 0 at the root; a lemma that is not the form in lower case comes last.
struct ParsedReport {
  let words: Words
  let syntax: Syntax

  init(_ written: String) {
    let fields = written.split(whereSeparator: \.isWhitespace).map {
      $0.split(separator: "|").map(String.init)
    }
    let text = fields.map { $0[0] }.joined(separator: " ")
    words = Words(
      Text(
        Report(
          id: "sha256:0", text: text,
          blocks: [Block(span: Span(start: 0, end: text.utf8.count), role: .body)])))
    var start = 0
    syntax = Syntax(
      words: fields.enumerated().map { number, field in
        // A sentence begins where the numbering of heads does: at its first word.
        if number > 0, fields[number - 1][0] == "." { start = number }
        let relation = field[4].split(separator: ":").map(String.init)
        let head = Int(field[3])!
        return Word(
          part: PartOfSpeech(rawValue: field[1])!, tag: field[2], features: "_",
          lemma: field.count > 5 ? field[5] : field[0].lowercased(),
          head: head == 0 ? nil : start + head - 1, relation: Relation(rawValue: relation[0])!,
          subtype: relation.count > 1 ? relation[1] : nil)
      }, names: [])
  }

  /// Bytes of words that the report has once.
  func span(_ words: String) -> Span {
    let text = self.words.text.report.text
    let range = text.range(of: words)!
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start: start, end: start + words.utf8.count)
  }

  func read(
    _ attributions: [Attribution] = [], entities: [Entity] = [], certainty: [Int: Float] = [:],
    events: [FoundEvent] = [], times: [TimeExpression] = []
  ) throws -> StatementReader.Found {
    StatementReader(certainty: try Shipped.certainty(), events: try Shipped.events()).read(
      StatementReader.Sources(
        words: words, syntax: syntax, attributions: attributions, entities: entities, times: times,
        places: [], certainty: words.text.tokens.indices.map { certainty[$0] },
        events: events,
        published: nil))
  }

  /// An attribution by its words, with the entity of its source.
  func attribution(
    id: Int = 0, source: String, cue: String, content: String, act: Attribution.Act = .state,
    by entity: Entity.ID? = nil, parent: Int? = nil
  ) -> Attribution {
    Attribution(
      id: id, source: [span(source)], cue: [span(cue)], content: [span(content)], kind: .indirect,
      act: act, sourceType: .namedPerson, sourceEntities: entity.map { [$0] } ?? [],
      parent: parent, confidence: 0.9)
  }

  func entity(_ id: Int, _ name: String) -> Entity {
    Entity(id: id, name: name, type: .person, mentions: [.init(span: span(name), kind: .name)])
  }

  func words(of statement: Statement) -> String {
    statement.spans.map(words.passage.words).joined(separator: " … ")
  }
}
