import QuothAnnotation

/// One attribution as tokens of its article, ready to be compared.
struct RoleFillers: Sendable {
  /// All tokens of each role.
  let source: TokenSet
  let cue: TokenSet
  let content: TokenSet
  /// The words of each role; a filler of punctuation only, such as the cue ":", keeps it.
  let words: Words
  let kind: Attribution.Kind
  let confidence: Double

  struct Words: Sendable {
    let source: TokenSet
    let cue: TokenSet
    let content: TokenSet

    subscript(role: StandoffAttribution.Role) -> TokenSet {
      switch role {
      case .source: source
      case .cue: cue
      case .content: content
      }
    }
  }

  init(_ attribution: StandoffAttribution, in text: MeasuredText) {
    source = text.tokens(in: attribution.source)
    cue = text.tokens(in: attribution.cue)
    content = text.tokens(in: attribution.content)
    words = Words(
      source: Self.words(source, in: text), cue: Self.words(cue, in: text),
      content: Self.words(content, in: text))
    kind = Self.kind(of: content, in: text)
    confidence = attribution.confidence
  }

  subscript(role: StandoffAttribution.Role) -> TokenSet {
    switch role {
    case .source: source
    case .cue: cue
    case .content: content
    }
  }

  private static func words(_ filler: TokenSet, in text: MeasuredText) -> TokenSet {
    let words = filler.filter { text.tokens[$0].isWord }
    return words.isEmpty ? filler : words
  }

  /// Direct when at least 90 % of the words are quoted, indirect when none is.
  private static func kind(of content: TokenSet, in text: MeasuredText) -> Attribution.Kind {
    let words = content.filter { text.tokens[$0].isWord }
    let quoted = words.filter { text.tokens[$0].isQuoted }
    if quoted.isEmpty { return .indirect }
    return Double(quoted.count) / Double(words.count) >= 0.9 ? .direct : .mixed
  }
}
