/// One line of a plain text, without the white space at its edges.
struct TextLine {
  /// The words of the line; empty at its start for a blank line.
  var span: Span
  /// Columns of white space before the first word; a tab counts eight.
  var indent: Int
  /// Code points from the first word to the last.
  var width: Int

  var isBlank: Bool { span.isEmpty }

  /// The lines of a text, ended by LF, CR LF, CR, NEL, or a line or paragraph separator.
  ///
  /// - Complexity: O(n) in bytes.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D || byte == 0xC2 || byte == 0xE2 else {
        index += 1
        continue
      }
      let length = lineEnd(in: bytes, at: index)
      if length > 0 { lines.append(TextLine(bytes, start..<index)) }
      index += max(1, length)
      if length > 0 { start = index }
    }
    lines.append(TextLine(bytes, start..<bytes.count))
    return lines
  }

  /// Length in bytes of the line end at `index`; 0 when there is none.
  private static func lineEnd(in bytes: [UInt8], at index: Int) -> Int {
    let rest = bytes[index...].prefix(3)
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return rest.starts(with: [0x0D, 0x0A]) ? 2 : 1
    case 0xC2: return rest.starts(with: [0xC2, 0x85]) ? 2 : 0
    default:
      return rest.elementsEqual([0xE2, 0x80, 0xA8]) || rest.elementsEqual([0xE2, 0x80, 0xA9])
        ? 3 : 0
    }
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    span = Blank.trimmed(range, in: bytes)
    indent = bytes[range.lowerBound..<span.start].reduce(0) { $0 + ($1 == 0x09 ? 8 : 1) }
    width = bytes[span.range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}

/// White space and marks that show nothing.
enum Blank {
  /// A range without the blanks at its edges; empty at its start when it holds nothing else.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Span {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let length = length(in: bytes, at: start, before: end) { start += length }
    while start < end, let length = length(in: bytes, endingAt: end, after: start) { end -= length }
    return Span(start: start, end: end)
  }

  /// Length in bytes of the blank at `index`; nil when a visible character stands there.
  static func length(in bytes: [UInt8], at index: Int, before end: Int) -> Int? {
    let byte = bytes[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0xC2 else { return nil }
    if end - index >= 2, isBlank(byte, bytes[index + 1]) { return 2 }
    if end - index >= 3, isBlank(byte, bytes[index + 1], bytes[index + 2]) { return 3 }
    return nil
  }

  private static func length(in bytes: [UInt8], endingAt end: Int, after start: Int) -> Int? {
    let byte = bytes[end - 1]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte & 0xC0 == 0x80 else { return nil }
    if end - start >= 2, isBlank(bytes[end - 2], byte) { return 2 }
    if end - start >= 3, isBlank(bytes[end - 3], bytes[end - 2], byte) { return 3 }
    return nil
  }

  /// NEL and the no-break space.
  private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// The spaces of U+2000 to U+200F with the marks of zero width and direction among them, the line
  /// and paragraph separators, U+202F, U+205F, U+2060, U+3000 and U+FEFF.
  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): 0x80...0x8F ~= third || 0xA8...0xA9 ~= third || third == 0xAF
    case (0xE2, 0x81): third == 0x9F || third == 0xA0
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
