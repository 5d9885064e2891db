/// Answers that are one of several classes: how often the class found is the gold one.
struct ClassCounts<Label: Hashable & Sendable>: Sendable, Hashable {
  private(set) var counts: [Label: Count] = [:]
  /// Answers, and the right ones.
  private(set) var total = 0
  private(set) var right = 0

  /// - Parameter found: nil where nothing was found, which is wrong.
  mutating func add(found: Label?, gold: Label) {
    total += 1
    counts[gold, default: Count()].gold += 1
    if let found { counts[found, default: Count()].found += 1 }
    if found == gold {
      right += 1
      counts[gold, default: Count()].right += 1
    }
  }

  /// Share of answers that are right, 0 to 1; 0 when there are none.
  var accuracy: Double { total == 0 ? 0 : Double(right) / Double(total) }

  /// Mean of the F1 of each class that gold has, 0 to 1; 0 when there is none.
  var macroF1: Double {
    let scores = counts.values.filter { $0.gold > 0 }.map(\.f1)
    return scores.isEmpty ? 0 : scores.sorted().reduce(0, +) / Double(scores.count)
  }
}
