/// Which reports hold which keys: the candidates among which a report's copies are.
///
/// What a ledger keeps in a table, as a value. Of each key only the first ``depth`` holders are kept,
/// so a report costs the same in a ledger of a hundred and of a hundred thousand: a phrase that stands
/// everywhere stops counting, and a story reprinted everywhere is still found through its first
/// members, the earliest among them.
///
///     var index = CopyIndex()
///     index.add(0, first)
///     index.candidates(for: second).first?.report     // 0
public struct CopyIndex: Sendable {
  private var holders: [UInt64: [Int32]] = [:]

  /// The most holders of one key that are kept.
  public static let depth = 32
  /// The most candidates for one report.
  public static let breadth = 24
  /// The most holders of a key that is worth comparing for alone; else two keys must be shared.
  static let rare = 3

  public init() {}

  /// The part of an index in a store that concerns one report: for each of its keys the first ``depth`` holders.
  public init(holders: [UInt64: [Int]]) {
    self.holders = holders.mapValues { $0.prefix(Self.depth).map(Int32.init) }
  }

  /// - Complexity: O(k) in keys.
  public mutating func add(_ report: Int, _ sketch: CopySketch) {
    for key in sketch.keys where holders[key, default: []].count < Self.depth {
      holders[key, default: []].append(Int32(report))
    }
  }

  /// The reports worth comparing with one that is not among them yet, as they were added.
  ///
  /// The one that shares most keys comes first, of several the earliest. A key counts half as much
  /// each time that a report before shares it, so that thirty reprints of the one story leave room for
  /// the other story that two paragraphs come from.
  ///
  /// - Complexity: O(k) in keys, times ``depth`` and ``breadth``.
  public func candidates(for sketch: CopySketch) -> [Int] {
    let held = sketch.keys.compactMap { holders[$0] }
    var weights = [Double](repeating: 1, count: held.count)
    var candidates: [Int32: Candidate] = [:]
    for (key, reports) in held.enumerated() {
      for report in reports {
        candidates[report, default: Candidate()].add(key, isRare: reports.count <= Self.rare)
      }
    }
    candidates = candidates.filter { $0.value.keys.count > 1 || $0.value.isRare }
    var chosen: [Int] = []
    while chosen.count < Self.breadth,
      let next = candidates.min(by: { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) })
    {
      chosen.append(Int(next.key))
      candidates[next.key] = nil
      for key in next.value.keys {
        weights[key] /= 2
        for report in held[key] { candidates[report]?.weight -= weights[key] }
      }
    }
    return chosen
  }

  /// A report and the keys it shares.
  private struct Candidate {
    /// As indices into the keys that anyone holds.
    var keys: [Int] = []
    var weight = 0.0
    /// Whether few hold one of them.
    var isRare = false

    mutating func add(_ key: Int, isRare: Bool) {
      keys.append(key)
      weight += 1
      if isRare { self.isRare = true }
    }
  }
}
