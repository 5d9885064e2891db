import QuothStatement

/// Writes sketches as bytes, for a store.
///
/// Numbers are little-endian, eight bytes a term, lists begin with their count; the first byte is the version.
struct SketchWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: value)) }

  mutating func number(_ value: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { byte(value >> shift) }
  }

  /// At most 255 bytes of it.
  mutating func text(_ text: String) {
    let kept = text.utf8.prefix(255)
    byte(kept.count)
    bytes += kept
  }

  /// At most 255 of them.
  mutating func terms(_ terms: [Term]) {
    byte(min(terms.count, 255))
    for term in terms.prefix(255) { number(term.number) }
  }

  mutating func optional(_ value: Int?) { number(value ?? Int.min) }

  mutating func meaning(_ meaning: Meaning) {
    number(meaning.bytes.count)
    for value in meaning.bytes { bytes.append(UInt8(bitPattern: value)) }
  }
}

/// Reads what ``SketchWriter`` wrote; what is cut off reads as zeros.
struct SketchReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() -> Int {
    guard position < bytes.count else { return 0 }
    position += 1
    return Int(bytes[position - 1])
  }

  mutating func number() -> Int {
    var value = 0
    for shift in stride(from: 0, to: 64, by: 8) { value |= byte() << shift }
    return value
  }

  mutating func text() -> String {
    let count = min(byte(), bytes.count - position)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func terms() -> [Term] {
    let count = byte()
    return (0..<count).map { _ in Term(number: number()) }
  }

  mutating func optional() -> Int? {
    let value = number()
    return value == Int.min ? nil : value
  }

  mutating func meaning() -> Meaning {
    let count = min(max(number(), 0), bytes.count - position)
    defer { position += count }
    return Meaning(bytes: bytes[position..<position + count].map { Int8(bitPattern: $0) })
  }
}

extension StatementSketch {
  private static let version = 1

  public var bytes: [UInt8] {
    var out = SketchWriter()
    out.byte(Self.version)
    out.terms(words)
    out.terms(names)
    out.terms(predicates)
    out.number(Int(types))
    out.terms(actors)
    out.terms(recipients)
    out.byte(min(figures.count, 255))
    for figure in figures.prefix(255) {
      out.number(Int(truncatingIfNeeded: figure.value.bitPattern))
      out.optional(figure.unit?.number)
    }
    out.optional(first)
    out.optional(last)
    out.optional(place?.number)
    out.byte(certainty.degree.rawValue * 2 + (certainty.isNegative ? 1 : 0))
    out.byte(Statement.TimeClass.allCases.firstIndex(of: timeClass) ?? 0)
    out.meaning(meaning)
    return out.bytes
  }

  /// Nil for bytes of another version.
  public init?(bytes: [UInt8]) {
    var read = SketchReader(bytes)
    guard read.byte() == Self.version else { return nil }
    words = read.terms()
    names = read.terms()
    predicates = read.terms()
    types = UInt16(truncatingIfNeeded: read.number())
    actors = read.terms()
    recipients = read.terms()
    figures = []
    for _ in 0..<read.byte() {
      figures.append(
        Figure(
          value: Double(bitPattern: UInt64(bitPattern: Int64(read.number()))),
          unit: read.optional().map(Term.init(number:))))
    }
    first = read.optional()
    last = read.optional()
    place = read.optional().map(Term.init(number:))
    let grade = read.byte()
    certainty = Certainty(
      Certainty.Degree(rawValue: grade / 2) ?? .none, isNegative: grade % 2 == 1)
    timeClass =
      Statement.TimeClass.allCases[min(read.byte(), Statement.TimeClass.allCases.count - 1)]
    meaning = read.meaning()
  }
}
