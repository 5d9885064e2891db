/// How well found groups agree with gold ones: for each thing the share of its found group that belongs with it, and
/// the share of its gold group that was found with it, averaged.
///
/// Groups of one count, too.
///
/// Source: Bagga and Baldwin 1998.
public struct BCubed: Sendable, Hashable {
  /// 0 to 1; 0 where there is nothing.
  public let precision: Double
  public let recall: Double

  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// - Precondition: one found group for each gold one.
  public init<Gold: Hashable, Found: Hashable>(gold: [Gold], found: [Found]) {
    precondition(gold.count == found.count, "one found group for each gold one")
    let pairs = zip(gold, found).map { Both(gold: $0, found: $1) }
    let goldSizes = Self.sizes(gold)
    let foundSizes = Self.sizes(found)
    let sharedSizes = Self.sizes(pairs)
    var precise = 0.0
    var recalled = 0.0
    for pair in pairs {
      let shared = Double(sharedSizes[pair] ?? 0)
      precise += shared / Double(foundSizes[pair.found] ?? 1)
      recalled += shared / Double(goldSizes[pair.gold] ?? 1)
    }
    let count = Double(max(pairs.count, 1))
    precision = precise / count
    recall = recalled / count
  }

  private struct Both<Gold: Hashable, Found: Hashable>: Hashable {
    let gold: Gold
    let found: Found
  }

  private static func sizes<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
