import Glibc
import QuothEngine

/// A tag of the head of names: outside, or the first or a later word of a name.
enum NameTag: Sendable, Hashable {
  case outside
  case begin(Name.Kind)
  case inside(Name.Kind)

  /// Nil when it is not written as one: `O`, `B-person`, `I-person`.
  init?(_ written: String) {
    guard written != "O" else {
      self = .outside
      return
    }
    guard let kind = Name.Kind(rawValue: String(written.dropFirst(2))) else { return nil }
    switch written.prefix(2) {
    case "B-": self = .begin(kind)
    case "I-": self = .inside(kind)
    default: return nil
    }
  }

  /// Whether it may come after another, nil at the beginning of a sentence.
  func follows(_ before: NameTag?) -> Bool {
    guard case .inside(let kind) = self else { return true }
    return before == .begin(kind) || before == .inside(kind)
  }
}

/// The best names of a sentence: the best path of tags on which no name lacks its beginning
/// (Viterbi 1967).
struct NameReader {
  let labels: [NameTag]
  let scores: Scores.Table
  private let allowed: [[Int]]

  init(labels: [NameTag], scores: Scores.Table) {
    self.labels = labels
    self.scores = scores
    allowed = labels.map { tag in labels.indices.filter { tag.follows(labels[$0]) } }
  }

  /// - Parameter rows: the row of each token in the scores.
  func names(_ tokens: [Int], _ rows: [Int]) -> [Name] {
    let path = bestPath(rows)
    var found: [Name] = []
    var certainty: [Double] = []
    func close() {
      guard let last = found.indices.last, !certainty.isEmpty else { return }
      found[last].confidence = pow(certainty.reduce(1, *), 1 / Double(certainty.count))
      certainty = []
    }
    for (place, tag) in path.enumerated() {
      switch labels[tag] {
      case .outside:
        close()
      case .begin(let kind):
        close()
        found.append(Name(tokens: tokens[place]..<tokens[place] + 1, kind: kind, confidence: 0))
        certainty = [Vectors.shares(scores[rows[place]].prefix(labels.count))[tag]]
      case .inside:
        guard let last = found.indices.last else { continue }
        found[last].tokens = found[last].tokens.lowerBound..<tokens[place] + 1
        certainty.append(Vectors.shares(scores[rows[place]].prefix(labels.count))[tag])
      }
    }
    close()
    return found
  }

  private func bestPath(_ rows: [Int]) -> [Int] {
    var score = labels.map { $0.follows(nil) ? Float(0) : -.infinity }
    var back: [[Int]] = []
    for (place, row) in rows.enumerated() {
      let own = scores[row]
      var next = score
      var from = [Int](repeating: 0, count: labels.count)
      for tag in labels.indices {
        if place > 0 {
          var best = allowed[tag][0]
          for before in allowed[tag] where score[before] > score[best] { best = before }
          from[tag] = best
          next[tag] = score[best]
        }
        next[tag] += own[own.startIndex + tag]
      }
      score = next
      back.append(from)
    }
    var tag = Vectors.best(score[...])
    var path = [Int](repeating: 0, count: rows.count)
    for place in rows.indices.reversed() {
      path[place] = tag
      tag = back[place][tag]
    }
    return path
  }
}
