import QuothReport

/// A text set up again from the tokens of a corpus that does not keep it, a line for each sentence.
///
/// Tokens are parted by a blank, except where written English has none: before closing marks and
/// clitics (`'s`, `n't`), after opening brackets and currency signs, and inside a pair of quotation
/// marks. Treebank spellings (` `` `, `''`, `-LRB-`) become the marks they stand for.
///
///     var text = TokenizedText()
///     text.append(sentence: ["``", "No", ",", "''", "Ruiz", "'s", "aide", "said", "."])
///     text.text     // "No," Ruiz's aide said.
struct TokenizedText: Sendable, Hashable {
  private(set) var text = ""
  /// Where each token stands, sentence after sentence.
  private(set) var tokens: [Span] = []
  /// For each sentence, its tokens as indices into ``tokens``.
  private(set) var sentences: [Range<Int>] = []
  /// Whether `pro - European` was one word before it was divided: a hyphen between words then has
  /// no blanks. Otherwise it is a dash.
  private let joinsHyphens: Bool

  init(joinsHyphens: Bool = false) {
    self.joinsHyphens = joinsHyphens
  }

  /// Adds a line. A token without letters is kept as it is; an empty list adds nothing.
  ///
  /// - Complexity: O(n) in bytes.
  mutating func append(sentence: some Sequence<some StringProtocol>) {
    var spacing = Spacing(joinsHyphens: joinsHyphens)
    let first = tokens.count
    for token in sentence {
      let word = Self.surface(String(token))
      if tokens.count > first {
        if spacing.needsBlank(before: word) { text += " " }
      } else if !text.isEmpty {
        text += "\n"
      }
      spacing.advance(past: word)
      let start = text.utf8.count
      text += word
      tokens.append(Span(start: start, end: text.utf8.count))
    }
    if tokens.count > first { sentences.append(first..<tokens.count) }
  }

  /// The span of a sentence.
  func span(ofSentence index: Int) -> Span {
    let range = sentences[index]
    return Span(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)
  }

  /// A block for each sentence.
  ///
  /// - Parameter isHeadline: whether the sentence of that index is one.
  func blocks(isHeadline: (Int) -> Bool = { _ in false }) -> [Block] {
    sentences.indices.map { index in
      Block(span: span(ofSentence: index), role: isHeadline(index) ? .headline : .body)
    }
  }

  private static func surface(_ token: String) -> String {
    switch token {
    case "``", "''": "\""
    case "-LRB-": "("
    case "-RRB-": ")"
    case "-LSB-": "["
    case "-RSB-": "]"
    default: token
    }
  }

  /// What has been written of a sentence, as far as blanks depend on it.
  private struct Spacing {
    let joinsHyphens: Bool
    private var last = ""
    /// Whether a quotation mark, double or single, is open.
    private var isQuoted = false
    private var isSinglyQuoted = false
    /// Whether the last token takes the next without a blank.
    private var isOpening = false

    init(joinsHyphens: Bool) {
      self.joinsHyphens = joinsHyphens
    }

    func needsBlank(before word: String) -> Bool {
      if isOpening { return false }
      switch word {
      case ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "/": return false
      case "\"": return !isQuoted
      case "'": return !(isSinglyQuoted || last.hasSuffix("s") || last.hasSuffix("S"))
      case "-": return !joinsHyphens
      default: return !Self.clitics.contains(word.lowercased())
      }
    }

    mutating func advance(past word: String) {
      switch word {
      case "(", "[", "{", "$", "£", "€", "/": isOpening = true
      case "-": isOpening = joinsHyphens
      case "\"":
        isQuoted.toggle()
        isOpening = isQuoted
      case "'":
        let isClosing = isSinglyQuoted || last.hasSuffix("s") || last.hasSuffix("S")
        isSinglyQuoted = !isClosing
        isOpening = !isClosing
      default: isOpening = false
      }
      last = word
    }

    private static let clitics: Set<String> = [
      "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "’re", "’ve", "’ll", "’d", "’m",
    ]
  }
}
