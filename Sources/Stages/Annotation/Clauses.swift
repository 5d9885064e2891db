import QuothReport
import QuothSyntax
import QuothText

/// Where the clauses of a sentence part, and what can be a clause's subject or verb; asked by the
/// rules that stand beside the model.
///
/// Read from closed classes of words (auxiliaries, pronouns, determiners, subordinators) and from
/// the lexicon. Where these do not settle a question the answer is no, and the rule stays silent.
struct Clauses {
  let words: Words
  let lexicon: Lexicon

  /// The tokens of the sentence a token stands in.
  func sentence(of token: Int) -> Range<Int> {
    let index = words.text.sentences.partitionPoint { $0.tokens.upperBound > token }
    return index < words.text.sentences.count
      ? words.text.sentences[index].tokens : token..<token + 1
  }

  /// Sentences of the running text.
  var bodies: [Range<Int>] {
    words.text.sentences.filter { $0.role == .body }.map(\.tokens)
  }

  /// The parts of a sentence between its commas, without its full stop.
  func segments(of sentence: Range<Int>) -> [Range<Int>] {
    var end = sentence.upperBound
    while end > sentence.lowerBound, [".", "!", "?"].contains(words.lower[end - 1]) { end -= 1 }
    var segments: [Range<Int>] = []
    var start = sentence.lowerBound
    for token in sentence.lowerBound..<end where words.lower[token] == "," {
      segments.append(start..<token)
      start = token + 1
    }
    segments.append(start..<max(start, end))
    return segments
  }

  /// Whether any of the tokens is, or stands within, quotation marks.
  func isQuoted(_ tokens: Range<Int>) -> Bool {
    tokens.contains { words.states[words.text.tokens[$0].span.start] != .outside }
  }

