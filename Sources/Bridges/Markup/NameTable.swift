/// Finds a name of a fixed set by its bytes.
///
/// Open addressing over 64-bit FNV-1a hashes. The sets are small and fixed, and two of their names
/// sharing a hash would show in the tests, so a hit is decided by the hash alone. A name may be
/// looked up byte by byte, without making a string of it.
public struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(hash: UInt64, value: Value?)]
  private let mask: Int

  public init(_ names: [(String, Value)]) {
    var size = 64
    while size < 2 * names.count { size *= 2 }
    slots = Array(repeating: (0, nil), count: size)
    mask = size - 1
    for (name, value) in names {
      var hash = NameHash()
      for byte in name.utf8 { hash.add(byte) }
      var slot = Int(truncatingIfNeeded: hash.value) & mask
      while slots[slot].value != nil { slot = (slot + 1) & mask }
      slots[slot] = (hash.value, value)
    }
  }

  /// The value of the name with that hash; nil when it is not of the set.
  public subscript(hash: NameHash) -> Value? {
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    while let value = slots[slot].value {
      if slots[slot].hash == hash.value { return value }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

/// FNV-1a, folded so that the low bits take part of all others.
public struct NameHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  public var value: UInt64 { state ^ (state >> 32) }
}
