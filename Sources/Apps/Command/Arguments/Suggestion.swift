/// What somebody who mistyped a word may have meant.
enum Suggestion {
  /// The candidate that is fewest changes away, when that is at most a third of its letters.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    // The distance is at least the difference in length.
    candidates.filter { abs($0.utf8.count - word.utf8.count) <= max(1, $0.utf8.count / 3) }
      .map { ($0, distance(Array(word.utf8), Array($0.utf8))) }
      .filter { $0.1 <= max(1, $0.0.utf8.count / 3) }
      .min { $0.1 < $1.1 }?.0
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  ///
  /// - Complexity: O(n m).
  static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let same = first[i] == second[j]
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (same ? 0 : 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
