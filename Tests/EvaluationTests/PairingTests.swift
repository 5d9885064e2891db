import Testing

@testable import Quoth

struct PairingTests {
  private func pairs(_ table: [[Double]], floor: Double = 0) -> [[Int]] {
    greedyPairing(gold: table.count, predicted: table.first?.count ?? 0, floor: floor) {
      table[$0][$1]
    }.map { [$0.gold, $0.predicted] }
  }

  @Test func `the most similar pair goes first, even when it costs another`() {
    #expect(pairs([[0.6, 0.5], [0.9, 0.0]]) == [[1, 0], [0, 1]])
    #expect(pairs([[0.8, 0.9], [0.0, 0.8]]) == [[0, 1]])
  }

  @Test func `of equal pairs the earlier gold and then the earlier prediction goes first`() {
    #expect(pairs([[0.5, 0.5], [0.5, 0.5]]) == [[0, 0], [1, 1]])
    #expect(pairs([[0.0, 0.5], [0.5, 0.5]]) == [[0, 1], [1, 0]])
  }

  @Test func `what shares nothing or stays under the floor is not paired`() {
    #expect(pairs([[0.0]]).isEmpty)
    #expect(pairs([[0.49]], floor: 0.5).isEmpty)
    #expect(pairs([[0.5]], floor: 0.5) == [[0, 0]])
  }

  @Test func `sets of tokens compare by what they share`() {
    let left = TokenSet([3, 1, 2, 3])
    #expect(left.indices == [1, 2, 3])
    #expect(left.overlap(TokenSet([2, 3, 4, 9])) == 2)
    #expect(left.intersectionOverUnion(TokenSet([2, 3, 4])) == 0.5)
    #expect(TokenSet([]).intersectionOverUnion(TokenSet([])) == 1)
    #expect(
      TokenSet([1, 2, 4, 6, 7]).runs == [TokenSet([1, 2]), TokenSet([4]), TokenSet([6, 7])])
    #expect(left.subtracting(TokenSet([2])) == TokenSet([1, 3]))
  }
}
