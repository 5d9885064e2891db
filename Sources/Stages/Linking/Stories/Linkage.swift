/// Groups things by the mean of the scores between them, the closest two groups first.
///
/// Of a thing that stands alone little is known, so that a lower mean joins it to a group, if only one of the
/// group is near enough to it.
///
/// Source: average linkage, updated as Lance and Williams 1967 (doi:10.1093/comjnl/9.4.373) give it.
struct Linkage {
  /// What two groups must reach to become one.
  struct Bars: Sendable {
    /// The mean of the scores between them must be above this.
    var mean = 0.0
    /// The same where one of them is a thing alone.
    var meanOfOne = 0.0
    /// The best score between them must be above this.
    var best = -Double.infinity
  }

  private let count: Int
  /// Means of scores between groups, at `row * count + column` of their first members.
  private var means: [Double]
  /// The best of these scores.
  private var bests: [Double]
  /// Members of the group that each thing leads; none where it follows another.
  private var groups: [[Int]]
  private var isParted: [Bool]

  init(_ count: Int, score: (Int, Int) -> Double) {
    self.count = count
    means = Array(repeating: -.infinity, count: count * count)
    groups = (0..<count).map { [$0] }
    isParted = Array(repeating: false, count: count * count)
    for row in 0..<count {
      for column in row + 1..<max(count, row + 1) {
        let value = score(row, column)
        means[row * count + column] = value
        means[column * count + row] = value
      }
    }
    bests = means
  }

  /// Puts the groups of two things together, whatever their score; unless they were parted.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (leader(of: one), leader(of: other))
    if first != second, !isParted[first * count + second] {
      merge(min(first, second), max(first, second))
    }
  }

  /// Keeps the groups of two things apart; unless they were put together.
  mutating func part(_ one: Int, _ other: Int) {
    let (first, second) = (leader(of: one), leader(of: other))
    guard first != second else { return }
    isParted[first * count + second] = true
    isParted[second * count + first] = true
  }

  /// - Complexity: O(n³) in things at worst, with a small constant.
  func groups(over bars: Bars) -> [[Int]] {
    var linkage = self
    while let (one, other) = linkage.closest(over: bars) { linkage.merge(one, other) }
    return linkage.groups.filter { !$0.isEmpty }
  }

  private func leader(of thing: Int) -> Int {
    groups.firstIndex { $0.contains(thing) } ?? thing
  }

  /// The two groups that are furthest above the bars.
  private func closest(over bars: Bars) -> (Int, Int)? {
    var most = 0.0
    var pair: (Int, Int)?
    for row in 0..<count where !groups[row].isEmpty {
      for column in row + 1..<max(count, row + 1) where !groups[column].isEmpty {
        let place = row * count + column
        let isAlone = groups[row].count == 1 || groups[column].count == 1
        let excess = means[place] - (isAlone ? bars.meanOfOne : bars.mean)
        if excess > most, bests[place] > bars.best, !isParted[place] {
          most = excess
          pair = (row, column)
        }
      }
    }
    return pair
  }

  /// Lets the second group follow the first.
  private mutating func merge(_ one: Int, _ other: Int) {
    let (left, right) = (Double(groups[one].count), Double(groups[other].count))
    for third in 0..<count where third != one && third != other {
      let (first, second) = (one * count + third, other * count + third)
      means[first] = (means[first] * left + means[second] * right) / (left + right)
      bests[first] = max(bests[first], bests[second])
      isParted[first] = isParted[first] || isParted[second]
      let mirror = third * count + one
      means[mirror] = means[first]
      bests[mirror] = bests[first]
      isParted[mirror] = isParted[first]
    }
    groups[one] += groups[other]
    groups[other] = []
  }
}
