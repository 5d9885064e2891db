import Foundation
import QuothAnnotation
import QuothReport
@testable import QuothStatement
import QuothSyntax
import QuothText
import Testing

@testable import Quoth

@Suite struct MeasuredReadingTests {
  /// A text of one paragraph with a tree of its own, in which each word hangs on one before it.
  ///
  /// - Parameters:
  ///   - heads: by word; words that are not named hang on the first of their sentence.
  ///   - tags: English tags by word.
  private func reading(
    _ text: String, heads: [Int: Int] = [:], tags: [Int: String] = [:], entities: [Entity] = [],
    statements: [Statement] = [], events: [Event] = []
  ) -> MeasuredReading {
    let report = Report(
      id: "harbour", text: text,
      blocks: [Block(span: Span(start: 0, end: text.utf8.count), role: .body)])
    let words = Words(Text(report))
    let parsed = words.text.sentences.flatMap { sentence in
      sentence.tokens.map { token -> Word? in
        let head = heads[token] ?? sentence.tokens.lowerBound
        return Word(
          part: .noun, tag: tags[token] ?? "NN", features: "_", lemma: "_",
          head: head == token ? nil : head, relation: head == token ? .root : .nmod)
      }
    }
    return MeasuredReading(
      words: words, syntax: Syntax(words: parsed, names: []),
      certainty: parsed.map { _ in nil },
      reading: Reading(
        text: words.text, attributions: [], statements: statements, events: events,
        entities: entities, model: "none"))
  }

  private func span(of words: String, in reading: MeasuredReading) throws -> Span {
    let text = reading.reading.report.text
    let range = try #require(text.range(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start: start, end: start + words.utf8.count)
  }

  // MARK: Words

  @Test func `a word and its clitics are one token of several words`() {
    let read = reading("Ruiz didn't open the ports' gate.", tags: [6: "POS"])
    let sentence = SyntaxReading(read).sentences[0]
    #expect(
      sentence.tokens.map { $0.words.map(\.form) } == [
        ["Ruiz"], ["did", "n't"], ["open"], ["the"], ["ports", "'"], ["gate"], ["."],
      ])
    #expect(sentence.tokens[1].span == Span(start: 5, end: 11))
  }

  @Test func `a mark written to a word is a token of its own`() {
    let tokens = SyntaxReading(reading("Ruiz, 'mayor' of half-built piers.")).sentences[0].tokens
    #expect(tokens.allSatisfy { $0.words.count == 1 })
  }

  @Test func `heads are counted from the start of their sentence`() {
    let read = reading("Rain fell. Ports shut.", heads: [3: 4, 4: 4])
    let words = SyntaxReading(read).sentences[1].tokens.flatMap(\.words)
    #expect(words.map(\.head) == [1, nil, 0])
    #expect(words.map(\.relation) == ["nmod", "root", "nmod"])
  }

  // MARK: Parties

  @Test func `an entity is known by the head of its mention nearest in the sentence`() throws {
    var read = reading(
      "The mayor of Saltport met Ruiz before the mayor left. The mayor slept.",
      heads: [1: 1, 3: 1, 8: 9])
    func mention(_ start: Int, _ end: Int) -> Entity.Mention {
      Entity.Mention(span: Span(start: start, end: end), kind: .nominal)
    }
    let mayor = Entity(
      id: 0, name: "mayor", type: .person,
      mentions: [mention(0, 21), mention(38, 47), mention(54, 63)])
    let sleeper = Entity(id: 1, name: "sleeper", type: .person, mentions: [mention(54, 63)])
    read = reading(
      read.reading.report.text, heads: [1: 1, 2: 1, 3: 2, 0: 1, 7: 8], entities: [mayor, sleeper])
    let met = try span(of: "met", in: read)
    let left = try span(of: "left", in: read)
    #expect(read.heads(ofEntities: [0], beside: met) == [Span(start: 4, end: 9)])
    #expect(read.heads(ofEntities: [0], beside: left) == [Span(start: 42, end: 47)])
    #expect(read.heads(ofEntities: [1], beside: met).isEmpty)
  }

  // MARK: Certainty

  private func event(_ id: Int, _ status: Event.Status) -> Event {
    Event(
      id: id, trigger: Span(start: 0, end: 4), lemma: "rain", type: nil, mode: nil, contexts: [],
      actors: [], recipients: [], status: status, time: nil, place: nil, numbers: [],
      confidence: 0)
  }

  private func statement(
    _ id: Int, _ certainty: Certainty, to end: Int = 22, events: [Event.ID]
  ) -> Statement {
    Statement(
      id: id, spans: [Span(start: 0, end: end)], wording: [Span(start: 0, end: end)], host: nil,
      isPhrase: false, attribution: nil, holder: .reporter,
      chain: [.reporter], certainty: certainty, reporterCertainty: certainty, hedges: [],
      timeClass: .pastFact, time: nil, place: nil, events: events, entities: [],
      isPresupposed: false, confidence: 1)
  }

  @Test(arguments: [
    (Event.Status.happened, Certainty.certain, FactualityClass.certain),
    (.possible, Certainty(.probable), .probable), (.possible, .certain, .possible),
    (.denied, Certainty(.probable, isNegative: true), .probablyNot),
    (.denied, .certain, .certainlyNot), (.planned, .certain, .uncommitted),
    (.hypothetical, .uncommitted, .uncommitted), (.happened, .uncommitted, .certain),
  ])
  func `an event is as certain as its statement, or as its status where both differ`(
    status: Event.Status, told: Certainty, expected: FactualityClass
  ) {
    let event = event(0, status)
    let read = reading(
      "Rain fell. Ports shut.", statements: [statement(0, told, events: [0])], events: [event])
    #expect(read.reading.certainty(of: event) == expected)
  }

  @Test func `of several statements the narrowest counts, and without any there is no class`() {
    let event = event(0, .happened)
    let read = reading(
      "Rain fell. Ports shut.",
      statements: [
        statement(0, .uncommitted, events: [0]), statement(1, .certain, to: 10, events: [0]),
      ], events: [event])
    #expect(read.reading.statement(of: event)?.id == 1)
    #expect(read.reading.certainty(of: event) == .certain)
    #expect(read.reading.certainty(of: self.event(7, .happened)) == nil)
  }

  // MARK: JSON

  @Test func `what the heads say is one line of JSON`() {
    let json = reading("Rain fell.", heads: [0: 1, 1: 1]).json
    #expect(json.hasPrefix(#"{"id":"harbour","text":"Rain fell.","words":[{"start":0,"end":4,"#))
    #expect(json.contains(#""head":1,"relation":"nmod"}"#))
    #expect(json.hasSuffix(#""names":[],"chains":[],"events":[]}"#))
    #expect(!json.contains("\n"))
  }
}
