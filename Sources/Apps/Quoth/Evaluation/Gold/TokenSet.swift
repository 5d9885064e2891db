/// A set of tokens of one article, by index.
///
/// Set operations are linear in both sets.
struct TokenSet: Hashable, Sendable {
  /// Ascending, each once.
  let indices: [Int]

  /// - Precondition: `indices` ascends.
  private init(ascending indices: [Int]) {
    self.indices = indices
  }

  init(_ indices: some Sequence<Int>) {
    var indices = indices.sorted()
    var kept = 0
    for index in indices where kept == 0 || indices[kept - 1] != index {
      indices[kept] = index
      kept += 1
    }
    indices.removeLast(indices.count - kept)
    self.indices = indices
  }

  var count: Int { indices.count }
  var isEmpty: Bool { indices.isEmpty }

  /// How many tokens both sets hold.
  func overlap(_ other: TokenSet) -> Int {
    var shared = 0
    var left = 0
    var right = 0
    while left < indices.count, right < other.indices.count {
      if indices[left] == other.indices[right] {
        shared += 1
        left += 1
        right += 1
      } else if indices[left] < other.indices[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return shared
  }

  /// Shared tokens over all tokens of both; 1 when both are empty.
  func intersectionOverUnion(_ other: TokenSet) -> Double {
    if isEmpty, other.isEmpty { return 1 }
    let shared = overlap(other)
    return Double(shared) / Double(count + other.count - shared)
  }

  func subtracting(_ other: TokenSet) -> TokenSet {
    let removed = Set(other.indices)
    return filter { !removed.contains($0) }
  }

  func filter(_ isKept: (Int) -> Bool) -> TokenSet {
    TokenSet(ascending: indices.filter(isKept))
  }

  /// Its runs of neighbouring tokens.
  var runs: [TokenSet] {
    var runs: [[Int]] = []
    for index in indices {
      if let last = runs.last?.last, last + 1 == index {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs.map(TokenSet.init(ascending:))
  }

  static func union(_ sets: [TokenSet]) -> TokenSet {
    TokenSet(sets.lazy.flatMap(\.indices))
  }
}

extension TokenSet: Comparable {
  /// Orders as lists of indices.
  static func < (left: TokenSet, right: TokenSet) -> Bool {
    left.indices.lexicographicallyPrecedes(right.indices)
  }
}
