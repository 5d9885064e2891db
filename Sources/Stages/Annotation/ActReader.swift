import QuothReport

/// What a source does by saying something, from the words of the cue.
struct ActReader {
  let words: Words
  let lexicon: Lexicon

  func act(of cue: [Span]) -> Attribution.Act {
    let tokens = words.tokens(of: cue)
    let act = tokens.lazy.compactMap(verb).first ?? tokens.lazy.compactMap(noun).first
    guard let act else {
      return tokens.contains { Self.plain.contains(words.lower[$0]) } ? .state : .other
    }
    guard tokens.contains(where: { Self.negations.contains(words.lower[$0]) }) else { return act }
    switch act {
    case .state, .confirm, .report: return .decline
    case .believe, .expect: return .doubt
    default: return act
    }
  }

  /// Cues that name no act: "according to the army", "Rey:".
  private static let plain: Set<String> = ["according", ":", "per"]
  private static let negations: Set<String> = [
    "not", "n't", "n’t", "never", "no", "neither", "nor",
  ]

  private func verb(_ token: Int) -> Attribution.Act? {
    let word = words.lower[token]
    if token + 1 < words.lower.count,
      let act = lexicon.verbs[word + " " + words.lower[token + 1]]
    {
      return act
    }
    return lexicon.verbs[word]
  }

  private func noun(_ token: Int) -> Attribution.Act? { lexicon.nouns[words.lower[token]] }
}
