/// Turns UTF-8 offsets of one text into code-point offsets (what Python's `text[12:20]` slices).
///
/// - Complexity: O(n) in bytes to build, once for a text; O(1) to ask.
public struct CodePointIndex: Sendable {
  private let bytes: [UInt8]
  /// Code points before every ``stride``-th byte; empty for ASCII, where the offsets are the same.
  private let counts: [Int]

  private static let stride = 128

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      counts = []
      return
    }
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for offset in bytes.indices {
      if offset % Self.stride == 0 { counts.append(count) }
      if bytes[offset] & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
  }

  /// The number of code points that begin before a byte offset; an offset beyond the text is taken
  /// as its end.
  public func codePoint(at offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    guard !counts.isEmpty else { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = counts[block]
    for byte in bytes[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte offset at which a code point begins: the inverse of ``codePoint(at:)``.
  public func offset(ofCodePoint index: Int, from known: Int) -> Int {
    var offset = min(max(known, 0), bytes.count)
    var remaining = index - codePoint(at: offset)
    while remaining > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      remaining -= 1
    }
    while remaining < 0, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      remaining += 1
    }
    return offset
  }
}
