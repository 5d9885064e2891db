import Glibc

/// Terms with how much each tells of a report, sorted, so that two are compared in one pass.
struct TermVector: Sendable {
  private let terms: [Term]
  private let weights: [Float]
  private let length: Float

  init(_ counts: [Term: Int], _ importance: TermWeights) {
    let kept = counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    terms = kept.map(\.key)
    weights = kept.map { Float(max(importance[$0.key], 0)) * Self.damped($0.value) }
    length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  var isEmpty: Bool { terms.isEmpty }

  /// A term that stands there ten times tells more than one that stands there once, but not ten times as much.
  static func damped(_ count: Int) -> Float { 1 + logf(Float(count)) }

  /// Their cosine, 0 to 1; 0 where either is empty.
  func nearness(to other: TermVector) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var sum: Float = 0
    forEachShared(with: other) { sum += weights[$0] * other.weights[$1] }
    return Double(sum / (length * other.length))
  }

  /// The terms of both, those that tell most first.
  func shared(with other: TermVector) -> [Term] {
    var found: [(term: Term, weight: Float)] = []
    forEachShared(with: other) { found.append((terms[$0], weights[$0] * other.weights[$1])) }
    return found.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.map(\.term)
  }

  private func forEachShared(with other: TermVector, _ body: (Int, Int) -> Void) {
    var left = 0
    var right = 0
    while left < terms.count, right < other.terms.count {
      if terms[left] == other.terms[right] {
        body(left, right)
        left += 1
        right += 1
      } else if terms[left] < other.terms[right] {
        left += 1
      } else {
        right += 1
      }
    }
  }
}
