import QuothReport

/// Divides the tokens of a block into sentences.
///
/// A sentence ends after a full stop, question mark, exclamation mark or ellipsis and the closing
/// marks that follow it, when what comes next can begin a sentence; after an abbreviation only when
/// what comes next seldom stands in a name; and at a blank line.
struct SentenceSplitter {
  let bytes: [UInt8]
  let tokens: [Token]

  /// The sentences of one block, as ranges of tokens.
  ///
  /// - Complexity: O(n) in the bytes of the block.
  func sentences(of block: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var first = block.lowerBound
    var index = block.lowerBound
    while index < block.upperBound {
      var last = index
      var ends = false
      if let stop = stop(at: index) {
        while last + 1 < block.upperBound, closes(last + 1) { last += 1 }
        while let note = noteEnd(after: last, in: block) { last = note }
        ends = last + 1 < block.upperBound && endsSentence(stop, index...last, in: block)
      }
      index = last + 1
      if ends || index == block.upperBound || hasBlankLine(before: index) {
        sentences.append(first..<index)
        first = index
      }
    }
    return sentences
  }

  /// What a token that can end a sentence is.
  private enum Stop {
    case fullStop, questionOrExclamation, ellipsis
    /// An abbreviation after which a sentence can end.
    case abbreviation
    /// *a.m.*, *p.m.*
    case hour
  }

  private func stop(at index: Int) -> Stop? {
    let token = tokens[index]
    let first = bytes[token.span.start]
    switch token.kind {
    case .punctuation:
      switch first {
      case UInt8(ascii: "."):
        let isSpaced = follows(index, UInt8(ascii: ".")) || precedes(index, UInt8(ascii: "."))
        return token.span.count == 1 && !isSpaced ? .fullStop : .ellipsis
      case UInt8(ascii: "?"), UInt8(ascii: "!"): return .questionOrExclamation
      case 0xE2 where scalar(at: index) == Scalar.ellipsis: return .ellipsis
      default: return nil
      }
    case .word:
      guard bytes[token.span.end - 1] == UInt8(ascii: ".") else { return nil }
      let word = token.span.start..<token.span.end - 1
      switch Abbreviation.table[bytes, word] {
      case .title, .numbered: return nil
      default: return word.count == 3 && isHour(word.lowerBound) ? .hour : .abbreviation
      }
    default:
      return nil
    }
  }

  /// Whether a sentence ends with the tokens in `range`, a stop and the closing marks after it.
  private func endsSentence(_ stop: Stop, _ range: ClosedRange<Int>, in block: Range<Int>) -> Bool {
    let next = range.upperBound + 1
    var word = next
    while word < block.upperBound - 1, word < next + 3, opens(word) { word += 1 }
    let isOpened = word > next
    let hasGap = tokens[next].span.start > tokens[range.upperBound].span.end
    let isUpper = beginsUpper(word)
    let isQuoted = range.count > 1
    if isOpened, isSignature(from: next, in: block) { return false }
    switch stop {
    case .fullStop, .questionOrExclamation:
      if isQuoted, !isOpened, isSpeech(from: next, in: block) { return false }
      if isUpper { return true }
      let kind = tokens[word].kind
      return hasGap && (kind == .number || kind == .address || kind == .symbol)
    case .ellipsis, .abbreviation:
      return isUpper && (isQuoted || isOpened || opensSentence(word))
    case .hour:
      return isUpper && CalendarName.table[bytes, tokens[word].span.range] == nil
    }
  }

  /// Whether a capital and then a verb of speech follow a quotation: *"Why?" Mayor Brandt asked.*
  private func isSpeech(from index: Int, in block: Range<Int>) -> Bool {
    for next in index..<min(index + 6, block.upperBound) {
      let range = tokens[next].span.range
      if SpeechVerb.table[bytes, range] != nil { return true }
      let isName = beginsUpper(next) || tokens[next].kind == .word && range.count <= 3
      if !isName { return false }
    }
    return false
  }

  /// Whether a dash and a name close the block, as the source of a quotation set apart.
  private func isSignature(from index: Int, in block: Range<Int>) -> Bool {
    switch scalar(at: index) {
    case 0x2D, 0x2013, 0x2014: break
    default: return false
    }
    return block.upperBound - index <= 8
      && (index + 1..<block.upperBound).allSatisfy {
        beginsUpper($0) || tokens[$0].span.count <= 3
      }
  }

  // MARK: Looking at tokens

  private func scalar(at index: Int) -> UInt32 {
    Scalar(at: tokens[index].span.start, of: bytes, before: bytes.count).value
  }

  /// Whether a closing quotation mark or bracket stands at `index`, right after the token before it.
  private func closes(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation,
      tokens[index].span.start == tokens[index - 1].span.end
    else { return false }
    switch scalar(at: index) {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, Scalar.rightSingle, Scalar.rightDouble,
      Scalar.rightGuillemet, Scalar.rightSingleGuillemet:
      return true
    default:
      return false
    }
  }

  /// The last token of the number of a note, `[12]`, after the token at `index`.
  private func noteEnd(after index: Int, in block: Range<Int>) -> Int? {
    guard index + 3 < block.upperBound, scalar(at: index + 1) == 0x5B,
      tokens[index + 2].kind == .number, scalar(at: index + 3) == 0x5D
    else { return nil }
    return index + 3
  }

  /// Whether a mark stands at `index` that can open a sentence: quotation mark, bracket, dash, bullet.
  private func opens(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation || tokens[index].kind == .symbol else { return false }
    switch scalar(at: index) {
    case 0x22, 0x27, 0x28, 0x2A, 0x2D, 0x5B, 0x60, 0xA1, 0xBF, 0x2013, 0x2014, 0x2022,
      Scalar.leftSingle, Scalar.leftDouble, Scalar.lowDouble, Scalar.leftGuillemet,
      Scalar.lowSingle, Scalar.leftSingleGuillemet:
      return true
    default:
      return false
    }
  }

  /// Whether the word at `index` begins with a capital, or holds one near its beginning (*eBay*).
  private func beginsUpper(_ index: Int) -> Bool {
    let span = tokens[index].span
    let first = bytes[span.start]
    if first < 0x80 {
      guard tokens[index].kind == .word else { return first &- UInt8(ascii: "A") < 26 }
      return (span.start..<min(span.end, span.start + 5)).contains {
        bytes[$0] &- UInt8(ascii: "A") < 26
      }
    }
    let value = scalar(at: index)
    return CharacterClass.ofScalar(value) == .letter && !(0xDF...0xFF).contains(value)
  }

  private func opensSentence(_ index: Int) -> Bool {
    SentenceOpener.table[bytes, tokens[index].span.range] != nil
  }

  private func isHour(_ position: Int) -> Bool {
    let first = bytes[position] | 0x20
    return (first == UInt8(ascii: "a") || first == UInt8(ascii: "p"))
      && bytes[position + 2] | 0x20 == UInt8(ascii: "m")
  }

  private func follows(_ index: Int, _ byte: UInt8) -> Bool {
    index > 0 && bytes[tokens[index - 1].span.start] == byte
  }

  private func precedes(_ index: Int, _ byte: UInt8) -> Bool {
    index + 1 < tokens.count && bytes[tokens[index + 1].span.start] == byte
  }

  /// Whether a line without words stands between the token at `index` and the one before it.
  private func hasBlankLine(before index: Int) -> Bool {
    let gap = tokens[index - 1].span.end..<tokens[index].span.start
    guard gap.count > 1 else { return false }
    return gap.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.count > 1
  }
}
