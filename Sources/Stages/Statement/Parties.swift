import QuothSyntax

/// Who does something to whom, by grammar: subject and object, agent and sufferer of a passive, the
/// possessor and the object of a noun, and those that a verb of the outer clause lends.
struct Parties {
  let words: Words
  let syntax: Syntax
  let tree: ClauseTree
  /// Whether a token tells of a saying: who says something does not do what is said.
  let isFrame: [Bool]

  /// Head tokens of those who act.
  func actors(of token: Int) -> [Int] {
    guard let word = syntax.words[token] else { return [] }
    if word.part == .noun || word.part == .properNoun { return nominalActors(token) }
    if isPassive(token) {
      return coordinated(
        syntax.dependents(of: token, .obl).filter {
          syntax.words[$0]?.subtype == "agent" || hasCase($0, "by")
        })
    }
    return coordinated(subjects(of: token))
  }

  /// Head tokens of those it is done to or with.
  func recipients(of token: Int) -> [Int] {
    guard let word = syntax.words[token] else { return [] }
    if word.part == .noun || word.part == .properNoun {
      return coordinated(
        syntax.dependents(of: token, .nmod).filter {
          hasCase($0, "of", "on", "against", "to", "with", "for", "between", "into")
        })
    }
    if isPassive(token) { return coordinated(subjects(of: token)) }
    let objects = syntax.dependents(of: token, .obj, .iobj)
    let direct =
      objects.isEmpty && word.relation == .acl && word.subtype != "relcl" && word.tag == "VBN"
      ? [word.head].compactMap { $0 } : objects
    if !direct.isEmpty { return coordinated(direct) }
    return coordinated(
      syntax.dependents(of: token, .obl).filter {
        hasCase($0, "against", "with", "to", "on", "at", "into", "upon", "for")
          && syntax.words[$0]?.subtype != "tmod"
      })
  }

  /// The subject of a predicate, its own or one that it shares or borrows.
  private func subjects(of token: Int) -> [Int] {
    var token = token
    for _ in 0..<8 {
      let own = syntax.dependents(of: token, .nsubj, .csubj)
      if !own.isEmpty { return own.map(antecedent) }
      guard let word = syntax.words[token], let head = word.head else { return [] }
      switch word.relation {
      case .conj: token = head
      case .xcomp, .advcl, .ccomp:
        // *Asked the army to leave*: the army leaves.
        let objects = syntax.dependents(of: head, .obj, .iobj)
        if word.relation != .advcl, let object = objects.first, !isPassive(head) { return [object] }
        token = head
      case .acl:
        if word.subtype == "relcl" || word.tag == "VBG" || word.tag == "VBN" { return [head] }
        token = head
      default: return []
      }
    }
    return []
  }

  /// What a relative pronoun stands for.
  private func antecedent(_ token: Int) -> Int {
    guard ["who", "which", "that", "whom"].contains(words.lower[token]),
      let verb = syntax.words[token]?.head, let word = syntax.words[verb],
      word.relation == .acl, let noun = word.head
    else { return token }
    return noun
  }

  private func nominalActors(_ token: Int) -> [Int] {
    let beside = syntax.dependents(of: token, .nmod, .amod, .compound).filter { dependent in
      guard let word = syntax.words[dependent] else { return false }
      return word.subtype == "poss" || hasCase(dependent, "by", "between")
        || word.relation == .amod && words.isCapitalised(dependent)
        || word.relation == .compound && word.part == .properNoun
    }
    if !beside.isEmpty { return coordinated(beside) }
    // *Norland carried out an attack*: its actor is the verb's.
    guard let word = syntax.words[token], let verb = word.head,
      [.obj, .obl].contains(word.relation), !isFrame[verb],
      syntax.words[verb]?.part == .verb
    else { return [] }
    return actors(of: verb)
  }

  func isPassive(_ token: Int) -> Bool {
    syntax.dependents(of: token, .nsubj, .csubj, .aux).contains {
      syntax.words[$0]?.subtype == "pass"
    }
      || syntax.words[token]?.tag == "VBN"
        && syntax.words[token]?.relation == .acl && syntax.words[token]?.subtype != "relcl"
  }

  private func hasCase(_ token: Int, _ cases: String...) -> Bool {
    syntax.dependents(of: token, .case).contains { cases.contains(words.lower[$0]) }
  }

  private func coordinated(_ tokens: [Int]) -> [Int] {
    tokens.flatMap { token in [token] + syntax.dependents(of: token, .conj) }
  }
}
