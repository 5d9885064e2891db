/// What the shared task counts, under the names its script prints.
public enum SyntaxMetric: String, Sendable, CaseIterable {
  /// Surface tokens of the same first and last character.
  case tokens = "Tokens"
  /// Sentences of the same first and last character.
  case sentences = "Sentences"
  /// Words that were aligned.
  case words = "Words"
  case universalTag = "UPOS"
  case englishTag = "XPOS"
  /// Universal features alone, in any order.
  case features = "UFeats"
  /// Right wherever gold has none.
  case lemma = "Lemmas"
  /// The same head.
  case head = "UAS"
  /// The same head and relation, subtypes aside.
  case labelledHead = "LAS"
  /// The same for content words, whose relation in gold is not one of function words.
  case contentHead = "CLAS"
}
