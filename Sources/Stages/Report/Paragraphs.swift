/// A passage of a text between two breaks.
struct Paragraph {
  /// Its words, without a list mark; may hold line ends.
  var span: Span
  var form: Block.Form = .paragraph
  /// Whether a blank line, or nothing, stands before it.
  var standsApart: Bool
  /// Whether it is set as a heading: always known in Markdown, never in plain text.
  var isHeading = false
}

/// The paragraphs of a plain text.
///
/// Blank lines part paragraphs. Where the text is broken into lines of one width, the lines between
/// blank lines are one paragraph, unless a line ends early, the next is set further in, or a list item
/// begins; otherwise every line is a paragraph of its own. A text counts as broken into lines when at
/// least half of the lines that follow another directly go on in lower case.
struct Paragraphs {
  private(set) var all: [Paragraph] = []
  private let bytes: [UInt8]
  /// Columns of the longest line that another follows directly; 0 when lines are paragraphs.
  private let width: Int

  /// - Complexity: O(n) in bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let lines = TextLine.lines(of: bytes)
    width = Self.wrapWidth(of: lines, in: bytes)
    var previous: TextLine?
    for line in lines {
      defer { previous = line }
      if line.isBlank { continue }
      if let previous, !previous.isBlank, goesOn(from: previous, to: line),
        let last = all.indices.last
      {
        all[last].span.end = line.span.end
      } else {
        let mark = ListMark.length(in: bytes, line.span)
        let span = Blank.trimmed(line.span.start + mark..<line.span.end, in: bytes)
        guard !span.isEmpty else { continue }
        all.append(
          Paragraph(
            span: span, form: mark > 0 ? .listItem : .paragraph,
            standsApart: previous?.isBlank ?? true))
      }
    }
  }

  private static func wrapWidth(of lines: [TextLine], in bytes: [UInt8]) -> Int {
    var (pairs, continued, width) = (0, 0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      pairs += 1
      width = max(width, line.width)
      if 0x61...0x7A ~= bytes[next.span.start] { continued += 1 }
    }
    return continued * 2 >= pairs && continued > 0 ? width : 0
  }

  /// Whether the paragraph of one line runs on in the next.
  private func goesOn(from line: TextLine, to next: TextLine) -> Bool {
    guard width > 0, ListMark.length(in: bytes, next.span) == 0 else { return false }
    if 0x61...0x7A ~= bytes[next.span.start] { return true }
    let endsSentence = Self.endsSentence(bytes[line.span.range])
    if endsSentence, next.indent > line.indent { return false }
    let word = bytes[next.span.range].prefix { $0 > 0x20 }.count
    let room = width - line.width - 1 - word
    return room < (endsSentence ? width / 10 : width / 4)
  }

  private static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.last { !"\"')]".utf8.contains($0) } ?? 0
    return ".!?:".utf8.contains(last) || bytes.suffix(3).starts(with: [0xE2, 0x80])
  }
}

/// The mark before a list item: `- `, `* `, `• `, `1. `, `2) `.
enum ListMark {
  /// Its length in bytes with the space after it; 0 when the line is no list item.
  static func length(in bytes: [UInt8], _ span: Span) -> Int {
    let line = bytes[span.range]
    let mark: Int
    if line.starts(with: [0xE2, 0x80, 0xA2]) || line.starts(with: [0xE2, 0x96, 0xAA]) {
      mark = 3
    } else if line.starts(with: [0xC2, 0xB7]) {
      mark = 2
    } else if let first = line.first, "-*+".utf8.contains(first) {
      mark = 1
    } else {
      let digits = line.prefix { 0x30...0x39 ~= $0 }.count
      let sign = line.dropFirst(digits).first
      guard 1...2 ~= digits, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else {
        return 0
      }
      mark = digits + 1
    }
    let after = line.dropFirst(mark).first
    return after == 0x20 || after == 0x09 ? mark + 1 : mark == 3 && after != nil ? 3 : 0
  }
}
