import QuothReport
import QuothSyntax
import QuothText

/// How sure a holder is of a clause, by the words of the language: negation, modal verbs, adverbs,
/// conditions, questions and the verbs that embed it.
///
/// It climbs from a predicate through the clauses around it, as long as they are the same holder's.
/// Sources: Saurí and Pustejovsky 2009; Karttunen 2012; de Marneffe et al. 2012, doi 10.1162/COLI_a_00097.
struct ModalityReader {
  let words: Words
  let syntax: Syntax
  let tree: ClauseTree
  let lexicon: CertaintyLexicon

  /// How a predicate is put forward.
  ///
  /// - Parameters:
  ///   - isOurs: whether a token is the same holder's; climbing ends where it is not.
  ///   - isWithin: whether the holder is somebody else than the reporter.
  func modality(
    of token: Int, isOurs: (Int) -> Bool, isWithin: Bool
  ) -> Modality {
    var modality = own(token, isWithin: isWithin)
    var inner = token
    for _ in 0..<12 {
      guard let word = syntax.words[inner], let governor = word.head, isOurs(governor) else {
        break
      }
      switch word.relation {
      case .ccomp, .xcomp, .csubj, .acl:
        if word.relation == .acl, word.subtype == "relcl" || !isInfinitive(inner) && !isThat(inner)
        {
          return modality
        }
        let outer = own(governor, isWithin: isWithin)
        modality = embedded(modality, under: governor, outer)
      case .conj:
        share(from: governor, to: inner, &modality, isWithin: isWithin)
      case .advcl:
        modality = adverbial(modality, inner)
        return modality
      case .nmod, .obj, .obl, .nsubj, .compound, .amod:
        // A nominal event: *plans for a strike*.
        guard syntax.words[inner]?.part == .noun else { return modality }
        modality = nominal(modality, inner, under: governor, isWithin: isWithin)
        if syntax.words[governor]?.part != .noun { return modality }
      default:
        return modality
      }
      inner = governor
    }
    return modality
  }

  // MARK: The predicate's own words

  /// What stands beside a predicate: modal verbs, negation, adverbs, a condition, a question.
  func own(_ token: Int, isWithin: Bool) -> Modality {
    var modality = Modality.plain
    let isNegated = negation(of: token) != nil || hasNegativeArgument(token)
    for aux in syntax.dependents(of: token, .aux) {
      applyModal(aux, of: token, isNegated: isNegated, isWithin: isWithin, to: &modality)
    }
    if isNegated, !modality.certainty.isNegative { modality.certainty = modality.certainty.negated }
    applyAdverbs(of: token, to: &modality)
    if let mark = syntax.dependents(of: token, .mark).first,
      ["if", "unless", "whether"].contains(words.lower[mark])
    {
      modality.certainty = .uncommitted
      modality.timeClass = .hypothetical
    }
    if tree.conditions.consequences[token] != nil {
      modality.certainty = .uncommitted
      modality.timeClass = .hypothetical
    }
    if isQuestion(token) || isImperative(token) {
      modality.certainty = .uncommitted
      if isImperative(token) { modality.timeClass = .normative }
    }
    return modality
  }

  private func applyModal(
    _ aux: Int, of token: Int, isNegated: Bool, isWithin: Bool, to modality: inout Modality
  ) {
    let isPerfect = syntax.dependents(of: token, .aux).contains { words.lower[$0] == "have" }
    switch words.lower[aux] {
    case "may", "might":
      modality.certainty = modality.certainty.atMost(.possible)
      modality.hedges.append(aux)
      modality.timeClass = modality.timeClass ?? (isPerfect ? nil : .planned)
    case "could":
      if isNegated { return }
      modality.certainty = modality.certainty.atMost(.possible)
      modality.hedges.append(aux)
      modality.timeClass = isPerfect ? nil : .hypothetical
    case "can", "ca":
      if isNegated { return }
      modality.certainty = modality.certainty.atMost(.possible)
      modality.timeClass = .ongoing
    case "must" where isPerfect:
      modality.certainty = modality.certainty.atMost(.probable)
      modality.hedges.append(aux)
    case "should" where isForecast(token):
      modality.certainty = modality.certainty.atMost(.probable)
      modality.timeClass = .planned
      modality.hedges.append(aux)
    case "must", "should", "ought":
      modality.certainty = .uncommitted
      modality.timeClass = .normative
    case "will", "'ll", "wo", "’ll", "shall":
      modality.timeClass = .planned
    case "would", "'d", "’d":
      applyWould(of: token, isPerfect: isPerfect, isWithin: isWithin, to: &modality)
    default: break
    }
  }

  /// *It should arrive by noon*: a time to come beside a verb that nobody does to anything.
  private func isForecast(_ token: Int) -> Bool {
    guard
      syntax.dependents(of: token, .obj, .aux).allSatisfy({
        syntax.words[$0]?.relation == .aux && syntax.words[$0]?.subtype != "pass"
      })
    else { return false }
    return syntax.dependents(of: token, .obl).contains { time in
      syntax.dependents(of: time, .case).contains {
        ["by", "before", "within", "in", "until"].contains(words.lower[$0])
      } && (syntax.words[time]?.subtype == "tmod" || syntax.words[time]?.part != .properNoun)
    }
  }

