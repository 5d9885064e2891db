public import QuothReport

/// The sentences, tokens and quotations of a report, each a span of its text.
///
/// Tokens lie in text order, never overlap, hold no white space and cover everything else in the
/// blocks. Sentences never cross a block, cover all tokens of it, and begin and end at a token's
/// edge. A report without a word has no sentence. A dateline is a sentence of its own, in the role
/// of a credit: it says where the report comes from, not what happened.
///
///     Text(report).tokens.count     // 15
public struct Text: Sendable {
  public let report: Report
  public let tokens: [Token]
  public private(set) var sentences: [Sentence]
  /// For each block of the report, its sentences as indices into ``sentences``.
  public private(set) var blocks: [Range<Int>]
  /// In text order of their opening mark; an inner quotation follows the one it stands in.
  public let quotations: [Quotation]

  /// Finds the tokens, sentences and quotations of a report.
  ///
  /// Total: every report has an answer. A block that reaches beyond the text is cut to it, and a
  /// block that reaches back into the one before it loses the part they share.
  ///
  /// - Complexity: O(n) in bytes of the text.
  public init(_ report: Report) {
    var tokenizer = Tokenizer(report.text)
    var spans: [Range<Int>] = []
    var tokens: [Range<Int>] = []
    var position = 0
    for block in report.blocks {
      let start = min(max(block.span.start, position), tokenizer.bytes.count)
      position = max(start, min(block.span.end, tokenizer.bytes.count))
      spans.append(start..<position)
      let first = tokenizer.tokens.count
      tokenizer.read(start..<position)
      tokens.append(first..<tokenizer.tokens.count)
    }

    let splitter = SentenceSplitter(bytes: tokenizer.bytes, tokens: tokenizer.tokens)
    let scanner = QuotationScanner(bytes: tokenizer.bytes)
    var sentences: [Sentence] = []
    var blocks: [Range<Int>] = []
    var quotations: [Quotation] = []
    for (index, block) in report.blocks.enumerated() {
      let first = sentences.count
      let body = Self.endOfDateline(report, spans[index], tokens[index], tokenizer.tokens)
      let dateline = tokens[index].lowerBound..<body
      let ranges = splitter.sentences(of: body..<tokens[index].upperBound)
      for range in (dateline.isEmpty ? [] : [dateline]) + ranges {
        let span = Span(
          start: tokenizer.tokens[range.lowerBound].span.start,
          end: tokenizer.tokens[range.upperBound - 1].span.end)
        let role = range == dateline ? .credit : block.role
        sentences.append(Sentence(span: span, tokens: range, block: index, role: role))
      }
      blocks.append(first..<sentences.count)
      quotations += scanner.quotations(in: spans[index])
    }
    self.report = report
    self.tokens = tokenizer.tokens
    self.sentences = sentences
    self.blocks = blocks
    self.quotations = quotations
  }

  /// The same text with sentences that end before some tokens as well.
  ///
  /// - Complexity: O(n) in sentences and `beginnings`.
  public func divided(before beginnings: Set<Int>) -> Text {
    var text = self
    text.sentences = []
    for (number, block) in blocks.enumerated() {
      let first = text.sentences.count
      for sentence in sentences[block] {
        var rest = sentence
        for token in sentence.tokens.dropFirst() where beginnings.contains(token) {
          text.sentences.append(rest.cut(before: token, of: tokens))
        }
        text.sentences.append(rest)
      }
      text.blocks[number] = first..<text.sentences.count
    }
    return text
  }

  /// First token after the dateline that a block begins with; its first token when it has none.
  private static func endOfDateline(
    _ report: Report, _ block: Range<Int>, _ own: Range<Int>, _ tokens: [Token]
  ) -> Int {
    guard let dateline = report.dateline?.span, dateline.start == block.lowerBound,
      dateline.end < block.upperBound
    else { return own.lowerBound }
    return own.first { tokens[$0].span.end > dateline.end } ?? own.lowerBound
  }
}

/// A word, number, punctuation mark or symbol (Universal Dependencies' syntactic-word boundaries
/// for English: `did|n't`, `Ruiz|'s`, `U.S.` whole).
public struct Token: Sendable, Hashable {
  public var span: Span
  public var kind: Kind

  public init(span: Span, kind: Kind) {
    self.span = span
    self.kind = kind
  }

  public enum Kind: UInt8, Sendable, Hashable {
    case word, number, punctuation, symbol
    /// An address, handle, hashtag or mail address.
    case address
  }
}

/// Words that stand together under one full stop, or alone as a headline or list item.
public struct Sentence: Sendable, Hashable {
  public var span: Span
  /// Its tokens as indices into ``Text/tokens``; never empty.
  public var tokens: Range<Int>
  /// Its block as an index into the report's blocks.
  public var block: Int
  public var role: Block.Role

  public init(span: Span, tokens: Range<Int>, block: Int, role: Block.Role) {
    self.span = span
    self.tokens = tokens
    self.block = block
    self.role = role
  }

  /// Takes away what stands before a token.
  fileprivate mutating func cut(before token: Int, of all: [Token]) -> Sentence {
    var first = self
    first.tokens = tokens.lowerBound..<token
    first.span.end = all[token - 1].span.end
    tokens = token..<tokens.upperBound
    span.start = all[token].span.start
    return first
  }
}
