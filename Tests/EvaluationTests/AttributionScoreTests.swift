import QuothAnnotation
import Testing

@testable import Quoth

/// The reference scorer's own cases.
struct AttributionScoreTests {
  private static let marked = """
    [S1 Ann Lee] [C1 said] [T1 the vote was fair]. [T2 "It was a clean race,"] [S2 she] [C2 added], [T2 "and we lost."]

    [S3 Mr. Roe] [C3 thinks] [T3 that taxes will "soar" next year]. [D Ads fill the page here.]

    """
  private let article: GoldArticle
  private let gold: [StandoffAttribution]

  init() throws {
    article = try MarkedArticle(Self.marked).gold()
    gold = article.gold.attributions
  }

  private func score(_ predicted: [StandoffAttribution]) throws -> AttributionScore {
    try AttributionScore(article, predicted: predicted)
  }

  /// The score of the gold itself after one change.
  private func score(_ change: (inout [StandoffAttribution]) -> Void) throws -> AttributionScore {
    var predicted = gold
    change(&predicted)
    return try score(predicted)
  }

  private func piece(_ words: String) -> Range<Int> {
    let scalars = Array(article.text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) }!
    return start..<start + wanted.count
  }

  @Test func `gold scored against itself is all right`() throws {
    let score = try score(gold)
    for metric in AttributionMetric.all { #expect(score[metric].f1 == 1, "\(metric.name)") }
  }

  @Test func `a cue of punctuation only is a cue`() throws {
    let headline = try MarkedArticle("[S1 Ann Lee][C1 :] [T1 the vote was fair]").gold()
    let score = try AttributionScore(headline, predicted: headline.gold.attributions)
    #expect(score[.pair(.cue, nil)].f1 == 1)
    #expect(score[.filler(.overlap, .cue)].f1 == 1)
  }

  @Test func `nothing predicted is nothing right`() throws {
    let score = try score([StandoffAttribution]())
    for metric in AttributionMetric.all { #expect(score[metric].f1 == 0, "\(metric.name)") }
  }

  @Test func `a wrong speaker keeps the content but is not attributed`() throws {
    let score = try score { $0[0].source = [piece("Mr. Roe")] }
    #expect(score[.pair(.content, nil)].f1 == 1)
    #expect(score[.pair(.sourceOverlap, nil)].f1 < 1)
    #expect(score[.pair(.sourceOverlap, .indirect)].f1 == 0)
    #expect(score[.filler(.token, .source)].f1 < 1)
    #expect(score[.filler(.token, .content)].f1 == 1)
    #expect(
      score[.sourceGivenContent] == Tally(predictedRight: 2, predicted: 3, goldFound: 2, gold: 3))
  }

  @Test func `part of the speaker's name is attributed but not exact`() throws {
    let score = try score { $0[0].source = [piece("Lee")] }
    #expect(score[.pair(.sourceOverlap, nil)].f1 == 1)
    #expect(score[.pair(.sourceHalf, nil)].f1 == 1)
    #expect(score[.pair(.sourceExact, nil)].f1 < 1)
    #expect(score[.filler(.exact, .source)].f1 < 1)
    #expect(score[.filler(.overlap, .source)].f1 == 1)
  }

  @Test func `a speaker left out is not attributed`() throws {
    let score = try score { $0[0].source = [] }
    #expect(score[.pair(.sourceOverlap, nil)].f1 < 1)
    #expect(score[.pair(.content, nil)].f1 == 1)
  }

  @Test func `the larger half of a split quotation is found, the smaller is not`() throws {
    let larger = try score { $0[1].content.removeLast() }
    #expect(larger[.pair(.content, nil)].f1 == 1)
    #expect(larger[.filler(.exact, .content)].f1 < 1)
    #expect(larger[.filler(.token, .content)].f1 < 1)
    let smaller = try score { $0[1].content.removeFirst() }
    #expect(smaller[.pair(.content, nil)].f1 < 1)
  }

  @Test func `a full stop too many is exact on words and not on pieces`() throws {
    let score = try score { $0[0].content = [piece("the vote was fair.")] }
    #expect(score[.filler(.exact, .content)].f1 == 1)
    #expect(score[.filler(.strict, .content)].f1 < 1)
    #expect(score[.filler(.chunk, .content)].f1 < 1)
  }

  @Test func `a prediction twice, or one too many, costs precision`() throws {
    #expect(try score { $0.append($0[0]) }[.pair(.content, nil)].precision == 0.75)
    let extra = StandoffAttribution(source: [piece("she")], content: [piece("clean race")])
    #expect(try score { $0.append(extra) }[.pair(.content, nil)].precision == 0.75)
  }

  @Test func `what lies in discarded text does not count`() throws {
    let score = try score {
      $0.append(StandoffAttribution(content: [piece("Ads fill the page here")]))
    }
    for metric in AttributionMetric.all { #expect(score[metric].f1 == 1, "\(metric.name)") }
    #expect(score.outcomes.count == 3)
  }

  @Test func `precision by kind is over predictions and recall over gold of that kind`() throws {
    let score = try score {
      $0[2] = StandoffAttribution(content: [piece("Ads"), piece("Mr. Roe")])
    }
    func tally(_ right: Int, _ predicted: Int, _ found: Int, _ gold: Int) -> Tally {
      Tally(predictedRight: right, predicted: predicted, goldFound: found, gold: gold)
    }
    #expect(score[.pair(.content, .indirect)] == tally(1, 2, 1, 1))
    #expect(score[.pair(.content, .direct)] == tally(1, 1, 1, 1))
    #expect(score[.pair(.content, .mixed)] == tally(0, 0, 0, 1))
  }

  @Test func `a wrong cue is still attributed`() throws {
    let score = try score { $0[2].cue = [piece("soar")] }
    #expect(score[.pair(.cue, nil)].f1 < 1)
    #expect(score[.pair(.sourceOverlap, nil)].f1 == 1)
    #expect(score[.pair(.allExact, nil)].f1 < 1)
  }

  @Test func `no source on both sides is attributed`() throws {
    let passive = try MarkedArticle("[C1 It is feared] [T1 the quay may sink].").gold()
    let score = try AttributionScore(passive, predicted: passive.gold.attributions)
    #expect(score[.pair(.sourceOverlap, nil)].f1 == 1)
    #expect(score[.pair(.sourceHalf, nil)].f1 == 1)
    #expect(score[.sourceGivenContent] == Tally())
  }

  @Test func `each prediction keeps its confidence and whether it was attributed right`() throws {
    let score = try score {
      $0[0].confidence = 0.8
      $0[1].source = []
      $0[1].confidence = 0.3
    }
    #expect(
      score.outcomes == [
        .init(confidence: 0.8, isRight: true), .init(confidence: 0.3, isRight: false),
        .init(confidence: 1, isRight: true),
      ])
  }

  @Test(arguments: [0..<0, 5..<5, 3..<999, -1..<2])
  func `a piece that is empty or outside the text is named`(piece: Range<Int>) {
    #expect(
      throws: EvaluationError.pieceOutsideText(
        article: "article", start: piece.lowerBound, end: piece.upperBound)
    ) {
      try score([StandoffAttribution(content: [piece])])
    }
  }
}
