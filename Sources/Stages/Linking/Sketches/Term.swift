/// A word, name or pair of them as a number, the same on every machine and in every run.
///
/// Source: FNV-1a with 64 bits (Fowler, Noll, Vo); the sign bit is left out, so that any store of signed integers holds it.
public struct Term: Sendable, Hashable, Comparable {
  public let number: Int

  public init(number: Int) { self.number = number }

  public init(_ text: String) {
    number = Int(truncatingIfNeeded: Self.hash(text.utf8, from: Self.offset) & Self.mask)
  }

  /// Two terms as one, in this order.
  public init(_ first: Term, _ second: Term) {
    var hash = Self.offset
    for number in [first.number, second.number] {
      for shift in stride(from: 0, to: 64, by: 8) {
        hash = (hash ^ UInt64(truncatingIfNeeded: number >> shift) & 0xFF) &* Self.prime
      }
    }
    number = Int(truncatingIfNeeded: hash & Self.mask)
  }

  public static func < (a: Term, b: Term) -> Bool { a.number < b.number }

  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
  private static let mask: UInt64 = 0x7FFF_FFFF_FFFF_FFFF

  private static func hash(_ bytes: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }
}
