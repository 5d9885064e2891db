/// How many units were found, how many gold has, and how many of them are the same.
public struct Count: Sendable, Hashable {
  public var right: Int
  public var found: Int
  public var gold: Int

  public init(right: Int = 0, found: Int = 0, gold: Int = 0) {
    self.right = right
    self.found = found
    self.gold = gold
  }

  /// 0 to 1; 0 when nothing was found.
  public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  /// 0 to 1; 0 when there is no gold.
  public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
  /// 0 to 1, the harmonic mean of both.
  public var f1: Double {
    found + gold == 0 ? 0 : 2 * Double(right) / Double(found + gold)
  }

  /// Counts two sets: a unit found twice counts once.
  mutating func add<Unit: Hashable>(found: some Sequence<Unit>, gold: some Sequence<Unit>) {
    let found = Set(found)
    let gold = Set(gold)
    right += found.intersection(gold).count
    self.found += found.count
    self.gold += gold.count
  }

  static func += (left: inout Count, right: Count) {
    left.right += right.right
    left.found += right.found
    left.gold += right.gold
  }
}
