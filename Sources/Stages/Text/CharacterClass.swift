/// What a character can be to the tokenizer.
enum CharacterClass: UInt8 {
  case space, letter, digit
  /// `'` and `’`, which also stand within words.
  case apostrophe
  case hyphen, period
  case punctuation, symbol
  /// First byte of a longer UTF-8 sequence, or a byte that begins none: ``Scalar`` decides.
  case wide

  /// The class of each byte on its own.
  static let ofByte: [CharacterClass] = (0..<256).map { value in
    let byte = UInt8(value)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case 0x09...0x0D, UInt8(ascii: " "): return .space
    case UInt8(ascii: "'"): return .apostrophe
    case UInt8(ascii: "-"): return .hyphen
    case UInt8(ascii: "."): return .period
    case 0x80...0xFF: return .wide
    default:
      return "!\"(),:;?[]`{}".utf8.contains(byte) ? .punctuation : .symbol
    }
  }

  /// The class of a character beyond ASCII.
  ///
  /// White space is Unicode's, and the zero-width space and byte-order mark as well; letters are
  /// whatever is in no range of the table.
  /// Source: Unicode Character Database, general categories by block.
  ///
  /// - Complexity: O(log n) in the ranges of the table.
  static func ofScalar(_ scalar: UInt32) -> CharacterClass {
    if scalar &- 0xC0 < 0x17 || scalar &- 0xD8 < 0x1F { return .letter }
    if scalar &- 0x2010 < 0x18 { return generalPunctuation[Int(scalar - 0x2010)] }
    return ofRareScalar(scalar)
  }

  /// Dashes and quotation marks, U+2010 to U+2027.
  private static let generalPunctuation: [CharacterClass] = (0x2010..<0x2028).map(ofRareScalar)

  private static func ofRareScalar(_ scalar: UInt32) -> CharacterClass {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < ranges.count, ranges[low].first <= scalar else { return .letter }
    return ranges[low].kind
  }

  /// In order, without overlap.
  private static let ranges: [(first: UInt32, last: UInt32, kind: CharacterClass)] = [
    (0x80, 0x84, .symbol), (0x85, 0x85, .space), (0x86, 0x9F, .symbol), (0xA0, 0xA0, .space),
    (0xA1, 0xA1, .punctuation), (0xA2, 0xA6, .symbol), (0xA7, 0xA7, .punctuation),
    (0xA8, 0xA9, .symbol), (0xAB, 0xAB, .punctuation), (0xAC, 0xAC, .symbol),
    (0xAE, 0xB4, .symbol), (0xB6, 0xB7, .punctuation), (0xB8, 0xB8, .symbol),
    (0xBB, 0xBB, .punctuation), (0xBC, 0xBE, .digit), (0xBF, 0xBF, .punctuation),
    (0xD7, 0xD7, .symbol), (0xF7, 0xF7, .symbol), (0x1680, 0x1680, .space),
    (0x2000, 0x200B, .space), (0x200E, 0x200F, .symbol), (0x2010, 0x2011, .hyphen),
    (0x2012, 0x2018, .punctuation), (0x2019, 0x2019, .apostrophe), (0x201A, 0x2027, .punctuation),
    (0x2028, 0x2029, .space), (0x202A, 0x202E, .symbol), (0x202F, 0x202F, .space),
    (0x2030, 0x205E, .punctuation), (0x205F, 0x205F, .space), (0x20A0, 0x20CF, .symbol),
    (0x2100, 0x2101, .symbol), (0x2190, 0x2BFF, .symbol), (0x2E00, 0x2E7F, .punctuation),
    (0x3000, 0x3000, .space), (0x3001, 0x3003, .punctuation), (0x3008, 0x3011, .punctuation),
    (0x3014, 0x301F, .punctuation), (0xE000, 0xF8FF, .symbol), (0xFEFF, 0xFEFF, .space),
    (0xFF01, 0xFF0F, .punctuation), (0xFF1A, 0xFF1F, .punctuation), (0xFFFC, 0xFFFD, .symbol),
    (0x1F000, 0x1FAFF, .symbol),
  ]
}

/// One character of a UTF-8 text and the bytes it takes.
struct Scalar {
  var value: UInt32
  var width: Int

  static let leftSingle: UInt32 = 0x2018
  static let rightSingle: UInt32 = 0x2019
  static let lowSingle: UInt32 = 0x201A
  static let leftDouble: UInt32 = 0x201C
  static let rightDouble: UInt32 = 0x201D
  static let lowDouble: UInt32 = 0x201E
  static let leftGuillemet: UInt32 = 0xAB
  static let rightGuillemet: UInt32 = 0xBB
  static let leftSingleGuillemet: UInt32 = 0x2039
  static let rightSingleGuillemet: UInt32 = 0x203A
  static let ellipsis: UInt32 = 0x2026

  /// Reads the character at `position`, which lies in `bytes` and before `end`. A byte that begins
  /// no whole sequence before `end` is taken alone, as U+FFFD.
  init(at position: Int, of bytes: borrowing [UInt8], before end: Int) {
    let first = bytes[position]
    guard first >= 0x80 else {
      value = UInt32(first)
      width = 1
      return
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, position + length <= end else {
      value = 0xFFFD
      width = 1
      return
    }
    var result = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      result = result << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    value = result
    width = length
  }
}
