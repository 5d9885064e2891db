/// Small operations on short strings: titles, names, labels.
package enum Wording {
  /// Without space at the edges, and with one space between words.
  static func tidy(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    var pendingSpace = false
    while index < bytes.count {
      let byte = bytes[index]
      let isNoBreakSpace = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
      if byte <= 0x20 || isNoBreakSpace {
        pendingSpace = true
        index += isNoBreakSpace ? 2 : 1
        continue
      }
      if pendingSpace, !result.isEmpty { result.append(0x20) }
      pendingSpace = false
      result.append(byte)
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words alone, in lower case with single spaces: what two spellings of a title share.
  package static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else if result.last != " ", !result.isEmpty, scalar != "'", scalar != "’" {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  /// Part of the words of the shorter text that the longer one has too, 0 to 1.
  static func overlap(_ left: String, _ right: String) -> Double {
    let left = Set(folded(left).split(separator: " "))
    let right = Set(folded(right).split(separator: " "))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    return Double(left.intersection(right).count) / Double(min(left.count, right.count))
  }
}
