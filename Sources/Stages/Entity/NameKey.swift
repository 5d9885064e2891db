import QuothSyntax
/// What spellings of a name share: lower case, no accents, no points or apostrophes, blanks for hyphens.
///
///     NameKey("Kim Jong-un") == NameKey("KIM JONG UN")     // true
///     NameKey("João Lourenço").text                        // "joao lourenco"
///
/// `fold` of Tools/lexicons/actors.py writes the same keys.
package struct NameKey: Hashable, Sendable {
  package let text: String

  /// - Complexity: O(n) in bytes.
  package init(_ name: some StringProtocol) {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: key.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: key.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
      case 0x27, 0x2E, 0x60, 0xB4, 0x2018, 0x2019, 0x2BB, 0x2BC, 0x300...0x36F: break
      case 0...0x7F: Self.divide(&key)
      default: Self.append(scalar, to: &key)
      }
    }
    if key.last == Self.blank { key.removeLast() }
    text = String(decoding: key, as: UTF8.self)
  }

  private static let blank = UInt8(ascii: " ")

  private static func divide(_ key: inout [UInt8]) {
    if let last = key.last, last != blank { key.append(blank) }
  }

  private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      if let plain = plainLetters[lower] {
        key.append(contentsOf: plain.utf8)
      } else if lower.properties.isAlphabetic || lower.properties.numericType != nil {
        key.append(contentsOf: Character(lower).utf8)
      } else if lower.properties.canonicalCombiningClass == .notReordered {
        divide(&key)
      }
    }
  }

  package var words: [Substring] { text.split(separator: " ") }

  /// What transliterations of a name share, such as those of Muammar Gadhafi, Qaddafi and Kadafi, as far as
  /// simple rules reach; `nil` for a name of one word.
  ///
  /// A likeness only: whoever uses it has to know more. `sound` of Tools/lexicons/actors.py writes the same.
  var sound: String? {
    let words = words.filter { !Self.particles.contains($0) }
    guard words.count > 1 else { return nil }
    return "~" + words.map { Self.heard(String($0)) }.joined(separator: " ")
  }

  private static func heard(_ word: String) -> String {
    var word = Array(word.utf8)
    for prefix in ["abdel", "abdul"] where word.starts(with: prefix.utf8) && word.count > 5 {
      word.removeFirst(5)
    }
    for (written, said) in sounds { replace(written, by: said, in: &word) }
    var heard: [UInt8] = []
    for byte in word where heard.last != byte { heard.append(byte) }
    return String(decoding: heard, as: UTF8.self)
  }

  private static func replace(_ written: [UInt8], by said: [UInt8], in word: inout [UInt8]) {
    var start = 0
    while start + written.count <= word.count {
      if word[start..<start + written.count].elementsEqual(written) {
        word.replaceSubrange(start..<start + written.count, with: said)
        start += said.count
      } else {
        start += 1
      }
    }
  }

  /// Words of Arabic and Hebrew names that reports write or leave out.
  private static let particles: Set<Substring> = [
    "al", "el", "ul", "bin", "ben", "ibn", "abd", "abdel", "abdul",
  ]

  private static let sounds: [([UInt8], [UInt8])] = [
    ("sch", "sh"), ("tch", "ch"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("ck", "k"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("tz", "c"), ("ts", "c"), ("q", "k"), ("y", "i"),
    ("e", "a"), ("w", "v"), ("o", "u"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let plainLetters: [Unicode.Scalar: String] = {
    let variants = [
      "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặə", "ae": "æ", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęěẹẻẽếềểễệ",
      "g": "ĝğġģǧ", "h": "ĥħḥ", "i": "ìíîïĩīĭįıǐịỉ", "j": "ĵ", "k": "ķ", "l": "ĺļľłŀ", "n": "ñńņňŉ",
      "o": "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "oe": "œ", "r": "ŕŗř", "s": "śŝşšșṣ", "ss": "ß", "t": "ţťŧțṭ",
      "th": "þ", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵẁẃẅ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
    ]
    var letters: [Unicode.Scalar: String] = ["ð": "d"]
    for (plain, accented) in variants {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
