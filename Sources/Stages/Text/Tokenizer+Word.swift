/// Words: clitics, hyphens, abbreviations.
extension Tokenizer {
  /// The word that begins with a letter at `position`.
  func word(at position: Int) -> Piece {
    var next = position
    while next < end {
      switch kind(at: next) {
      case .letter, .digit:
        next = after(next)
        continue
      case .apostrophe where kind(at: after(next)) == .letter:
        next = after(next)
        continue
      case .hyphen where joins(hyphen: next, of: position):
        next = after(next)
        continue
      case .symbol where byte(next) == UInt8(ascii: "&") && joins(ampersand: next, of: position):
        next += 1
        continue
      case .symbol where isCurrency(position..<next) && byte(next) == UInt8(ascii: "$"):
        return Piece(end: next + 1, kind: .symbol)
      case .period:
        if let wordEnd = abbreviationEnd(position..<next) {
          return Piece(end: wordEnd, kind: .word)
        }
      default:
        break
      }
      break
    }
    return Piece(end: next, kind: .word, isDivisible: true)
  }

  /// Where the last clitic of a word begins: `n't`, `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m`.
  func cliticStart(_ word: Range<Int>) -> Int? {
    var letters = word.upperBound
    while letters > word.lowerBound, isLower(letters - 1) || isUpper(letters - 1) { letters -= 1 }
    let width = apostropheWidth(endingAt: letters)
    let apostrophe = letters - width
    guard width > 0, apostrophe > word.lowerBound, isClitic(letters..<word.upperBound) else {
      if width > 0, apostrophe - 1 > word.lowerBound, word.upperBound - letters == 1,
        byte(letters) | 0x20 == UInt8(ascii: "t"), byte(apostrophe - 1) | 0x20 == UInt8(ascii: "n")
      {
        return apostrophe - 1
      }
      return nil
    }
    return apostrophe
  }

  /// Whether the letters after an apostrophe are a clitic.
  func isClitic(_ letters: Range<Int>) -> Bool {
    let first = byte(letters.lowerBound) | 0x20
    let second = byte(letters.lowerBound + 1) | 0x20
    switch letters.count {
    case 1:
      return first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m")
    case 2:
      return first == UInt8(ascii: "l") && second == UInt8(ascii: "l")
        || (first == UInt8(ascii: "r") || first == UInt8(ascii: "v")) && second == UInt8(ascii: "e")
    default: return false
    }
  }

  /// 1 for `'`, 3 for `’`, 0 where none ends at `position`.
  private func apostropheWidth(endingAt position: Int) -> Int {
    if byte(position - 1) == UInt8(ascii: "'") { return 1 }
    let isCurly =
      byte(position - 1) == 0x99 && byte(position - 2) == 0x80 && byte(position - 3) == 0xE2
    return isCurly ? 3 : 0
  }

  /// The apostrophe at `position`, which no word holds: a clitic after a mark, a clipped word, or a
  /// quotation mark.
  func apostrophe(at position: Int) -> Piece {
    let next = after(position)
    let letters = lettersEnd(next)
    if byte(next) == byte(position), kind(at: next) == .apostrophe {
      return Piece(end: after(next), kind: .punctuation)
    }
    if letters > next, !isWordly(letters) {
      let follows = !isBlank(position - 1) && position > start
      if follows && isClitic(next..<letters) || ClippedWord.table[bytes, next..<letters] != nil {
        return Piece(end: letters, kind: .word)
      }
    }
    let digits = digitsEnd(next)
    if digits == next + 2 {
      let decade = byte(digits) | 0x20 == UInt8(ascii: "s") ? digits + 1 : digits
      if !isWordly(decade) {
        return Piece(end: decade, kind: .number)
      }
    }
    return Piece(end: next, kind: .punctuation)
  }

  // MARK: Joining

  /// Whether a hyphen belongs to the word before it: *co-founder*, *pre- and post-war*, and the word
  /// cut off in *s- she said*.
  private func joins(hyphen: Int, of word: Int) -> Bool {
    let next = after(hyphen)
    let isPrefix = HyphenPart.prefixes[bytes, word..<hyphen] != nil
    if kind(at: next) == .space { return isPrefix || hyphen - word <= 2 }
    guard kind(at: next) == .letter else { return false }
    return isPrefix || HyphenPart.suffixes[bytes, next..<lettersEnd(next)] != nil
  }

