import QuothReport
import QuothText

/// The words and marks of a sentence as names are sought in them: words divided at hyphens, clitics as
/// marks.
struct NameWords {
  struct Word {
    var span: Span
    var text: String
    var lower: String
    /// Whether it is a word, and no mark, number or clitic.
    var isWord: Bool
    /// Whether it begins with a capital.
    var isCapital: Bool
    /// Whether all its letters are capitals, of which it has two or more.
    var isInCapitals: Bool
    /// Whether a hyphen joins it to the word before.
    var isJoined: Bool
  }

  let words: [Word]
  /// Whether most of its words begin with a capital, as in titles, so that a capital shows nothing.
  let isTitle: Bool
  /// Whether it is set in capitals throughout.
  let isInCapitals: Bool

  init(_ sentence: Sentence, of text: Text, bytes: [UInt8]) {
    var words: [Word] = []
    var isJoined = false
    for token in text.tokens[sentence.tokens] {
      if Self.joins(token, bytes), !words.isEmpty {
        isJoined = true
        continue
      }
      defer { isJoined = false }
      let isWord = token.kind == .word && !"'’".utf8.starts(with: bytes[token.span.range].prefix(1))
      guard isWord else {
        words.append(Self.word(token.span, bytes, isWord: false, isJoined: false))
        continue
      }
      var start = token.span.start
      for place in token.span.range where bytes[place] == UInt8(ascii: "-") && place > start {
        words.append(
          Self.word(
            Span(start: start, end: place), bytes, isWord: true,
            isJoined: isJoined || start > token.span.start))
        start = place + 1
      }
      if start < token.span.end {
        words.append(
          Self.word(
            Span(start: start, end: token.span.end), bytes, isWord: true,
            isJoined: isJoined || start > token.span.start))
      }
    }
    self.words = words
    let long = words.filter { $0.isWord && $0.text.utf8.count > 3 }
    isTitle = long.count > 3 && 4 * long.filter(\.isCapital).count >= 3 * long.count
    isInCapitals = long.count > 3 && long.allSatisfy(\.isInCapitals)
  }

  /// Whether a token is a hyphen between two words.
  private static func joins(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.span.count == 1 && bytes[token.span.start] == UInt8(ascii: "-")
      && token.span.start > 0 && bytes[token.span.start - 1] > 0x2F
      && token.span.end < bytes.count && bytes[token.span.end] > 0x2F
  }

  private static func word(
    _ span: Span, _ bytes: [UInt8], isWord: Bool, isJoined: Bool
  ) -> Word {
    let text = String(decoding: bytes[span.range], as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return Word(
      span: span, text: text, lower: text.lowercased(), isWord: isWord && !letters.isEmpty,
      isCapital: text.unicodeScalars.first?.properties.isUppercase ?? false,
      isInCapitals: letters.count > 1 && letters.allSatisfy(\.properties.isUppercase),
      isJoined: isJoined)
  }

  /// The word at an index; nil beyond the sentence.
  subscript(index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }

  /// Whether the word at an index is `mark` or one of its like.
  func isMark(_ index: Int, _ marks: String) -> Bool {
    guard let word = self[index], !word.isWord else { return false }
    return word.text.unicodeScalars.allSatisfy(marks.unicodeScalars.contains)
  }

  /// Whether only marks stand before the word at an index.
  func isFirst(_ index: Int) -> Bool { !words[..<index].contains { $0.isWord } }

  /// From the first byte of one word to the last of another.
  func span(_ range: Range<Int>) -> Span {
    Span(start: words[range.lowerBound].span.start, end: words[range.upperBound - 1].span.end)
  }
}
