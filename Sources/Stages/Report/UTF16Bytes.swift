/// Bytes in UTF-16 of either order.
struct UTF16Bytes {
  private let bytes: [UInt8]
  private let bigEndian: Bool

  init(_ bytes: [UInt8], bigEndian: Bool) {
    self.bytes = bytes
    self.bigEndian = bigEndian
  }

  /// The text, with U+FFFD for each surrogate without its other half and for a last odd byte.
  ///
  /// - Complexity: O(n) in bytes.
  var decoded: Decoded {
    var result = Decoded(capacity: bytes.count)
    let count = bytes.count / 2
    var index = 0
    while index < count {
      let unit = unit(index)
      if let scalar = Unicode.Scalar(unit) {
        result.append(scalar)
        index += 1
      } else if index + 1 < count, let scalar = Self.joined(unit, self.unit(index + 1)) {
        result.append(scalar)
        index += 2
      } else {
        result.appendInvalid(at: 2 * index)
        result.endsInsideCharacter = index + 1 == count
        index += 1
      }
    }
    if bytes.count % 2 == 1 {
      result.appendInvalid(at: bytes.count - 1)
      result.endsInsideCharacter = true
    }
    return result
  }

  private func unit(_ index: Int) -> UInt16 {
    let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }

  private static func joined(_ high: UInt16, _ low: UInt16) -> Unicode.Scalar? {
    guard 0xD800...0xDBFF ~= high, 0xDC00...0xDFFF ~= low else { return nil }
    return Unicode.Scalar(0x10000 + UInt32(high - 0xD800) << 10 + UInt32(low - 0xDC00))
  }
}
