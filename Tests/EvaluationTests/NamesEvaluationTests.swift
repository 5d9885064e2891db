import Foundation
import QuothAnnotation
import QuothReport
import Testing

@testable import Quoth

/// Our own words in the format of CoNLL-2003.
private let sample = """
  -DOCSTART- -X- -X- O

  ROWING NN I-NP O
  - : O O
  NORLAND NNP I-NP B-LOC
  WINS VBZ I-VP O

  Ana NNP I-NP B-PER
  Ruiz NNP I-NP I-PER
  of IN I-PP O
  the DT I-NP B-ORG
  Harbour NNP I-NP I-ORG
  Board NNP I-NP I-ORG
  's POS B-NP I-ORG
  Norland JJ I-NP B-MISC
  crew NN I-NP O

  -DOCSTART- -X- -X- O

  Saltport NNP I-NP B-LOC
  Saltport NNP I-NP B-LOC
  """

@Suite struct NamesEvaluationTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)")

  private func evaluation() throws -> NamesEvaluation {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(sample.utf8).write(to: folder.appending(path: "dev2.txt"))
    return try NamesEvaluation(folder: folder.path, part: MeasuredPart(split: "dev2"))
  }

  private func mention(
    _ words: String, _ kind: NamesEvaluation.Kind, in article: MeasuredArticle
  ) -> NamesEvaluation.Mention {
    let range = article.text.range(of: words)!
    let start = article.text.utf8.distance(from: article.text.startIndex, to: range.lowerBound)
    return .init(span: Span(start: start, end: start + words.utf8.count), kind: kind)
  }

  @Test func `documents are set up from tokens, a capital line first being the headline`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let articles = try evaluation().articles
    #expect(articles.map(\.id) == ["dev2-1", "dev2-2"])
    #expect(
      articles[0].text
        == "ROWING - NORLAND WINS\nAna Ruiz of the Harbour Board's Norland crew")
    #expect(articles[0].blocks.map(\.role) == [.headline, .body])
    #expect(articles[1].blocks.map(\.role) == [.body])
  }

  @Test func `the and 's do not count, on neither side`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation()
    for words in ["the Harbour Board's", "Harbour Board", "the Harbour Board"] {
      let first = evaluation.articles[0]
      let score = evaluation.score([[mention(words, .organisation, in: first)], []])
      #expect(score[.organisation] == Count(right: 1, found: 1, gold: 1))
      #expect(score.all == Count(right: 1, found: 1, gold: 6))
    }
  }

  @Test func `another type, a part of the name and a name in two pieces are wrong`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation()
    let first = evaluation.articles[0]
    let score = evaluation.score([
      [
        mention("NORLAND", .organisation, in: first), mention("Ruiz", .person, in: first),
        mention("Norland", .other, in: first),
      ],
      [.init(span: Span(start: 0, end: 17), kind: .place)],
    ])
    #expect(score.all == Count(right: 1, found: 4, gold: 6))
    #expect(score.figures.map(\.name) == ["names", "PER", "ORG", "LOC", "MISC"])
    #expect(score.figures[0].value == 20)
  }

  @Test func `a span that ends within a token counts as the token`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation()
    let score = evaluation.score([[mention("Ana Rui", .person, in: evaluation.articles[0])], []])
    #expect(score[.person].right == 1)
  }

  @Test func `confidence is measured against span and type`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation()
    var right = mention("Ana Ruiz", .person, in: evaluation.articles[0])
    right.confidence = 0.9
    var wrong = mention("Harbour Board", .person, in: evaluation.articles[0])
    wrong.confidence = 0.3
    let figure = try #require(evaluation.score([[right, wrong], []]).figures.last)
    #expect(figure.name == "calibration error" && figure.isCost)
    #expect(abs(figure.value - 20) < 1e-9)
  }

  @Test func `gold against itself is 100, nothing is 0`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation()
    let first = evaluation.articles[0]
    let all = evaluation.score([
      [
        mention("NORLAND", .place, in: first), mention("Ana Ruiz", .person, in: first),
        mention("Harbour Board", .organisation, in: first), mention("Norland", .other, in: first),
      ],
      [
        .init(span: Span(start: 0, end: 8), kind: .place),
        .init(span: Span(start: 9, end: 17), kind: .place),
      ],
    ])
    #expect(all.figures.allSatisfy { $0.value == 100 })
    #expect(evaluation.score([[], []]).figures.allSatisfy { $0.value == 0 })
  }

  @Test(arguments: [
    (Entity.Kind.person, Entity.Mention.Kind.name, NamesEvaluation.Kind?.some(.person)),
    (.organisation, .name, .organisation), (.state, .name, .place), (.place, .name, .place),
    (.group, .name, .other), (.product, .name, .other), (.other, .name, .other),
    (.state, .adjective, .other), (.person, .nominal, nil), (.person, .pronoun, nil),
  ])
  func `a mention has the type that CoNLL-2003 would give it`(
    type: Entity.Kind, kind: Entity.Mention.Kind, expected: NamesEvaluation.Kind?
  ) {
    let mention = Entity.Mention(span: Span(start: 0, end: 1), kind: kind)
    #expect(NamesEvaluation.Mention(mention, of: type)?.kind == expected)
  }
}
