/// Lines of styled words that never exceed a width.
struct Sheet: Sendable {
  let width: Int
  let isColoured: Bool
  private(set) var text = ""

  init(width: Int, isColoured: Bool) {
    self.width = width
    self.isColoured = isColoured
  }

  mutating func blank() {
    text += "\n"
  }

  /// Writes one paragraph: words wrapped between two edges, with something at the head of its first
  /// line and something at the right edge of it.
  ///
  /// - Parameters:
  ///   - runs: The words; runs follow each other with a blank between.
  ///   - indent: Columns before the first line.
  ///   - hanging: Columns before the other lines.
  ///   - head: Stands before the words, filled up to `hanging`; on a line of its own when it does not
  ///     fit there.
  ///   - tail: Stands flush right on the first line; words keep `margin` columns free for it.
  mutating func paragraph(
    _ runs: [Run], indent: Int = 0, hanging: Int? = nil, head: Run? = nil, tail: Run? = nil,
    margin: Int = 0
  ) {
    let left = hanging ?? indent
    let room = max(width - left - margin, 1)
    let first = head == nil ? max(width - indent - margin, 1) : room
    for (number, line) in wrap(runs, first: first, others: room).enumerated() {
      var column = 0
      if number == 0 {
        put(String(repeating: " ", count: indent), .plain, &column)
        if let head {
          put(head.text, head.ink, &column)
          if column >= left {
            text += "\n"
            column = 0
          }
          put(String(repeating: " ", count: max(left - column, 0)), .plain, &column)
        }
      } else {
        put(String(repeating: " ", count: left), .plain, &column)
      }
      for run in line { put(run.text, run.ink, &column) }
      if number == 0, let tail, !tail.text.isEmpty {
        let gap = width - column - TerminalText.width(tail.text)
        put(String(repeating: " ", count: max(gap, 1)), .plain, &column)
        put(tail.text, tail.ink, &column)
      }
      text += "\n"
    }
  }

  /// Writes two paragraphs beside each other where each has 36 columns, else one under the other.
  mutating func pair(_ left: [Run], _ right: [Run], indent: Int) {
    let gap = 3
    let room = (width - indent - gap) / 2
    guard room >= 36 else {
      paragraph(left, indent: indent, hanging: indent + 2)
      paragraph(right, indent: indent, hanging: indent + 2)
      return
    }
    let (first, second) = (
      wrap(left, first: room, others: room), wrap(right, first: room, others: room)
    )
    for number in 0..<max(first.count, second.count) {
      var column = 0
      put(String(repeating: " ", count: indent), .plain, &column)
      if number < first.count { for run in first[number] { put(run.text, run.ink, &column) } }
      if number < second.count {
        put(String(repeating: " ", count: indent + room + gap - column), .plain, &column)
        for run in second[number] { put(run.text, run.ink, &column) }
      }
      text += "\n"
    }
  }

  private mutating func put(_ words: String, _ ink: Ink, _ column: inout Int) {
    guard !words.isEmpty else { return }
    column += TerminalText.width(words)
    text += isColoured && !ink.codes.isEmpty ? "\u{1B}[\(ink.codes)m\(words)\u{1B}[0m" : words
  }

  /// Breaks words at blanks; a word longer than a line is broken between characters.
  private func wrap(_ runs: [Run], first: Int, others: Int) -> [[Run]] {
    var lines: [[Run]] = [[]]
    var column = 0
    for run in runs {
      for word in run.text.split(separator: " ") {
        for piece in pieces(of: String(word), room: min(first, others)) {
          let length = TerminalText.width(piece)
          let room = lines.count == 1 ? first : others
          if column > 0, column + 1 + length > room {
            lines.append([])
            column = 0
          }
          append(piece, run.ink, to: &lines[lines.count - 1])
          column += length + (column > 0 ? 1 : 0)
        }
      }
    }
    return lines
  }

  private func append(_ word: String, _ ink: Ink, to line: inout [Run]) {
    if let last = line.last, last.ink == ink {
      line[line.count - 1].text += " " + word
    } else {
      if !line.isEmpty { line[line.count - 1].text += " " }
      line.append(Run(word, ink))
    }
  }

  private func pieces(of word: String, room: Int) -> [String] {
    guard TerminalText.width(word) > room else { return [word] }
    var pieces = [""]
    var column = 0
    for character in word {
      let length = TerminalText.width(character)
      if column > 0, column + length > room {
        pieces.append("")
        column = 0
      }
      pieces[pieces.count - 1].append(character)
      column += length
    }
    return pieces
  }
}
