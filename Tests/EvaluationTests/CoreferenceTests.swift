import QuothReport
import Testing

@testable import Quoth

@Suite struct AssignmentTests {
  /// The greatest sum by trying every order of the longer side.
  private func triedSum(_ weights: [[Double]]) -> Double {
    func best(_ row: Int, _ taken: Set<Int>) -> Double {
      guard row < weights.count else { return 0 }
      let skipped = best(row + 1, taken)
      return weights[row].indices.filter { !taken.contains($0) }.reduce(skipped) { sum, column in
        max(sum, weights[row][column] + best(row + 1, taken.union([column])))
      }
    }
    return best(0, [])
  }

  @Test func `the pairing has the greatest sum there is, whatever the shape`() {
    var state: UInt64 = 7
    func draw() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for _ in 0..<300 {
      let rows = Int(draw() % 6)
      let columns = Int(draw() % 6)
      let weights = (0..<rows).map { _ in (0..<columns).map { _ in Double(draw() % 9) / 4 } }
      #expect(abs(Assignment.greatestSum(weights) - triedSum(weights)) < 1e-12)
    }
  }

  @Test func `the greedy choice may be the wrong one`() {
    #expect(Assignment.greatestSum([[9, 8], [8, 1]]) == 16)
    #expect(Assignment.greatestSum([]) == 0)
    #expect(Assignment.greatestSum([[], []]) == 0)
  }
}

@Suite struct CoreferenceScoreTests {
  /// The example of Pradhan et al. 2014, worked out by hand.
  @Test func `links, mentions and clusters are counted as the reference scorer does`() {
    let score = CoreferenceScore(
      gold: [["a", "b", "c"], ["d", "e", "f", "g"]],
      found: [["a", "b"], ["c", "d"], ["f", "g", "h", "i"]])
    #expect(abs(score.muc.recall - 2.0 / 5) < 1e-12)
    #expect(abs(score.muc.precision - 2.0 / 5) < 1e-12)
    #expect(abs(score.bCubed.recall - (4.0 / 3 + 1.0 / 3 + 1.0 / 4 + 4.0 / 4) / 7) < 1e-12)
    #expect(abs(score.bCubed.precision - 4.0 / 8) < 1e-12)
    #expect(abs(score.ceaf.recall - 1.3 / 2) < 1e-12)
    #expect(abs(score.ceaf.precision - 1.3 / 3) < 1e-12)
    let mean = (0.4 + score.bCubed.f1 + score.ceaf.f1) / 3
    #expect(abs(score.conllF1 - mean) < 1e-12)
  }

  @Test func `gold against itself is 1, whatever the order`() {
    let clusters = [[1, 2, 3], [4, 5], [6, 7, 8, 9]]
    let score = CoreferenceScore(gold: clusters, found: clusters.map { $0.reversed() }.reversed())
    #expect(score.muc.f1 == 1)
    #expect(score.bCubed.f1 == 1)
    #expect(score.ceaf.f1 == 1)
  }

  @Test func `a cluster of one is no cluster, and a mention belongs to one`() {
    let score = CoreferenceScore(gold: [[1, 2], [3]], found: [[1, 2, 2], [4], [2, 5]])
    #expect(score.conllF1 == 1)
    #expect(CoreferenceScore(gold: [[1, 2]], found: [[1], [2]]).conllF1 == 0)
    #expect(CoreferenceScore(gold: [[Int]](), found: []).conllF1 == 0)
  }

  @Test func `gold and found change places as recall and precision do`() {
    let left = [[1, 2, 3], [4, 5, 6], [7, 8]]
    let right = [[1, 2], [3, 4, 5], [7, 8, 9]]
    let one = CoreferenceScore(gold: left, found: right)
    let other = CoreferenceScore(gold: right, found: left)
    #expect(one.muc.recall == other.muc.precision)
    #expect(one.bCubed.recall == other.bCubed.precision)
    #expect(one.ceaf.recall == other.ceaf.precision)
  }

  @Test func `documents are joined by their counts, not by their scores`() {
    var sum = CoreferenceScore(gold: [[1, 2, 3]], found: [[1, 2, 3]])
    sum += CoreferenceScore(gold: [[1, 2]], found: [])
    #expect(abs(sum.muc.recall - 2.0 / 3) < 1e-12)
    #expect(sum.muc.precision == 1)
  }
}

@Suite struct OntoGUMDocumentTests {
  private func lines(_ fields: [(String, String)]) -> [Substring] {
    ["# begin document "] + fields.enumerated().map { "\($0)\t\($1.0)\t\($1.1)"[...] }
  }

  @Test func `brackets in a row, within each other and of one token are read`() throws {
    let gold = try #require(
      OntoGUMDocument(
        lines([
          ("The", "(1(2"), ("mayor", "1)"), ("of", "_"), ("Saltport", "(3)2)"), ("she", "(2)"),
          ("her", "(2(1"), ("son", "1)2)"),
        ]), text: "The mayor of Saltport she\n\nherson"))
    #expect(gold.clusters == [[0..<2, 5..<7], [3..<4], [0..<4, 4..<5, 5..<7]])
    #expect(gold.tokens[5] == Span(start: 27, end: 30))
  }

  @Test func `a token that the corpus lost keeps the others in place`() throws {
    let gold = try #require(
      OntoGUMDocument(lines([("Ports", "(1)"), ("", "_"), ("they", "(1)")]), text: "Ports | they"))
    #expect(gold.clusters == [[0..<1, 2..<3]])
    #expect(gold.tokens[2] == Span(start: 8, end: 12))
  }

  @Test func `another text and a bracket without its half are refused`() {
    #expect(OntoGUMDocument(lines([("Quays", "_")]), text: "Ports") == nil)
    #expect(OntoGUMDocument(lines([("Ports", "(1")]), text: "Ports") == nil)
    #expect(OntoGUMDocument(lines([("Ports", "1)")]), text: "Ports") == nil)
  }
}
