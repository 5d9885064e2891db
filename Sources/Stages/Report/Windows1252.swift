/// The encoding of western European text before Unicode.
///
/// Source: WHATWG Encoding Standard, index windows-1252; the five bytes that the code page leaves
/// open are not valid here, where the standard makes controls of them.
enum Windows1252 {
  /// - Complexity: O(n) in bytes.
  static func decoded(_ bytes: [UInt8]) -> Decoded {
    var result = Decoded(capacity: bytes.count + bytes.count / 8)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        result.utf8.append(byte)
      } else if let scalar = scalar(for: byte) {
        result.append(scalar)
      } else {
        result.appendInvalid(at: offset)
      }
    }
    return result
  }

  private static func scalar(for byte: UInt8) -> Unicode.Scalar? {
    guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
    let code = upperControls[Int(byte - 0x80)]
    return code == 0 ? nil : Unicode.Scalar(code)
  }

  /// 0x80 to 0x9F; 0 where nothing is assigned.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152,
    0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Whether bytes that are not UTF-8 make sense in this encoding.
  ///
  /// Each byte beyond ASCII must be a sign that news text uses, or a letter inside a word with its
  /// case in order; and there must be fewer whole UTF-8 characters than broken ones.
  ///
  /// - Complexity: O(n) in bytes.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let tally = UTF8Bytes(bytes).tally
    guard tally.whole < tally.invalid else { return false }
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let fits =
        switch byte {
        case 0x80, 0xA3: isDigit(before) || isDigit(after)
        case 0x84, 0x85, 0x91...0x97, 0x99, 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB...0xBE:
          true
        case 0xC0...0xD6, 0xD8...0xDE, 0x8A, 0x8C, 0x8E: !isSmall(before) && isLetter(after)
        case 0xDF...0xF6, 0xF8...0xFE, 0x9A, 0x9C, 0x9E: isLetter(before) || isSmall(after)
        default: false
        }
      if !fits { return false }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isSmall(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte || byte >= 0xDF }
  private static func isLetter(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0xC0
  }
}
