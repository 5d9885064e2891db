import QuothReport
import QuothSyntax

/// What a source does by saying something, from the words of the cue.
struct ActReader {
  let words: Words
  let lexicon: Lexicon

  func act(of draft: Draft) -> Attribution.Act {
    let act = act(of: draft.cue)
    switch act {
    case .ask: return isRequest(draft.content) ? .urge : .ask
    case .decline: return isUnsaid(draft.content) ? .decline : .other
    default: return act
    }
  }

  /// Whether what somebody would not do is to say something: *declined to give figures*, but not *refused to pay*.
  private func isUnsaid(_ content: [Span]) -> Bool {
    let tokens = words.tokens(of: content)
    guard let first = tokens.first, words.lower[first] == "to", tokens.count > 1 else {
      return true
    }
    let verb = words.lower[tokens[1]]
    return lexicon.verbs[verb] != nil || Self.speech.contains(verb)
      || tokens.dropFirst(2).prefix(6).contains { Self.told.contains(words.lower[$0]) }
  }

  private static let speech: Set<String> = [
    "answer", "comment", "discuss", "elaborate", "reply", "respond", "speak", "talk", "identify",
    "name",
    "be", "disclose", "address", "endorse", "specify", "quote",
  ]
  /// What somebody may give or keep to himself.
  private static let told: Set<String> = [
    "answer", "answers", "comment", "comments", "detail", "details", "explanation", "figure",
    "figures",
    "information", "name", "names", "number", "numbers", "question", "questions", "reason",
    "reasons",
    "specifics", "statement", "evidence",
  ]

  /// "Asked both capitals to wait" is no question.
  private func isRequest(_ content: [Span]) -> Bool {
    let tokens = words.tokens(of: content).prefix(8)
    return tokens.contains { words.lower[$0] == "to" }
      && !tokens.contains { Self.questions.contains(words.lower[$0]) }
  }

  private static let questions: Set<String> = [
    "whether", "if", "what", "who", "whom", "why", "how", "when", "where", "which", "?",
  ]

  func act(of cue: [Span]) -> Attribution.Act {
    let tokens = words.tokens(of: cue)
    let act = tokens.lazy.compactMap(verb).first ?? tokens.lazy.compactMap(noun).first
    guard let act else {
      return tokens.contains { Self.plain.contains(words.lower[$0]) } ? .state : .other
    }
    guard tokens.contains(where: { Self.negations.contains(words.lower[$0]) }) else { return act }
    switch act {
    case .state, .confirm, .report: return .decline
    // "I don't know how" doubts nothing.
    case .believe where tokens.contains(where: { Self.knowing.contains(words.lower[$0]) }):
      return .other
    case .believe, .expect: return .doubt
    default: return act
    }
  }

  private static let knowing: Set<String> = [
    "know", "knows", "knew", "known", "understand", "understands", "understood", "remember",
    "remembers", "remembered", "realize", "realized", "realise", "realised", "recall", "recalls",
    "recalled",
  ]

  /// Cues that name no act: "according to the army", "Rey:".
  private static let plain: Set<String> = ["according", ":", "per"]
  private static let negations: Set<String> = [
    "not", "n't", "n’t", "never", "no", "neither", "nor",
  ]

  private func verb(_ token: Int) -> Attribution.Act? {
    let word = words.lower[token]
    // "The challenge is", "our doubt"
    if token > 0, Self.determiners.contains(words.lower[token - 1]) { return nil }
    if token + 1 < words.lower.count,
      let act = lexicon.verbs[word + " " + words.lower[token + 1]]
    {
      return act
    }
    return lexicon.verbs[word]
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "'s", "’s", "no", "any",
  ]

  private func noun(_ token: Int) -> Attribution.Act? { lexicon.nouns[words.lower[token]] }
}
