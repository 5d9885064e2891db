public import QuothReport

/// The sentences and tokens of a report, each a span of its text.
///
/// Tokens lie in text order, never overlap, hold no white space and cover everything else in the
/// blocks. Sentences never cross a block, cover all tokens of it, and begin and end at a token's
/// edge.
public struct Text: Sendable {
  public let report: Report
  public let tokens: [Token]
  public let sentences: [Sentence]
  /// For each block of the report, its sentences as indices into ``sentences``.
  public let blocks: [Range<Int>]
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

public struct Sentence: Sendable, Hashable {
  public var span: Span
  /// Its tokens as indices into ``Text/tokens``.
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
}
