import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// The noun phrases and pronouns of a report that may speak of somebody or something.
///
/// Names are not among them, nor nouns that say what somebody is (*she is a nurse*), nor pronouns that speak of
/// nobody.
struct PhraseReader {
  private let words: Words
  private let syntax: Syntax
  private let lexicon: Lexicon
  let actors: ActorLexicon
  private let empty: EmptyPronouns

  init(words: Words, syntax: Syntax, lexicon: Lexicon, actors: ActorLexicon) {
    self.words = words
    self.syntax = syntax
    self.lexicon = lexicon
    self.actors = actors
    empty = EmptyPronouns(words: words, syntax: syntax)
  }

  /// - Parameter isNamed: for each token whether it stands in a name that is no adjective.
  /// - Complexity: O(n · d) in tokens and the depth of trees.
  func phrases(isNamed: [Bool]) -> [Phrase] {
    var found: [Phrase] = []
    for (number, sentence) in words.text.sentences.enumerated() where sentence.role != .credit {
      for token in sentence.tokens where !isNamed[token] {
        if let phrase = phrase(token, sentence: number) { found.append(phrase) }
      }
    }
    return found
  }

  private func phrase(_ head: Int, sentence: Int) -> Phrase? {
    guard let word = syntax.words[head], !empty.contains(head) else { return nil }
    let form: Phrase.Form
    switch word.part {
    case .noun, .properNoun:
      guard !Self.parts.contains(word.relation), !isPredicate(head) else { return nil }
      form = isDefinite(head) ? .definite : .indefinite
    case .pronoun, .determiner:
      guard let pronoun = pronoun(head) else { return nil }
      form = .pronoun(pronoun)
    case .number where word.relation != .nummod && isPair(head):
      form = .definite
    default:
      return nil
    }
    let lower = words.lower[head]
    let noun = word.part == .properNoun ? lower : noun(head, word)
    var phrase = Phrase(
      head: head, tokens: extent(of: head, sentence: sentence), form: form, type: nil,
      isPlural: isPlural(head, word), gender: nil, noun: noun, modifiers: [], owner: nil,
      isSubject: [.nsubj, .csubj].contains(word.relation), governor: word.head, sentence: sentence)
    if let pronoun = phrase.pronoun {
      (phrase.type, phrase.gender, phrase.isPlural) = Self.shown(by: pronoun)
    } else {
      let counted = counted(head, noun)
      phrase.type =
        counted.map { type(of: self.noun($0.head, $0.word), words.lower[$0.head], isPlural: true) }
        ?? type(of: noun, lower, isPlural: phrase.isPlural)
        ?? demonym(head).map { phrase.isPlural ? .group : $0 }
      if counted != nil { phrase.isPlural = true }
      phrase.gender = [lower, noun].lazy.compactMap(actors.roles.gender).first
      phrase.modifiers = modifiers(of: head)
      phrase.owner = owner(of: head)
    }
    return phrase
  }

  /// Words that are part of the phrase of another.
  private static let parts: Set<Relation> = [
    .compound, .flat, .fixed, .goeswith, .amod, .nummod, .det, .discourse,
  ]

  private func isPredicate(_ token: Int) -> Bool {
    // "It was the priest who noticed"
    if syntax.dependents(of: token, .nsubj, .expl).contains(where: empty.contains) { return false }
    return !syntax.dependents(of: token, .cop).isEmpty || syntax.words[token]?.relation == .xcomp
  }

  /// The noun as the lexicon has it, where the lemma is none of its words.
  private func noun(_ token: Int, _ word: Word) -> String {
    let lemma = word.lemma.lowercased()
    guard actors.nouns.kind(of: lemma) == nil, word.tag == "NNS" else { return lemma }
    let lower = words.lower[token]
    let singulars = [
      lower.hasSuffix("ies") ? String(lower.dropLast(3)) + "y" : nil,
      lower.hasSuffix("men") ? String(lower.dropLast(2)) + "an" : nil,
      lower.hasSuffix("es") ? String(lower.dropLast(2)) : nil,
      lower.hasSuffix("s") ? String(lower.dropLast()) : nil,
    ]
    return singulars.compactMap(\.self).first { actors.nouns.kind(of: $0) != nil } ?? lemma
  }

  /// What a noun of number counts: *skates* of *a pair of skates*.
  private func counted(_ head: Int, _ noun: String) -> (head: Int, word: Word)? {
    guard Self.numbers.contains(noun) else { return nil }
    let behind = syntax.dependents(of: head, .nmod).first {
      $0 > head && syntax.words[$0]?.tag == "NNS"
    }
    return behind.flatMap { token in syntax.words[token].map { (token, $0) } }
  }

  private static let numbers: Set<String> = [
    "pair", "couple", "number", "majority", "minority", "lot", "handful", "dozen", "score",
    "hundred", "thousand", "series", "range", "rest", "half", "third", "quarter", "most",
  ]

  // MARK: Words of a phrase

  /// The run of tokens around a head that depend on it, without what only follows or explains it.
  private func extent(of head: Int, sentence: Int) -> Range<Int> {
    var own: Set<Int> = [head]
    var open = [head]
    while let token = open.popLast() {
      for next in syntax.dependents[token] {
        guard let word = syntax.words[next] else { continue }
        if Self.apart.contains(word.relation) { continue }
        if token == head, word.relation == .case || word.relation == .cc || word.relation == .punct
        {
          continue
        }
        own.insert(next)
        open.append(next)
      }
    }
    let tokens = words.text.sentences[sentence].tokens
    var (low, high) = (head, head)
    while low - 1 >= tokens.lowerBound, own.contains(low - 1) || isHyphen(low - 1, own) { low -= 1 }
    while high + 1 < tokens.upperBound, own.contains(high + 1) || isHyphen(high + 1, own) {
      high += 1
    }
    return low..<high + 1
  }