  func isAuxiliary(_ token: Int) -> Bool { Self.auxiliaries.contains(words.lower[token]) }

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can",
    "could", "may", "might", "must", "shall", "should", "wo", "ca",
  ]

  /// Whether some token can be a clause's verb: an auxiliary, a past tense or a verb of saying.
  func hasVerb(_ tokens: Range<Int>) -> Bool {
    tokens.contains { isAuxiliary($0) || mayBePast($0) || lexicon.tags.contains(words.lower[$0]) }
  }

  /// A regular past or one of the common irregular ones; a participle looks the same.
  func mayBePast(_ token: Int) -> Bool {
    let word = words.lower[token]
    return (word.hasSuffix("ed") && word.utf8.count > 4) || Self.pasts.contains(word)
      || Self.sharedPasts.contains(word)
  }

  /// Pasts that are never participles: *he had sold it and drove off*.
  func isPastOnly(_ token: Int) -> Bool { Self.pasts.contains(words.lower[token]) }

  private static let pasts: Set<String> = [
    "arose", "ate", "became", "began", "blew", "broke", "came", "chose", "drew", "drove", "fell",
    "flew", "forbade", "forgave", "forgot", "froze", "gave", "grew", "knew", "overcame",
    "overthrew",
    "ran", "rang", "rode", "rose", "sang", "sank", "saw", "shook", "shrank", "spoke", "sprang",
    "stole", "strode", "strove", "swam", "swore", "threw", "took", "tore", "undertook", "underwent",
    "went", "withdrew", "woke", "wore", "wrote",
  ]

  /// Pasts that are participles too.
  private static let sharedPasts: Set<String> = [
    "bought", "brought", "built", "burnt", "caught", "clung", "crept", "dealt", "dug", "fed",
    "fled",
    "flung", "found", "fought", "got", "heard", "held", "hit", "hung", "kept", "knelt", "laid",
    "led", "left", "lent", "lost", "made", "meant", "met", "paid", "rebuilt", "sat", "sent",
    "shone",
    "shot", "slept", "slid", "sold", "sought", "spent", "stood", "struck", "stuck", "swept",
    "swung",
    "taught", "thought", "told", "understood", "wept", "withheld", "won",
  ]

  /// Whether tokens can name who speaks: a pronoun, or a phrase that begins like a noun phrase, with
  /// no verb outside a relative clause.
  func mayBeSource(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, let last = tokens.last, tokens.count <= 25 else { return false }
    if tokens.count == 1, Self.pronouns.contains(words.lower[first]) { return true }
    guard !Self.pronouns.contains(words.lower[first]), !Self.openers.contains(words.lower[first]),
      !Self.closers.contains(words.lower[last]), !isTime(first),
      Self.determiners.contains(words.lower[first]) || words.isCapitalised(first)
        || isPerson(first) || tokens.prefix(4).contains(where: isPerson)
    else { return false }
    let relative = tokens.first { Self.relatives.contains(words.lower[$0]) } ?? tokens.upperBound
    return !(first..<relative).contains {
      isAuxiliary($0) || isPastOnly($0) || [":", ";"].contains(words.lower[$0])
        || Self.conjunctions.contains(words.lower[$0])
    } && !isQuoted(tokens)
  }

  /// The noun phrase that a relative pronoun stands for, right before it: *an old woman who keeps
  /// geese*; `nil` when no noun phrase does.
  func antecedent(of relative: Int) -> Range<Int>? {
    guard ["who", "which", "that"].contains(words.lower[relative]) else { return nil }
    let sentence = sentence(of: relative)
    var end = relative
    if end > sentence.lowerBound, [",", "—", "–", "-"].contains(words.lower[end - 1]) { end -= 1 }
    var start = end
    while start > sentence.lowerBound, end - start < 10, !endsPhrase(start - 1) { start -= 1 }
    let phrase = start..<end
    return !phrase.isEmpty && mayBeSource(phrase) ? phrase : nil
  }

  /// Where the name of a source stands: for a relative pronoun, in its antecedent.
  func named(_ source: [Span]) -> [Span] {
    let tokens = words.tokens(of: source)
    // "Rey, who, like other clerks, remembered"
    guard let first = tokens.first, tokens.count == 1 || words.lower[tokens[1]] == ",",
      let phrase = antecedent(of: first)
    else { return source }
    return [words.span(phrase)]
  }

  /// Whether a noun phrase cannot reach back over a token.
  private func endsPhrase(_ token: Int) -> Bool {
    let word = words.lower[token]
    return words.text.tokens[token].kind == .punctuation && word != "'" && word != "’"
      || isAuxiliary(token) || mayBePast(token) || word == "and" || word == "than"
      || lexicon.tags.contains(word) || (Self.openers.contains(word) && word != "of")
  }

  /// A noun for people, bodies or documents that speak.
  func isPerson(_ token: Int) -> Bool { lexicon.sourceNouns[words.lower[token]] != nil }

  /// A noun for people or bodies, that can do what a verb says.
  func mayAct(_ token: Int) -> Bool {
    lexicon.sourceNouns[words.lower[token]].map { $0 != .document } ?? false
  }

  func isPronoun(_ token: Int) -> Bool { Self.pronouns.contains(words.lower[token]) }

  private static let pronouns: Set<String> = ["he", "she", "they", "i", "we", "it"]
  static let relatives: Set<String> = ["who", "which", "that", "whose", "whom"]
  private static let conjunctions: Set<String> = ["because", "although", "though", "while", "but"]
  private static let closers: Set<String> = [
    "and", "or", "to", "not", "n't", "n’t", "never", "of", "the", "a", "who", "which", "that", "as",
  ]
  /// Words with which a phrase begins that is not who speaks.
  private static let openers: Set<String> = [
    "and", "but", "or", "nor", "yet", "so", "because", "although", "though", "while", "when", "if",
    "as", "since", "until", "unless", "after", "before", "who", "which", "whose", "whom", "that",
    "what", "where", "why", "how", "there", "here", "in", "on", "at", "by", "for", "from", "with",
    "to", "of", "not", "then", "now", "also", "however", "meanwhile", "like", "during", "despite",
    "amid", "about", "according", "including", "under", "over",
  ]
  private static let determiners: Set<String> = [
    "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "some",
    "many", "most", "several", "few", "both", "all", "one", "two", "three", "four", "five", "six",
    "another", "other", "others", "no", "each", "every",
  ]

  /// Whether tokens begin with a conjunction or preposition, and so need a clause after them.
  func isSubordinate(_ tokens: Range<Int>) -> Bool {
    tokens.first.map { Self.openers.contains(words.lower[$0]) && words.lower[$0] != "there" }
      ?? false
  }

  func isTime(_ token: Int) -> Bool { Self.times.contains(words.lower[token]) }

  private static let times: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "today", "yesterday", "tomorrow",
  ]

  /// What may stand after a verb of saying without being what was said: where, when, to whom.
  func isAdjunct(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    guard tokens.count <= 14, !isQuoted(tokens),
      Self.adjuncts.contains(words.lower[first]) || isTime(first)
    else { return false }
    let limit = tokens.first { ["because", "after", "before", "when"].contains(words.lower[$0]) }
    return !(first..<(limit ?? tokens.upperBound)).contains {
      ["that", "whether", "if", "what", "how", ":"].contains(words.lower[$0]) || isAuxiliary($0)
    } || words.lower[first] == "without" || words.lower[first] == "on"
  }

  private static let adjuncts: Set<String> = [
    "on", "in", "at", "to", "during", "without", "after", "before", "when", "last", "this", "late",
    "early", "earlier", "later", "afterwards", "afterward", "by", "via", "through", "from",
    "speaking", "yesterday", "today", "recently", "then", "again",
  ]
}
