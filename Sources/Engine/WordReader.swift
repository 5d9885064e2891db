/// Cuts UTF-8 text into the words that WordPiece sees: cleaned, lower case, without accents.
///
/// Source: BertNormalizer and BertPreTokenizer of Hugging Face tokenizers 0.20, uncased.
struct WordReader {
  /// A normalised word and where each of its bytes came from.
  struct Word {
    var bytes: [UInt8] = []
    /// First byte in the source of the scalar behind each byte of ``bytes``; empty when the word is
    /// ASCII, whose bytes lie one after another from `span.lowerBound`.
    fileprivate(set) var origins: [Int] = []
    fileprivate(set) var ends: [Int] = []
    var span: Range<Int> = 0..<0
    /// Number of scalars after normalising.
    var scalars = 0

    /// The bytes in the source of a range of the word's bytes.
    func source(of range: Range<Int>) -> Range<Int> {
      origins.isEmpty
        ? span.lowerBound + range.lowerBound..<span.lowerBound + range.upperBound
        : origins[range.lowerBound]..<ends[range.upperBound - 1]
    }
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private(set) var word = Word()

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Moves to the next word; false at the end.
  mutating func next() -> Bool {
    word.bytes.removeAll(keepingCapacity: true)
    word.origins.removeAll(keepingCapacity: true)
    word.ends.removeAll(keepingCapacity: true)
    word.scalars = 0
    while position < end {
      let byte = bytes[position]
      if byte >= 0x80 { return nextBeyondASCII(from: position) }
      switch Self.classes[Int(byte)] {
      case .space, .dropped:
        position += 1
      case .punctuation:
        word.bytes.append(byte)
        word.scalars = 1
        word.span = position..<position + 1
        position += 1
        return true
      case .letter:
        return nextASCII()
      }
    }
    return false
  }

  private mutating func nextASCII() -> Bool {
    let start = position
    while position < end {
      let byte = bytes[position]
      guard byte < 0x80 else {
        word.bytes.removeAll(keepingCapacity: true)
        return nextBeyondASCII(from: start)
      }
      let kind = Self.classes[Int(byte)]
      if kind == .dropped {
        word.bytes.removeAll(keepingCapacity: true)
        return nextBeyondASCII(from: start)
      }
      guard kind == .letter else { break }
      word.bytes.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
      position += 1
    }
    word.scalars = word.bytes.count
    word.span = start..<position
    return true
  }

  /// The careful way, scalar by scalar, from the start of a word or before it.
  private mutating func nextBeyondASCII(from start: Int) -> Bool {
    position = start
    var last = start
    while position < end {
      let (scalar, width) = scalar(at: position)
      let next = position + width
      let normalised = Normalisation(scalar)
      switch normalised.kind {
      case .space:
        position = next
        if !word.bytes.isEmpty { return finish(last) }
      case .dropped:
        position = next
      case .punctuation:
        if !word.bytes.isEmpty { return finish(last) }
        append(normalised, position..<next)
        position = next
        if !word.bytes.isEmpty { return finish(next) }
      case .letter:
        append(normalised, position..<next)
        position = next
        if !word.bytes.isEmpty { last = next }
      }
    }
    return word.bytes.isEmpty ? false : finish(last)
  }

  private mutating func finish(_ last: Int) -> Bool {
    word.span = (word.origins.first ?? last)..<last
    return true
  }

  private mutating func append(_ normalised: Normalisation, _ span: Range<Int>) {
    append(normalised.scalars.0, span)
    append(normalised.scalars.1, span)
    append(normalised.scalars.2, span)
  }

  private mutating func append(_ value: UInt32, _ span: Range<Int>) {
    guard value > 0, let scalar = Unicode.Scalar(value) else { return }
    word.scalars += 1
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      word.bytes.append(byte)
      word.origins.append(span.lowerBound)
      word.ends.append(span.upperBound)
    }
  }

  /// The scalar at a byte, U+FFFD of width 1 where the bytes are no UTF-8.
  private func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    var decoder = UTF8()
    var iterator = bytes[index..<min(index + 4, end)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  private static let classes: [Normalisation.Kind] = (0..<128).map {
    Normalisation(Unicode.Scalar(UInt8($0))).kind
  }
}