  private func isHyphen(_ token: Int, _ own: Set<Int>) -> Bool {
    ["-", "‐", "‑"].contains(words.lower[token]) && own.contains(token - 1)
      && own.contains(token + 1)
  }

  private static let apart: Set<Relation> = [
    .appos, .acl, .conj, .parataxis, .advcl, .ccomp, .dep, .dislocated, .vocative, .mark, .cop,
    .nsubj, .advmod, .discourse, .orphan, .list, .obl, .aux, .expl,
  ]

  private func isDefinite(_ head: Int) -> Bool {
    syntax.dependents[head].contains { token in
      guard let word = syntax.words[token], token < head else { return false }
      switch word.relation {
      case .det: return Self.definite.contains(words.lower[token])
      case .nmod: return word.subtype == "poss"
      default: return word.part == .pronoun && word.tag == "PRP$"
      }
    }
  }

  private static let definite: Set<String> = ["the", "this", "that", "these", "those", "both"]

  /// *Both*, *the two*, standing alone.
  private func isPair(_ token: Int) -> Bool {
    words.lower[token] == "two" && token > 0 && words.lower[token - 1] == "the"
  }

  private func modifiers(of head: Int) -> Set<String> {
    Set(
      syntax.dependents(of: head, .amod, .compound, .nmod, .nummod).filter {
        $0 < head && syntax.words[$0]?.subtype != "poss"
          && words.text.tokens[$0].kind != .punctuation
      }.map { words.lower[$0] })
  }

  private func owner(of head: Int) -> Int? {
    let possessor = syntax.dependents(of: head, .nmod, .det).first {
      syntax.words[$0]?.subtype == "poss" || syntax.words[$0]?.tag == "PRP$"
    }
    if let possessor { return possessor }
    let behind = syntax.dependents(of: head, .nmod).first { token in
      token > head
        && syntax.dependents(of: token, .case).contains {
          ["of", "for", "at", "with", "in"].contains(words.lower[$0])
        }
    }
    if let behind { return behind }
    // "Norland army", "Spanish negotiators"
    return syntax.dependents(of: head, .amod, .compound, .nmod).first {
      $0 < head && words.isCapitalised($0)
    }
  }

  private func isPlural(_ token: Int, _ word: Word) -> Bool {
    if ["NNS", "NNPS"].contains(word.tag) || word.features.contains("Number=Plur") { return true }
    return words.lower[token] == "two"
      || syntax.dependents(of: token, .conj).isEmpty == false
        && word.part == .pronoun
  }

  // MARK: What is meant

  private func type(of noun: String, _ written: String, isPlural: Bool) -> Entity.Kind? {
    let kind = actors.nouns.kind(of: noun) ?? actors.nouns.kind(of: written) ?? role(noun, written)
    guard isPlural, let kind else { return kind }
    return [.person, .organisation, .state].contains(kind) ? .group : kind
  }

  /// *A Dane*, *Spaniards*
  private func demonym(_ token: Int) -> Entity.Kind? {
    let isOne =
      words.isCapitalised(token)
      && actors.senses(of: words.passage.words(words.text.tokens[token].span)).contains {
        $0.form == .demonym
      }
    return isOne ? .person : nil
  }

  /// What the words of roles and of sources say.
  private func role(_ noun: String, _ written: String) -> Entity.Kind? {
    for word in [noun, written] {
      if actors.roles.contains(word, .role) || actors.roles.contains(word, .office) {
        return .person
      }
      switch lexicon.sourceNouns[word] {
      case .unnamedPerson: return .person
      case .unnamedCollective: return .group
      case .organisation: return .organisation
      case .media, .document, nil: break
      }
    }
    return actors.roles.gender(noun) == nil ? nil : .person
  }

  private func pronoun(_ token: Int) -> Phrase.Pronoun? {
    let lower = words.lower[token]
    if let pronoun = Self.pronouns[lower] { return pronoun }
    if lower == "other" || lower == "another" {
      let before = token > 0 ? words.lower[token - 1] : ""
      return before == "each" || before == "one" ? .mutual : nil
    }
    return lower == "each" && token + 1 < words.lower.count && words.lower[token + 1] == "other"
      && syntax.words[token]?.relation != .det && syntax.words[token + 1]?.head == token
      ? .mutual : nil
  }

  private static let pronouns: [String: Phrase.Pronoun] = {
    let forms: [(Phrase.Pronoun, String)] = [
      (.speaker, "i me my mine myself"), (.speakers, "we us our ours ourselves"),
      (.he, "he him his himself"), (.she, "she her hers herself"), (.it, "it its itself"),
      (.they, "they them their theirs themselves"),
    ]
    var found: [String: Phrase.Pronoun] = [:]
    for (pronoun, words) in forms {
      for word in words.split(separator: " ") { found[String(word)] = pronoun }
    }
    return found
  }()

  private static func shown(
    by pronoun: Phrase.Pronoun
  ) -> (type: Entity.Kind?, gender: Entity.Gender?, isPlural: Bool) {
    switch pronoun {
    case .speaker: (.person, nil, false)
    case .he: (.person, .male, false)
    case .she: (.person, .female, false)
    case .it: (nil, nil, false)
    case .speakers, .they, .mutual: (nil, nil, true)
    }
  }
}
