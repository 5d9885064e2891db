/// Bytes that are meant to be UTF-8.
struct UTF8Bytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text, with U+FFFD for each maximal part of a character that is not whole.
  ///
  /// - Complexity: O(n) in bytes.
  var decoded: Decoded {
    var result = Decoded(capacity: bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let (length, isValid) = character(at: index)
      if isValid {
        result.utf8.append(contentsOf: bytes[index..<(index + length)])
      } else {
        result.appendInvalid(at: index)
        result.endsInsideCharacter = index + length == bytes.count && isLead(bytes[index])
      }
      index += length
    }
    return result
  }

  /// How many characters beyond ASCII are whole, and how many places are not valid.
  var tally: (whole: Int, invalid: Int) {
    var tally = (whole: 0, invalid: 0)
    var index = 0
    while index < bytes.count {
      let (length, isValid) = character(at: index)
      if !isValid { tally.invalid += 1 } else if length > 1 { tally.whole += 1 }
      index += length
    }
    return tally
  }

  private func isLead(_ byte: UInt8) -> Bool { 0xC2...0xF4 ~= byte }

  /// The length of the character at `index`, or of the longest part of one that is there.
  ///
  /// Source: Unicode 15, table 3-7 (well-formed UTF-8 byte sequences).
  private func character(at index: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes[index]
    if lead < 0x80 { return (1, true) }
    guard isLead(lead) else { return (1, false) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    for place in 1..<length {
      let range = place == 1 ? second : 0x80...0xBF
      guard index + place < bytes.count, range ~= bytes[index + place] else {
        return (place, false)
      }
    }
    return (length, true)
  }
}
