public import QuothEngine
public import QuothReport

/// A text as the encoder sees it: subwords, three streams of features, and the units of the labels.
///
/// A *unit* is a run between white space and punctuation, every punctuation mark being a unit of its
/// own; roles and links are read at its first subword. Twin of `features.py` in Tools/training; a
/// test holds them together.
public struct EncoderInput: Sendable {
  public internal(set) var ids: [Int32] = []
  /// Letter case, quotation state and paragraph position, in the order of the model's streams.
  public internal(set) var features: [[UInt8]] = [[], [], []]
  /// First byte of each subword.
  public internal(set) var starts: [Int] = []
  /// First subword of each unit.
  public internal(set) var first: [Int] = []
  /// Bytes of each unit in the report's text.
  public internal(set) var units: [Span] = []
  /// Number of the paragraph of each unit.
  public internal(set) var paragraphs: [Int] = []
  /// Number of the sentence of each unit.
  public internal(set) var sentences: [Int] = []

  /// The streams this input fills, by their names in the manifest.
  public static let streams = ["case", "quotation", "paragraph"]

  /// Encodes passages of a text, each a paragraph.
  ///
  /// - Complexity: O(n) in bytes.
  public init(_ blocks: [Span], of words: Words, vocabulary: Vocabulary) {
    for (number, block) in blocks.enumerated() {
      append(block, number: number, of: words.passage, vocabulary: vocabulary)
    }
    sentences = units.map { words.sentence(at: $0.start) }
  }

  private mutating func append(
    _ block: Span, number: Int, of passage: Passage, vocabulary: Vocabulary
  ) {
    let states = QuotationState.states(of: passage.bytes[block.range])
    let firstUnit = units.count
    var unit = -1
    for subword in vocabulary.subwords(of: passage.bytes, in: block.range) {
      if subword.unit != unit {
        unit = subword.unit
        first.append(ids.count)
        units.append(Span(subword.span))
        paragraphs.append(number)
      } else {
        units[units.count - 1].end = subword.span.upperBound
      }
      ids.append(subword.id)
      starts.append(subword.span.lowerBound)
      features[1].append(states[units[units.count - 1].start - block.start].rawValue)
      features[2].append(Position.within.rawValue)
    }
    for (at, unit) in units[firstUnit...].enumerated() {
      let letterCase = LetterCase(passage, unit).rawValue
      features[0].append(
        contentsOf: repeatElement(letterCase, count: subwords(of: firstUnit + at).count))
    }
    guard firstUnit < units.count else { return }
    mark(units.count - 1, .last)
    mark(firstUnit, .first)
  }

  /// What the engine reads, with the states at each unit's first subword.
  public var encoded: EncodedText {
    EncodedText(
      ids: ids, features: features, units: first, paragraphs: paragraphs, sentences: sentences,
      rows: first)
  }

  /// The subwords of a unit.
  public func subwords(of unit: Int) -> Range<Int> {
    first[unit]..<(unit + 1 < first.count ? first[unit + 1] : ids.count)
  }

  private mutating func mark(_ unit: Int, _ position: Position) {
    for subword in subwords(of: unit) { features[2][subword] = position.rawValue }
  }

  private enum Position: UInt8 { case special, first, within, last }
}

/// The letter case of a unit.
public enum LetterCase: UInt8 {
  case special, lower, initial, upper, mixed, number, other

  public init(_ passage: Passage, _ unit: Span) {
    var (letters, upper, digits) = (0, 0, 0)
    var startsUpper = false
    var index = unit.start
    while index < unit.end, let (scalar, width) = passage.scalar(at: index) {
      index += width
      let properties = scalar.properties
      if properties.generalCategory.isLetter {
        if letters == 0 { startsUpper = properties.isUppercase }
        letters += 1
        if properties.isUppercase { upper += 1 }
      } else if properties.numericType == .digit || properties.numericType == .decimal {
        digits += 1
      }
    }
    if letters == 0 {
      self = digits > 0 ? .number : .other
    } else if upper == 0 {
      self = .lower
    } else if startsUpper && upper == 1 {
      self = .initial
    } else {
      self = upper == letters ? .upper : .mixed
    }
  }
}

extension Unicode.GeneralCategory {
  public var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
