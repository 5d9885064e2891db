/// Up to sixteen bytes of a word, ASCII letters in lower case and `’` written as `'`.
struct WordKey: Equatable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// The key of `bytes[range]`; `nil` when it is empty or too long for any lexicon.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var length = 0
    var position = range.lowerBound
    while position < range.upperBound {
      var byte = bytes[position]
      position += 1
      if byte &- UInt8(ascii: "A") < 26 {
        byte |= 0x20
      } else if byte == 0xE2, position + 1 < range.upperBound, bytes[position] == 0x80,
        bytes[position + 1] == 0x99
      {
        byte = UInt8(ascii: "'")
        position += 2
      }
      guard length < 16 else { return nil }
      if length < 8 {
        low |= UInt64(byte) << UInt64(length * 8)
      } else {
        high |= UInt64(byte) << UInt64((length - 8) * 8)
      }
      length += 1
    }
  }
}

/// A lexicon: words without regard to case, each with one value.
///
/// Open addressing over packed words, since the tokenizer asks for nearly every word of a report.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [WordKey?]
  private var values: [Value?]
  private let mask: Int

  /// Words stand between blanks, under the value they have. A word of more than sixteen bytes is
  /// left out; of a word written twice the last value counts.
  init(_ groups: [(Value, String)]) {
    var entries: [(WordKey, Value)] = []
    for (value, words) in groups {
      for word in words.split(separator: " ") {
        let bytes = Array(word.utf8)
        if let key = WordKey(bytes, bytes.indices) { entries.append((key, value)) }
      }
    }
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    keys = Array(repeating: nil, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (key, value) in entries {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }

  /// - Complexity: O(1).
  subscript(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    guard let key = WordKey(bytes, range) else { return nil }
    return values[slot(of: key)]
  }

  /// Where the key is, or would go.
  private func slot(of key: WordKey) -> Int {
    let mixed = (key.low ^ (key.high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
    while let found = keys[slot], found != key { slot = (slot + 1) & mask }
    return slot
  }
}
