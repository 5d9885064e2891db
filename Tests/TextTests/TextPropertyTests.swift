import QuothReport
import QuothText
import Testing

/// What must hold for any report, tried on random ones.
@Suite struct TextPropertyTests {
  /// Pieces that rules look at, put together at random.
  private static let pieces = [
    " ", "  ", "\n", "\n\n", "\r\n", ".", "...", ". . .", "?", "!", ",", ";", ":", "-", "--", "—",
    "'",
    "''", "’", "‘", "\"", "“", "”", "„", "«", "»", "`", "``", "(", ")", "[", "]", "/", "&", "@",
    "#",
    "$", "%", "www.", "http://", ".com", "a", "A", "I", "s", "'s", "n't", "U.S", "p.m", "No", "Jan",
    "Mr", "etc", "said", "The", "1", "12", "1,250", "2031", "é", "ß", "東", "🚢", "\u{301}", "\u{A0}",
    "\u{200B}", "\u{0}", "\u{7F}", "_", "*", "=", "|", "can", "not", "cannot", "co", "x",
  ]

  private static func randomText(_ generator: inout SplitMix) -> String {
    (0..<Int.random(in: 0...40, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A report with blocks anywhere, also outside the text and over each other.
  private static func randomReport(_ generator: inout SplitMix, _ text: String) -> Report {
    let blocks = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let start = Int.random(in: -2...text.utf8.count + 2, using: &generator)
      return Block(
        span: Span(start: start, end: start + Int.random(in: 0...60, using: &generator)),
        role: .body)
    }
    return Report(id: "sha256:0", text: text, blocks: blocks)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  @Test(arguments: 0..<400)
  func `tokens cover everything but white space, in order`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let text = Self.randomText(&generator)
    let tokens = read(text).tokens
    let covered = tokens.map { words($0.span, in: text) }.joined()
    var bare = String.UnicodeScalarView()
    bare.append(contentsOf: text.unicodeScalars.filter { !Self.isBlank($0) })
    #expect(Array(covered.utf8) == Array(String(bare).utf8))
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    #expect(tokens.allSatisfy { !$0.span.isEmpty })
  }

  @Test(arguments: 0..<400)
  func `sentences cover all tokens of their block and nothing else`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let text = Self.randomText(&generator)
    let report = Self.randomReport(&generator, text)
    let read = Text(report)
    #expect(read.blocks.count == report.blocks.count)
    #expect(read.blocks.flatMap { Array($0) } == Array(read.sentences.indices))
    #expect(read.sentences.flatMap { Array($0.tokens) } == Array(read.tokens.indices))
    for (index, block) in read.blocks.enumerated() {
      for sentence in read.sentences[block] {
        #expect(sentence.block == index)
        #expect(report.blocks[index].span.contains(sentence.span))
        #expect(sentence.span.start == read.tokens[sentence.tokens.lowerBound].span.start)
        #expect(sentence.span.end == read.tokens[sentence.tokens.upperBound - 1].span.end)
      }
    }
  }

  @Test(arguments: 0..<400)
  func `quotations lie in their block and hold what is within their marks`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let text = Self.randomText(&generator)
    let report = Self.randomReport(&generator, text)
    let quotations = Text(report).quotations
    for quotation in quotations {
      #expect(report.blocks.contains { $0.span.contains(quotation.span) })
      #expect(quotation.span.contains(quotation.inner))
      #expect(quotation.span.start < quotation.inner.start)
      #expect(quotation.isClosed == (quotation.inner.end < quotation.span.end))
    }
    #expect(quotations.map(\.span.start) == quotations.map(\.span.start).sorted())
  }

  @Test(arguments: 0..<200)
  func `no bytes trap`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let text = String(decoding: bytes, as: UTF8.self)
    let read = Text(Self.randomReport(&generator, text))
    #expect(read.tokens.allSatisfy { $0.span.end <= text.utf8.count })
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
