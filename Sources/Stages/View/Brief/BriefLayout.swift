/// The columns of a brief.
struct BriefLayout: Sendable {
  let width: Int
  let sourceIndent: Int
  let itemIndent: Int
  let contentIndent: Int
  /// Columns kept free at the right for references.
  let margin: Int

  /// - Parameters:
  ///   - label: Columns of the widest label.
  ///   - reference: Columns of the widest reference.
  init(width: Int, label: Int, reference: Int) {
    self.width = width
    let isNarrow = width < 80
    sourceIndent = isNarrow ? 0 : 2
    itemIndent = isNarrow ? 2 : 4
    contentIndent = itemIndent + label + 2
    margin = reference + 2
  }

  /// Words that take some lines at most.
  func shortened(_ words: String, lines: Int, indent: Int? = nil) -> String {
    let columns = max(width - (indent ?? contentIndent + margin), 1)
    return TerminalText.shortened(words, to: lines * columns)
  }
}
