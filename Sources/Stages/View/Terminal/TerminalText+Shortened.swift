extension TerminalText {
  /// A text that fits a number of columns: words from its middle are replaced by `[…]`, none is
  /// altered. Three fifths of what is kept is from its beginning.
  static func shortened(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    let words = text.split(separator: " ").map(String.init)
    let mark = "[…]"
    let room = columns - width(mark) - 2
    var head: [String] = []
    var used = 0
    for word in words {
      guard used + width(word) + 1 <= room * 3 / 5 else { break }
      head.append(word)
      used += width(word) + 1
    }
    var tail: [String] = []
    for word in words[head.count...].reversed() {
      guard used + width(word) + 1 <= room else { break }
      tail.append(word)
      used += width(word) + 1
    }
    return (head + [mark] + tail.reversed()).joined(separator: " ")
  }
}