  /// *Would* is a condition's consequence, the future seen from the past, or a habit.
  private func applyWould(
    of token: Int, isPerfect: Bool, isWithin: Bool, to modality: inout Modality
  ) {
    if isPerfect {
      modality.certainty = .uncommitted
      modality.timeClass = .hypothetical
    } else if hasCondition(token)
      || ["like", "love", "prefer"].contains(syntax.words[token]?.lemma)
    {
      modality.certainty = modality.certainty.atMost(.probable)
      modality.timeClass = .hypothetical
    } else {
      modality.timeClass = isWithin ? .planned : .pastFact
    }
  }

  /// Whether a condition stands under a predicate: *if …*, *without help*, *otherwise*.
  private func hasCondition(_ token: Int) -> Bool {
    if !tree.conditions.conditions(of: token).isEmpty { return true }
    for dependent in syntax.dependents[token] {
      guard let word = syntax.words[dependent] else { continue }
      switch word.relation {
      case .obl:
        if syntax.dependents(of: dependent, .case).contains(where: {
          ["without", "given"].contains(words.lower[$0])
        }) {
          return true
        }
      case .advmod:
        if ["otherwise", "then"].contains(words.lower[dependent]) { return true }
      default: break
      }
    }
    return false
  }

  private func applyAdverbs(of token: Int, to modality: inout Modality) {
    var strengthened: Int?
    let near =
      syntax.dependents(of: token, .advmod, .discourse)
      + syntax.dependents(of: token, .aux).flatMap { syntax.dependents(of: $0, .advmod) }
    for adverb in near {
      let before = syntax.dependents(of: adverb, .advmod).map { words.lower[$0] }
      let whole = (before + [words.lower[adverb]]).joined(separator: "-")
      guard let grade = lexicon.grades[whole] ?? lexicon.grades[words.lower[adverb]] else {
        continue
      }
      let tokens = syntax.dependents(of: adverb, .advmod) + [adverb]
      switch grade {
      case .possible:
        modality.certainty = modality.certainty.atMost(.possible)
        modality.hedges += tokens
      case .probable:
        modality.certainty = modality.certainty.atMost(.probable)
        modality.hedges += tokens
      case .doubt:
        modality.certainty = Certainty(.probable, isNegative: true)
        modality.hedges += tokens
      case .hearsay:
        modality.isHearsay = true
        modality.hedges += tokens
      case .certain:
        strengthened = adverb
      case .negative: break
      }
    }
    if let strengthened, modality.certainty.degree == .possible {
      modality.certainty = Certainty(.probable, isNegative: modality.certainty.isNegative)
      modality.hedges.append(strengthened)
    }
    modality.hedges.sort()
  }

  /// The word that negates a predicate.
  func negation(of token: Int) -> Int? {
    let beside =
      syntax.dependents(of: token, .advmod, .cc, .det)
      + syntax.dependents(of: token, .aux, .cop).flatMap { syntax.dependents(of: $0, .advmod) }
    if let found = beside.first(where: {
      lexicon.grades[words.lower[$0]] == .negative && !isAddition($0)
    }) {
      return found
    }
    let longer = beside.first { adverb in
      words.lower[adverb] == "longer"
        && syntax.dependents(of: adverb, .advmod, .det).contains { words.lower[$0] == "no" }
    }
    return longer
  }

  /// *Not only*, *not just*: more is to come, and nothing is denied.
  private func isAddition(_ negation: Int) -> Bool {
    negation + 1 < words.lower.count
      && ["only", "just", "merely", "simply", "solely"].contains(words.lower[negation + 1])
  }

  /// *No state should …*, *Nobody came*, *saw nothing*.
  private func hasNegativeArgument(_ token: Int) -> Bool {
    syntax.dependents(of: token, .nsubj, .obj).contains { argument in
      ["nobody", "nothing", "none", "neither"].contains(words.lower[argument])
        || syntax.dependents(of: argument, .det).contains {
          ["no", "neither"].contains(words.lower[$0])
        }
        || words.lower[argument] == "one"
          && syntax.dependents(of: argument, .det).contains { words.lower[$0] == "no" }
    }
  }

  private func isQuestion(_ token: Int) -> Bool {
    guard syntax.words[token]?.head == nil else { return false }
    let index = words.text.sentences.partitionPoint { $0.tokens.upperBound > token }
    guard index < words.text.sentences.count else { return false }
    return words.text.sentences[index].tokens.reversed().prefix(3).contains {
      words.lower[$0] == "?"
    }
  }