  /// *AT&T*, *R&D*: capitals on both sides, few of them.
  private func joins(ampersand: Int, of word: Int) -> Bool {
    let right = lettersEnd(ampersand + 1)
    let left = ampersand - word
    guard left > 0, left <= 3, right - ampersand > 1, right - ampersand <= 4 else { return false }
    return (word..<right).allSatisfy { $0 == ampersand || isUpper($0) }
  }

  /// *US$*, *A$*, *HK$*.
  private func isCurrency(_ letters: Range<Int>) -> Bool {
    letters.count <= 3 && letters.allSatisfy(isUpper)
  }

  // MARK: Abbreviations

  /// Where the abbreviation ends whose letters are `word` and whose full stop follows them; `nil`
  /// when the full stop ends the sentence or a number of letters too great for one.
  private func abbreviationEnd(_ word: Range<Int>) -> Int? {
    let period = word.upperBound
    if kind(at: period + 1) == .letter { return acronymEnd(word) }
    guard byte(period + 1) != UInt8(ascii: ".") else { return nil }
    if word.count == 1, isUpper(word.lowerBound) {
      return isInitial(word.lowerBound) ? period + 1 : nil
    }
    guard let kind = Abbreviation.table[bytes, word], holds(kind, word) else { return nil }
    return period + 1
  }

  /// *U.S.*, *p.m.*, *Ph.D.*, *U.S.A*: short parts with a full stop after each but perhaps the last.
  private func acronymEnd(_ word: Range<Int>) -> Int? {
    guard word.count <= 2 else { return nil }
    var next = word.upperBound
    var parts = 1
    while byte(next) == UInt8(ascii: ".") {
      let letters = lettersEnd(next + 1)
      let count = letters - next - 1
      if count == 0 { return next + 1 }
      guard count <= 2, kind(at: letters) != .digit else { return parts > 1 ? next + 1 : nil }
      if word.count == 2, parts == 1, !isUpper(next + 1) { return nil }
      parts += 1
      next = letters
    }
    return next
  }

  /// Whether a capital and its full stop abbreviate a name: another capital follows that does not
  /// open a sentence.
  private func isInitial(_ letter: Int) -> Bool {
    if byte(letter + 2) == UInt8(ascii: ",") || byte(letter + 2) == UInt8(ascii: "-") {
      return true
    }
    let next = skipBlanks(letter + 2)
    guard kind(at: next) == .letter, !isLower(next) else { return false }
    return !opensSentence(at: next)
  }

  /// Whether what an abbreviation asks of its surroundings is there.
  private func holds(_ kind: Abbreviation, _ word: Range<Int>) -> Bool {
    let next = skipBlanks(word.upperBound + 1)
    let startsUpper = isUpper(word.lowerBound)
    switch kind {
    case .title:
      return startsUpper && next < end
    case .numbered:
      return self.kind(at: next) == .digit
    case .date:
      return startsUpper
    case .doubtfulDate:
      return startsUpper
        && (isUpper(next) && !opensSentence(at: next) || self.kind(at: next) == .digit
          || byte(word.upperBound + 1) == UInt8(ascii: ","))
    case .place:
      return startsUpper && lastByteBefore(word.lowerBound) == UInt8(ascii: ",")
    case .name:
      return startsUpper
    case .general:
      return true
    case .closing:
      return next < end && !isUpper(next)
    case .unit:
      let before = lastByteBefore(word.lowerBound)
      return before &- UInt8(ascii: "0") < 10 && next < end
    }
  }

  /// The last byte before `position` that is no blank; 0 when there is none.
  private func lastByteBefore(_ position: Int) -> UInt8 {
    var position = position - 1
    while position >= start, kind(at: position) == .space { position -= 1 }
    return byte(position)
  }

  /// Whether the word at `position` is one that seldom stands in a name.
  private func opensSentence(at position: Int) -> Bool {
    let wordEnd = lettersEnd(position)
    return byte(wordEnd) != UInt8(ascii: ".")
      && SentenceOpener.table[bytes, position..<wordEnd] != nil
  }
}
