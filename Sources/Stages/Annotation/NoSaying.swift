import QuothReport
import QuothSyntax
import QuothText

/// Words that look like a saying and are none.
///
/// - A hypothetical saying: *if a parent were to complain that he whistled too late*.
/// - A denied one, where the report says what was not said: *he had not said that the part was too
///   high*; but *did not say whether* is a refusal and stays.
/// - Set phrases: *said goodbye*, *said grace*.
/// - What is withheld, not denied: *denied him a path*, *was denied bail*.
/// - Somebody called after what he stands for: *the harbour's loudest advocate for higher fees*.
/// - An answer that is done, not said: *countered with a breakfast in Kell*.
/// - Telling things apart: *told forged deeds from true ones*.
/// - A nickname: *known along the coast as "Aunt Olga"*.
/// - Nobody's: *nobody in the town has disputed the figure*.
/// - Nothing said but words like "the" and "of".
/// - Nothing but a form of "be" or "have" before words that are not quoted, and nothing said but
///   "what": *What is known*.
/// - A hearer taken for what was said: *she had been told*.
/// - What a source asked for itself: *asked not to be named*, *asked for anonymity*, *spoke on condition that*.
struct NoSaying {
  let clauses: Clauses
  let syntax: Syntax
  private var words: Words { clauses.words }

  func holds(_ draft: Draft) -> Bool {
    let cue = words.tokens(of: draft.cue)
    let content = words.tokens(of: draft.content)
    guard let first = content.first else { return false }
    if isNobody(draft.source) || isEmpty(cue, content, draft) || isOwnCondition(cue, content)
      || isHearer(cue, content)
    {
      return true
    }
    guard let verb = cue.last(where: isVerb) else { return false }
    if isWithheld(verb, content) || isBearer(verb) { return true }
    return isHypothetical(cue) || isDenied(cue, verb, first, draft)
      || (Self.said.contains(words.lower[verb]) && Self.partings.contains(words.lower[first])
        && cue.count < 3)
      || isAnsweredWith(verb, cue, content)
      || (cue.count == 1 && tellsApart(verb, content)) || isNickname(cue, content, draft)
  }

  private func isNobody(_ source: [Span]) -> Bool {
    guard let first = words.tokens(of: source).first else { return false }
    return ["nobody", "none"].contains(words.lower[first])
      || words.spells(["no", "one"], from: first)
  }

  private func isEmpty(_ cue: [Int], _ content: [Int], _ draft: Draft) -> Bool {
    if content.allSatisfy({ Self.particles.contains(words.lower[$0]) }) { return true }
    if draft.source.isEmpty, content.count == 1 {
      return ["what", "who", "how", "why"].contains(words.lower[content[0]])
    }
    return !cue.isEmpty && cue.allSatisfy { Self.beings.contains(words.lower[$0]) }
      && !clauses.isQuoted(content[0]..<content[0] + 1)
  }