  /// A bare verb that begins its sentence, without a subject: *Let them through.*
  private func isImperative(_ token: Int) -> Bool {
    guard let word = syntax.words[token], word.head == nil, word.tag == "VB",
      syntax.dependents(of: token, .nsubj, .csubj, .expl, .aux).isEmpty
    else { return false }
    return true
  }

  // MARK: What embeds it

  private func embedded(_ inner: Modality, under governor: Int, _ outer: Modality) -> Modality {
    var result = inner
    result.hedges = outer.hedges + inner.hedges
    result.isHearsay = outer.isHearsay || inner.isHearsay
    let effect = self.effect(of: governor)
    switch effect {
    case .fact:
      // *It is not clear whether*: not known after all.
      if outer.certainty.isNegative, syntax.words[governor]?.part == .adjective {
        result.certainty = .uncommitted
      }
      result.isPresupposed = true
    case .same, nil:
      result.certainty = combined(outer.certainty, inner.certainty)
      result.timeClass = inner.timeClass ?? outer.timeClass
    case .not:
      result.certainty = combined(outer.certainty, inner.certainty).negated
      result.timeClass = inner.timeClass ?? outer.timeClass
    case .deny:
      result.certainty = outer.certainty.isNegative ? .uncommitted : inner.certainty.negated
    case .doubt:
      let doubted = Certainty(.probable, isNegative: !outer.certainty.isNegative)
      result.certainty = inner.certainty.isNegative ? doubted.negated : doubted
      result.hedges.append(governor)
    case .exclude:
      result.certainty =
        outer.certainty.isNegative ? Certainty(.possible) : Certainty(.certain, isNegative: true)
      result.hedges += outer.certainty.isNegative ? [governor] : []
    case .probable:
      result.certainty = graded(.probable, inner, outer)
      result.hedges.append(governor)
    case .possible:
      result.certainty = graded(.possible, inner, outer)
      result.hedges.append(governor)
    case .planned:
      result.certainty = combined(outer.certainty, inner.certainty)
      result.timeClass = .planned
    case .open:
      result.certainty = .uncommitted
      result.timeClass = result.timeClass ?? .planned
    }
    result.hedges = Array(Set(result.hedges)).sorted()
    return result
  }

  /// The effect of a word on what it embeds; *going to* plans.
  func effect(of token: Int) -> CertaintyLexicon.Effect? {
    guard let word = syntax.words[token] else { return nil }
    let lemma = word.lemma.lowercased()
    if lemma == "go", word.tag == "VBG" { return .planned }
    return lexicon.effect(
      of: words.lower[token], lemma: lemma,
      before: token + 1 < words.lower.count ? words.lower[token + 1] : nil)
  }

  private func graded(
    _ degree: Certainty.Degree, _ inner: Modality, _ outer: Modality
  ) -> Certainty {
    let graded = inner.certainty.atMost(min(degree, outer.certainty.degree))
    // *Does not think that* denies what is thought.
    return outer.certainty.isNegative ? graded.negated : graded
  }

  private func combined(_ outer: Certainty, _ inner: Certainty) -> Certainty {
    let both = inner.atMost(outer.degree)
    return outer.isNegative ? both.negated : both
  }

  /// What a coordinated verb shares with the first: the modal verb, where it has no subject of its own.
  private func share(
    from first: Int, to second: Int, _ modality: inout Modality, isWithin: Bool
  ) {
    guard !tree.hasSubject(second), syntax.dependents(of: second, .aux).isEmpty else { return }
    let other = own(first, isWithin: isWithin)
    guard !syntax.dependents(of: first, .aux).isEmpty, !other.certainty.isNegative else { return }
    modality.certainty = combined(other.certainty, modality.certainty)
    modality.timeClass = modality.timeClass ?? other.timeClass
    modality.hedges = other.hedges + modality.hedges
  }

  private func adverbial(_ modality: Modality, _ token: Int) -> Modality {
    var modality = modality
    let marks = syntax.dependents(of: token, .mark).map { words.lower[$0] }
    if marks.contains("without") {
      modality.certainty = modality.certainty.negated
    } else if isInfinitive(token) {
      modality.certainty = .uncommitted
      modality.timeClass = .planned
    } else if marks.contains(where: {
      ["as", "since", "because", "after", "when", "while"].contains($0)
    }) {
      modality.isPresupposed = marks != ["because"]
    }
    return modality
  }

  private func nominal(
    _ inner: Modality, _ token: Int, under governor: Int, isWithin: Bool
  ) -> Modality {
    let effect = self.effect(of: governor)
    guard effect != nil, effect != .same || syntax.words[governor]?.part == .verb else {
      return inner
    }
    return embedded(inner, under: governor, own(governor, isWithin: isWithin))
  }

  func isInfinitive(_ token: Int) -> Bool {
    syntax.words[token]?.tag == "VB"
      && syntax.dependents(of: token, .mark).contains { words.lower[$0] == "to" }
  }

  private func isThat(_ token: Int) -> Bool {
    syntax.dependents(of: token, .mark).contains { words.lower[$0] == "that" }
  }
}
