public import QuothReport

/// What syntax says about one text: sentences, surface tokens, and the words they stand for.
///
/// A token is a run of characters that no blank divides; most tokens are one word, and some are
/// several (`didn't`, `cannot`).
/// Source: Universal Dependencies 2, CoNLL-U.
public struct SyntaxReading: Sendable, Hashable {
  /// In text order.
  public var sentences: [Sentence]

  public init(sentences: [Sentence] = []) {
    self.sentences = sentences
  }

  public struct Sentence: Sendable, Hashable {
    /// In text order.
    public var tokens: [Token]

    public init(tokens: [Token] = []) {
      self.tokens = tokens
    }
  }

  public struct Token: Sendable, Hashable {
    /// In the text that was read.
    public var span: Span
    /// One, or several for a token of several words.
    public var words: [Word]

    public init(span: Span, words: [Word]) {
      self.span = span
      self.words = words
    }
  }

  /// A syntactic word; `_` stands where there is nothing to say.
  public struct Word: Sendable, Hashable {
    public var form: String
    public var lemma: String
    public var universalTag: String
    public var englishTag: String
    /// As CoNLL-U has them: `Number=Sing|Person=3`.
    public var features: String
    /// The word it depends on, counted from 0 over the words of its sentence; nil for the root.
    public var head: Int?
    /// With its subtype, such as `nmod:poss`.
    public var relation: String

    public init(
      form: String, lemma: String = "_", universalTag: String = "_", englishTag: String = "_",
      features: String = "_", head: Int? = nil, relation: String = "_"
    ) {
      self.form = form
      self.lemma = lemma
      self.universalTag = universalTag
      self.englishTag = englishTag
      self.features = features
      self.head = head
      self.relation = relation
    }
  }
}

extension SyntaxReading.Word {
  /// - Precondition: `fields` are the ten columns of a CoNLL-U line.
  init(_ fields: [Substring]) {
    let head = Int(fields[6]) ?? 0
    self.init(
      form: String(fields[1]), lemma: String(fields[2]), universalTag: String(fields[3]),
      englishTag: String(fields[4]), features: String(fields[5]),
      head: head > 0 ? head - 1 : nil, relation: String(fields[7]))
  }
}
