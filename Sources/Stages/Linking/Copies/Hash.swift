/// Numbers that look drawn by chance, the same in every run.
enum Hash {
  /// Source: SplitMix64's last step (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// One number for each run of `length` values; none when there are fewer.
  ///
  /// - Complexity: O(n).
  static func runs(of length: Int, in values: [UInt64]) -> [UInt64] {
    guard values.count >= length else { return [] }
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let power = (1..<length).reduce(factor) { power, _ in power &* factor }
    var hash = values[..<length].reduce(0) { $0 &* factor &+ $1 }
    var hashes = [mixed(hash)]
    hashes.reserveCapacity(values.count - length + 1)
    for next in length..<values.count {
      hash = hash &* factor &+ values[next] &- values[next - length] &* power
      hashes.append(mixed(hash))
    }
    return hashes
  }
}
