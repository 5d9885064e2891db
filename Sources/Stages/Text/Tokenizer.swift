import QuothReport

/// Divides text into tokens in one pass.
///
/// Boundaries are those of syntactic words in UD English: clitics, hyphens and slashes divide words,
/// the full stop of an abbreviation belongs to it, amounts are divided from their signs and units.
/// Words of ASCII letters between blanks, most of any text, take a short way; everything else is
/// decided at its first character by one of the scanners in `Tokenizer+….swift`.
public struct Tokenizer {
  /// The text's UTF-8.
  public let bytes: [UInt8]
  /// The tokens of everything that was read so far.
  public private(set) var tokens: [Token] = []
  /// First byte of the range being read.
  var start = 0
  /// One past the last byte of the range being read.
  var end = 0
  private let classes = CharacterClass.ofByte
  private let fusedWords = FusedWord.table
  private let abbreviations = Abbreviation.table

  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Adds the tokens of one block.
  ///
  /// - Precondition: the range lies in ``bytes``.
  /// - Complexity: O(n) in bytes.
  public mutating func read(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "no such bytes")
    start = range.lowerBound
    end = range.upperBound
    let bytes = bytes
    let classes = classes
    var position = start
    while position < end {
      switch classes[Int(bytes[position])] {
      case .space:
        position += 1
      case .letter:
        var next = position
        var packed: UInt64 = 0
        while next < end, classes[Int(bytes[next])] == .letter {
          packed = packed << 8 | UInt64(bytes[next] | 0x20)
          next += 1
        }
        let length = next - position
        let hasMark = next < end && isPlainMark(bytes[next], after: packed, length)
        let blank = hasMark ? next + 1 : next
        guard blank == end || classes[Int(bytes[blank])] == .space else {
          position = readRun(position)
          continue
        }
        if length <= 8, let first = fusedWords[WordKey(packed: packed)] {
          add(position..<position + first, .word)
          add(position + first..<next, .word)
        } else {
          add(position..<next, .word)
        }
        if hasMark { add(next..<blank, .punctuation) }
        position = blank
      default:
        position = readRun(position)
      }
    }
  }

  /// Whether a byte after a word is a mark of its own: a comma, or a full stop after a word that is
  /// neither an initial nor an abbreviation.
  private func isPlainMark(_ byte: UInt8, after packed: UInt64, _ length: Int) -> Bool {
    if byte == UInt8(ascii: ",") { return true }
    guard byte == UInt8(ascii: "."), length > 1 else { return false }
    return length > 8 || abbreviations[WordKey(packed: packed)] == nil
  }

  /// Reads on from `position` up to the next white space, and returns where that is.
  private mutating func readRun(_ position: Int) -> Int {
    let bytes = bytes
    let classes = classes
    var runEnd = position
    var mayHoldAddress = false
    while runEnd < end {
      let kind = classes[Int(bytes[runEnd])]
      if kind == .space { break }
      if kind == .wide {
        let scalar = Scalar(at: runEnd, of: bytes, before: end)
        if CharacterClass.ofScalar(scalar.value) == .space { break }
        runEnd += scalar.width
        continue
      }
      if kind == .period || bytes[runEnd] == UInt8(ascii: "@") || bytes[runEnd] == UInt8(ascii: ":")
      {
        mayHoldAddress = true
      }
      runEnd += 1
    }
    if runEnd == position {
      return position + Scalar(at: position, of: bytes, before: end).width
    }
    if mayHoldAddress, let address = address(in: position..<runEnd) {
      let blockEnd = end
      end = address.lowerBound
      readTokens(position..<end)
      end = blockEnd
      add(address, .address)
      readTokens(address.upperBound..<runEnd)
    } else {
      readTokens(position..<runEnd)
    }
    return runEnd
  }

  /// Reads a run without white space and without an address.
  private mutating func readTokens(_ run: Range<Int>) {
    var position = run.lowerBound
    while position < run.upperBound {
      let piece = piece(at: position)
      if piece.isDivisible {
        addParts(position..<piece.end)
      } else {
        add(position..<piece.end, piece.kind)
      }
      position = piece.end
    }
  }

  /// What begins at some position: one token, or a word that may be several.
  struct Piece {
    var end: Int
    var kind: Token.Kind
    /// Whether it may hold clitics or be two words written as one.
    var isDivisible = false
  }

  private func piece(at position: Int) -> Piece {
    switch kind(at: position) {
    case .letter: return word(at: position)
    case .digit: return number(at: position)
    case .apostrophe: return apostrophe(at: position)
    default: return mark(at: position)
    }
  }

  /// Adds a word, divided before its clitics.
  private mutating func addParts(_ word: Range<Int>) {
    if let clitic = cliticStart(word) {
      addParts(word.lowerBound..<clitic)
      add(clitic..<word.upperBound, .word)
    } else if let first = fusedWords[bytes, word] {
      add(word.lowerBound..<word.lowerBound + first, .word)
      add(word.lowerBound + first..<word.upperBound, .word)
    } else {
      add(word, .word)
    }
  }

  private mutating func add(_ range: Range<Int>, _ kind: Token.Kind) {
    tokens.append(Token(span: Span(range), kind: kind))
  }

  // MARK: Looking at characters

  /// The class of the character at `position`; white space at and beyond the end.
  func kind(at position: Int) -> CharacterClass {
    guard position < end, position >= start else { return .space }
    let kind = classes[Int(bytes[position])]
    guard kind == .wide else { return kind }
    return CharacterClass.ofScalar(Scalar(at: position, of: bytes, before: end).value)
  }

  /// Where the character at `position` ends.
  func after(_ position: Int) -> Int {
    position < end ? position + Scalar(at: position, of: bytes, before: end).width : position + 1
  }

  /// The byte at `position`; 0 outside the range being read.
  func byte(_ position: Int) -> UInt8 {
    position >= start && position < end ? bytes[position] : 0
  }

  func isBlank(_ position: Int) -> Bool { kind(at: position) == .space }

  /// Whether a letter or digit stands at `position`.
  func isWordly(_ position: Int) -> Bool {
    let kind = kind(at: position)
    return kind == .letter || kind == .digit
  }

  func isUpper(_ position: Int) -> Bool { byte(position) &- UInt8(ascii: "A") < 26 }
  func isLower(_ position: Int) -> Bool { byte(position) &- UInt8(ascii: "a") < 26 }

  /// The first position from `position` on that holds no ASCII white space, or the end.
  func skipBlanks(_ position: Int) -> Int {
    var position = position
    while position < end, classes[Int(bytes[position])] == .space { position += 1 }
    return position
  }

  /// The end of the letters that begin at `position`.
  func lettersEnd(_ position: Int) -> Int {
    var position = position
    while kind(at: position) == .letter { position = after(position) }
    return position
  }

  /// The end of the ASCII digits that begin at `position`.
  func digitsEnd(_ position: Int) -> Int {
    var position = position
    while byte(position) &- UInt8(ascii: "0") < 10 { position += 1 }
    return position
  }
}
