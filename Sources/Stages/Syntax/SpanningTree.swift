/// The best tree over the words of a sentence: the maximum spanning tree with one root.
///
/// Source: Chu and Liu 1965; Edmonds 1967. The best root is sought among the three most likely.
enum SpanningTree {
  private static let roots = 3
  private static let never: Float = -1e9

  /// The head of each word; the root heads itself.
  ///
  /// - Parameter scores: (words, words), row by row: a word's scores of each as its head; with itself,
  ///   of being the root.
  static func heads(_ scores: [Float]) -> [Int] {
    let count = Int(Double(scores.count).squareRoot())
    precondition(count > 0 && count * count == scores.count)
    let order = (0..<count).sorted { scores[$0 * count + $0] > scores[$1 * count + $1] }
    var best: (heads: [Int], score: Float)?
    for root in order.prefix(roots) {
      var grid = Grid(count: count, scores: scores)
      for word in 0..<count { grid[word, word] = never }
      for head in 0..<count { grid[root, head] = never }
      let heads = arborescence(grid, root: root)
      let score = heads.enumerated().reduce(scores[root * count + root]) { sum, pair in
        pair.offset == root ? sum : sum + scores[pair.offset * count + pair.element]
      }
      if best.map({ score > $0.score }) ?? true { best = (heads, score) }
    }
    return best?.heads ?? [0]
  }

  private struct Grid {
    let count: Int
    var scores: [Float]

    init(count: Int, scores: [Float]) {
      self.count = count
      self.scores = scores
    }

    subscript(word: Int, head: Int) -> Float {
      get { scores[word * count + head] }
      set { scores[word * count + head] = newValue }
    }

    func best(_ word: Int) -> Int {
      Vectors.best(scores[word * count..<(word + 1) * count])
    }
  }

  /// The best heads under a given root: where the best choices make a cycle, it is drawn together into
  /// one word and the smaller problem is solved.
  private static func arborescence(_ grid: Grid, root: Int) -> [Int] {
    var heads = (0..<grid.count).map { $0 == root ? root : grid.best($0) }
    guard let cycle = cycle(heads, root) else { return heads }
    let isInside = (0..<grid.count).map { cycle.contains($0) }
    let outside = (0..<grid.count).filter { !isInside[$0] }
    let joint = outside.count
    var smaller = Grid(
      count: joint + 1, scores: [Float](repeating: never, count: (joint + 1) * (joint + 1)))
    var entrance = [Int](repeating: 0, count: joint)
    var exit = [Int](repeating: 0, count: joint)
    let own = cycle.reduce(Float(0)) { $0 + grid[$1, heads[$1]] }
    for (number, word) in outside.enumerated() {
      for (other, head) in outside.enumerated() where other != number {
        smaller[number, other] = grid[word, head]
      }
      let leaving = best(cycle) { grid[word, $0] }
      smaller[number, joint] = grid[word, leaving]
      exit[number] = leaving
      let entering = best(cycle) { grid[$0, word] - grid[$0, heads[$0]] }
      smaller[joint, number] = grid[entering, word] - grid[entering, heads[entering]] + own
      entrance[number] = entering
    }
    let newRoot = outside.firstIndex(of: root) ?? 0
    let found = arborescence(smaller, root: newRoot)
    for (number, word) in outside.enumerated() where word != root {
      heads[word] = found[number] == joint ? exit[number] : outside[found[number]]
    }
    heads[entrance[found[joint]]] = outside[found[joint]]
    return heads
  }

  private static func best(_ words: [Int], _ score: (Int) -> Float) -> Int {
    var best = words[0]
    var highest = score(best)
    for word in words.dropFirst() {
      let own = score(word)
      if own > highest { (best, highest) = (word, own) }
    }
    return best
  }

  private static func cycle(_ heads: [Int], _ root: Int) -> [Int]? {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: heads.count)
    states[root] = .done
    for start in heads.indices {
      var path: [Int] = []
      var word = start
      while states[word] == .new {
        states[word] = .open
        path.append(word)
        word = heads[word]
      }
      if states[word] == .open { return Array(path[(path.firstIndex(of: word) ?? 0)...]) }
      for word in path { states[word] = .done }
    }
    return nil
  }
}
