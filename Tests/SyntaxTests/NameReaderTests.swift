import QuothReport
import Testing

@testable import QuothEngine
@testable import QuothSyntax

@Suite struct `Names from scores of tags` {
  private static let labels: [NameTag] = [
    .outside, .begin(.person), .inside(.person), .begin(.place), .inside(.place),
  ]

  private func names(_ rows: [[Float]]) -> [Name] {
    let table = Scores.Table(columns: Self.labels.count, values: rows.flatMap { $0 })
    return NameReader(labels: Self.labels, scores: table)
      .names(Array(10..<10 + rows.count), Array(rows.indices))
  }

  @Test func `a name runs from its beginning to its last inner word`() {
    let found = names([[0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0], [0, 0, 0, 5, 0]])
    #expect(found.map(\.tokens) == [10..<12, 13..<14])
    #expect(found.map(\.kind) == [.person, .place])
  }

  @Test func `two names may touch`() {
    let found = names([[0, 5, 0, 0, 0], [0, 5, 0, 0, 0]])
    #expect(found.map(\.tokens) == [10..<11, 11..<12])
  }

  @Test func `an inner word never stands without a beginning of its kind`() {
    // The second word would rather be inside a place; the best path that may be makes both a place.
    let found = names([[0, 3, 0, 2, 0], [0, 0, 0, 0, 6]])
    #expect(found.map(\.tokens) == [10..<12])
    #expect(found.map(\.kind) == [.place])
    #expect(names([[0, 0, 0, 0, 9]]).allSatisfy { $0.tokens == 10..<11 })
  }

  @Test func `no scores make a name without its beginning`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Self.labels.map { _ in Float.random(in: -3...3, using: &random) }
      }
      let found = names(rows)
      var end = 10
      for name in found {
        #expect(name.tokens.lowerBound >= end && !name.tokens.isEmpty)
        #expect(name.confidence > 0 && name.confidence <= 1)
        end = name.tokens.upperBound
      }
      #expect(end <= 10 + rows.count)
    }
  }

  @Test func `confidence is the mean of the shares of its tags`() throws {
    let sure = try #require(names([[0, 9, 0, 0, 0], [0, 0, 9, 0, 0]]).first)
    let unsure = try #require(names([[0, 1, 0, 0, 0], [0, 0, 1, 0, 0]]).first)
    #expect(sure.confidence > 0.99)
    #expect(abs(unsure.confidence - 0.4046) < 1e-3)
  }

  @Test func `a tag is written as its letter and kind`() {
    #expect(NameTag("O") == .outside)
    #expect(NameTag("B-person") == .begin(.person))
    #expect(NameTag("I-adjective") == .inside(.adjective))
    #expect(NameTag("X-person") == nil)
    #expect(NameTag("B-ship") == nil)
  }
}
