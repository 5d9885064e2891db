/// Up to sixteen bytes of a word, ASCII letters in lower case and `’` written as `'`.
package struct WordKey: Hashable {
  /// The last byte of the word is the lowest; 0 is no word.
  package private(set) var packed: UInt128 = 0

  /// The key of a word of one to eight bytes, packed the same way.
  init(packed: UInt64) { self.packed = UInt128(packed) }

  /// The key of `bytes[range]`; `nil` when it is empty or too long for any lexicon.
  package init?(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var position = range.lowerBound
    var length = 0
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
      packed = packed << 8 | UInt128(byte)
      length += 1
    }
    guard length <= 16, packed != 0 else { return nil }
  }

  /// Spreads the bytes over the high bits.
  var mixed: UInt64 {
    let low = UInt64(truncatingIfNeeded: packed)
    let high = UInt64(truncatingIfNeeded: packed >> 64)
    return (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
  }
}

/// A lexicon: words without regard to case, each with one value.
///
/// Open addressing over packed words, since the tokenizer asks for nearly every word of a report.
package struct WordTable<Value: Sendable>: Sendable {
  private var keys: [UInt128]
  private var values: [Value?]
  private let mask: Int

  /// Words stand between blanks, beside the value they have. A word of more than sixteen bytes is
  /// left out; of a word written twice the last value counts.
  package init(_ groups: [(Value, String)]) {
    var entries: [(WordKey, Value)] = []
    for (value, words) in groups {
      for word in words.split(separator: " ") {
        let bytes = Array(word.utf8)
        if let key = WordKey(bytes, bytes.indices) { entries.append((key, value)) }
      }
    }
    var size = 16
    while size < entries.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    mask = size - 1
    for (key, value) in entries {
      let slot = slot(of: key)
      keys[slot] = key.packed
      values[slot] = value
    }
  }

  /// - Complexity: O(1).
  package subscript(_ key: WordKey) -> Value? {
    values[slot(of: key)]
  }

  package subscript(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    guard let key = WordKey(bytes, range) else { return nil }
    return self[key]
  }

  /// Where the key is, or would go.
  private func slot(of key: WordKey) -> Int {
    var slot = Int(truncatingIfNeeded: key.mixed >> 40) & mask
    while keys[slot] != 0, keys[slot] != key.packed { slot = (slot + 1) & mask }
    return slot
  }
}
