/// Lines of text in the order of their bytes, each a key, a tab and more fields, searched where they lie.
///
/// Nothing is read when it is made, so that a list of twenty thousand names costs no time until one is asked for.
public struct SortedLines: Sendable {
  private let bytes: [UInt8]

  /// - Parameter bytes: UTF-8, each line ending with a line feed.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The fields of each line with this key, the key left out.
  ///
  /// - Complexity: O(log n) in bytes.
  public func fields(of key: String) -> [[String]] {
    let sought = Array(key.utf8) + [Self.tab]
    var start = firstLine(notBefore: sought)
    var found: [[String]] = []
    while bytes[start...].starts(with: sought) {
      let end = endOfLine(start)
      found.append(
        bytes[start + sought.count..<end].split(separator: Self.tab)
          .map { String(decoding: $0, as: UTF8.self) })
      start = end + 1
    }
    return found
  }

  /// Whether a line's key begins with these words.
  public func hasKey(beginning words: String) -> Bool {
    let sought = Array(words.utf8)
    return bytes[firstLine(notBefore: sought)...].starts(with: sought)
  }

  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The start of the first line that is not less than the bytes sought; the end when there is none.
  private func firstLine(notBefore sought: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = startOfLine(low + (high - low) / 2)
      if bytes[middle..<endOfLine(middle)].lexicographicallyPrecedes(sought) {
        low = min(endOfLine(middle) + 1, bytes.count)
      } else {
        high = middle
      }
    }
    return low
  }

  private func startOfLine(_ index: Int) -> Int {
    var start = index
    while start > 0, bytes[start - 1] != Self.lineFeed { start -= 1 }
    return start
  }

  private func endOfLine(_ index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end] != Self.lineFeed { end += 1 }
    return end
  }
}