  private static let particles: Set<String> = [
    "the", "a", "an", "of", "to", "and", "or", "but", "in", "on", "at", "for", "with", "by", "as",
    "from", "about",
  ]
  private static let beings: Set<String> = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had",
  ]

  private func isHearer(_ cue: [Int], _ content: [Int]) -> Bool {
    content.count == 1 && clauses.isPronoun(content[0]) && content[0] + 1 == cue.first
      && cue.contains { ["was", "were", "been"].contains(words.lower[$0]) }
      && cue.contains {
        ["told", "informed", "warned", "advised", "assured", "promised"].contains(words.lower[$0])
      }
  }

  private func isOwnCondition(_ cue: [Int], _ content: [Int]) -> Bool {
    cue.contains { words.spells(["on", "condition"], from: $0) }
      || content.prefix(3).contains { words.lower[$0] == "anonymity" }
      || ["named", "identified", "quoted"].contains {
        words.spells(["not", "to", "be", $0], from: content[0])
      }
  }

  private func isVerb(_ token: Int) -> Bool { clauses.lexicon.verbs[words.lower[token]] != nil }

  /// "deny" with somebody whom something is kept from.
  private func isWithheld(_ verb: Int, _ content: [Int]) -> Bool {
    guard syntax.words[verb]?.lemma.lowercased() == "deny" else { return false }
    if !syntax.dependents(of: verb, .iobj).isEmpty { return true }
    // "Deny their fields to weeds"
    let isKept = syntax.dependents(of: verb, .obl).contains { kept in
      syntax.dependents(of: kept, .case).contains { words.lower[$0] == "to" }
    }
    if isKept, syntax.dependents(of: verb, .ccomp, .xcomp).isEmpty { return true }
    let isPassive = syntax.dependents(of: verb, .nsubj).contains {
      syntax.words[$0]?.subtype == "pass"
    }
    return isPassive && syntax.dependents(of: verb, .obj).contains { $0 > verb }
      || content.count > 1 && content[0] == verb + 1
        && ["him", "me", "us", "them"].contains(words.lower[content[0]])
  }

  private func isBearer(_ token: Int) -> Bool {
    guard let word = syntax.words[token], word.part == .noun else { return false }
    return [
      "advocate", "critic", "supporter", "opponent", "proponent", "backer", "champion", "foe",
    ]
    .contains(word.lemma.lowercased())
  }

  private static let said: Set<String> = ["say", "says", "said", "saying"]
  private static let partings: Set<String> = [
    "goodbye", "goodbyes", "farewell", "grace", "mass", "prayers", "hello",
  ]

  private func isAnsweredWith(_ verb: Int, _ cue: [Int], _ content: [Int]) -> Bool {
    guard cue.last.map({ words.lower[$0] }) == "with", cue.count > 1,
      Self.answering.contains(words.lower[verb]), let first = content.first,
      let last = content.last,
      !clauses.isQuoted(first..<last + 1)
    else { return false }
    return !content.contains { clauses.lexicon.nouns[words.lower[$0]] != nil }
  }

  private static let answering: Set<String> = [
    "counter", "counters", "countered", "respond", "responds", "responded", "reply", "replies",
    "replied", "answer", "answers", "answered", "retaliate", "retaliates", "retaliated",
  ]

  /// "were to" after "if", or an "if" that the condition's verb follows at once: *should anyone say*.
  private func isHypothetical(_ cue: [Int]) -> Bool {
    guard let first = cue.first else { return false }
    let before = clauses.sentence(of: first).lowerBound..<cue[cue.count - 1]
    guard let condition = before.last(where: { words.lower[$0] == "if" }) else { return false }
    return before.contains { $0 > condition && words.spells(["were", "to"], from: $0) }
      && !(condition..<first).contains { words.lower[$0] == "," }
  }

  private func isDenied(_ cue: [Int], _ verb: Int, _ content: Int, _ draft: Draft) -> Bool {
    guard Self.asserting.contains(words.lower[verb]),
      let not = cue.first(where: { ["not", "n't", "n’t", "never"].contains(words.lower[$0]) }),
      not < verb, content > verb
    else { return false }
    let between = Array(words.lower[verb + 1..<content])
    return between == ["that"]
  }

  private static let asserting: Set<String> = [
    "say", "said", "claim", "claimed", "suggest", "suggested", "state", "stated", "argue", "argued",
    "allege", "alleged",
  ]

  /// "tell" without a hearer and with "from": two things are told apart.
  private func tellsApart(_ verb: Int, _ content: [Int]) -> Bool {
    guard ["tell", "tells", "told", "telling"].contains(words.lower[verb]),
      content.first == verb + 1, let last = content.last,
      let from = content.first(where: { words.lower[$0] == "from" }), from - verb <= 5
    else { return false }
    let things = verb + 1..<from
    return last > from && !(verb + 1..<min(from + 4, last + 1)).contains(where: clauses.isAuxiliary)
      && !things.contains {
        words.isCapitalised($0) || clauses.isPerson($0) || Self.told.contains(words.lower[$0])
      }
  }

  /// What is told rather than told apart.
  private static let told: Set<String> = [
    "story", "stories", "tale", "tales", "joke", "jokes", "lie", "lies", "truth", "of", "about",
    "the", "that",
  ]

  private func isNickname(_ cue: [Int], _ content: [Int], _ draft: Draft) -> Bool {
    guard draft.source.isEmpty, (2...7).contains(content.count),
      let first = content.first, let last = content.last, clauses.isQuoted(first..<first + 1),
      last - first + 1 == content.count
    else { return false }
    return cue.contains { ["known", "nicknamed", "dubbed"].contains(words.lower[$0]) }
      && words.isCapitalised(first + 1)
  }
}
