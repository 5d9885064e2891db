import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothTestSupport
import QuothText
import Testing

@testable import QuothStatement

@Suite("Which entity a word belongs to")
struct EntityIndexTests {
  private let words: Words
  private let syntax: Syntax

  init() {
    let text = "Its crew said Monday the ferry sank while it rained."
    let tree = Tree(
      """
      Its PRP$ nmod:poss 2
      crew NN nsubj 3
      said VBD root 0
      Monday NNP obl:tmod 3
      the DT det 6
      ferry NN nsubj 7
      sank VBD ccomp 3
      while IN mark 10
      it PRP expl 10
      rained VBD advcl 7
      . . punct 3
      """)
    let report = Report(
      id: "sha256:0", published: nil, text: text,
      blocks: [Block(span: Span(start: 0, end: text.utf8.count), role: .body)])
    words = Words(Text(report))
    syntax = Syntax(words: tree.words, names: [])
  }

  private func index(_ entities: [Entity] = []) -> EntityIndex {
    EntityIndex(entities, words: words, tree: ClauseTree(words: words, syntax: syntax))
  }

  @Test func `a phrase that no entity has yet becomes one, once`() throws {
    var index = index()
    let found = index.entity(of: 5)
    let ferry = try #require(found)
    #expect(index.entities[ferry].name == "the ferry")
    let again = index.entity(of: 5)
    #expect(again == ferry)
    #expect(index.entities.count == 1)
  }

  @Test func `a word within the phrase of another is not that other`() throws {
    let crew = Entity(
      id: 0, name: "Its crew", type: .group,
      mentions: [.init(span: words.span(0..<2), kind: .nominal)])
    var index = index([crew])
    let (whole, part) = (index.entity(of: 1), index.entity(of: 0))
    #expect(whole == 0)
    #expect(part == 1)
  }

  @Test func `a time and an "it" that is nobody have no entity`() {
    var index = index()
    let (day, weather) = (index.entity(of: 3), index.entity(of: 8))
    #expect(day == nil)
    #expect(weather == nil)
    #expect(index.entities.isEmpty)
  }
}
