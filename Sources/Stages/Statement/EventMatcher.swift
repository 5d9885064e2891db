import QuothSyntax
import QuothText

/// Finds the row of the lexicon of events that fits a word and what stands beside it.
struct EventMatcher {
  let words: Words
  let syntax: Syntax
  let tree: ClauseTree
  let lexicon: EventLexicon
  /// For each token the base forms it may have.
  let bases: [[String]]

  init(words: Words, syntax: Syntax, tree: ClauseTree, lexicon: EventLexicon) {
    self.words = words
    self.syntax = syntax
    self.tree = tree
    self.lexicon = lexicon
    bases = words.lower.indices.map { token in
      lexicon.forms.bases(of: words.lower[token])
        + [syntax.words[token]?.lemma.lowercased()].compactMap { $0 }
    }
  }

  private func rows(_ token: Int, in rows: [String: [EventLexicon.Row]]) -> [EventLexicon.Row]? {
    bases[token].lazy.compactMap { rows[$0] }.first
  }

  func isLightVerb(_ token: Int) -> Bool {
    bases[token].contains(where: lexicon.lightVerbs.contains)
  }

  /// The row of a verb or adjective.
  ///
  /// - Parameter isPolitical: whether one of its parties acts in politics.
  func verb(_ token: Int, isPolitical: Bool) -> EventLexicon.Row? {
    guard let rows = rows(token, in: lexicon.verbs) else { return nil }
    return fitting(
      rows, of: token, objects(of: token), beside: adjuncts(of: token), isPolitical: isPolitical)
  }

  /// The row of a noun that names what happens.
  func noun(_ token: Int, isPolitical: Bool) -> EventLexicon.Row? {
    guard let rows = rows(token, in: lexicon.nouns) else { return nil }
    return fitting(
      rows, of: token, syntax.dependents(of: token, .compound, .amod, .nmod, .acl), beside: [],
      isPolitical: isPolitical)
  }

  /// Rows are tried with the head words of objects, then of what stands beside them, then those that ask
  /// for no complement, and last with all words of the phrases.
  private func fitting(
    _ rows: [EventLexicon.Row], of token: Int, _ objects: [Int], beside: [Int], isPolitical: Bool
  ) -> EventLexicon.Row? {
    let possible = rows.filter { row in
      (row.particle.map { hasParticle($0, token) } ?? true) && (isPolitical || !row.isOfParties)
    }
    func row(with tokens: [Int]) -> EventLexicon.Row? {
      let lemmas = Set(tokens.flatMap { bases[$0] })
      return possible.first { !$0.complements.isDisjoint(with: lemmas) }
    }
    return row(with: objects.flatMap(heads)) ?? row(with: beside.flatMap(heads))
      ?? possible.first { $0.complements.isEmpty }
      ?? row(with: (objects + beside).flatMap(tree.phrase))
  }

  /// The head word of a phrase and those that stand before or beside it: *food supplies*.
  private func heads(_ token: Int) -> [Int] {
    [token] + syntax.dependents(of: token, .compound, .amod, .conj)
  }

  /// Objects, the subject where there is none, and the noun that a participle describes.
  private func objects(of token: Int) -> [Int] {
    let objects = syntax.dependents(of: token, .obj, .iobj)
    return objects
      + syntax.dependents(of: token, .nsubj).filter {
        objects.isEmpty || syntax.words[$0]?.subtype == "pass"
      } + describedNoun(token)
  }

  /// What prepositions add, and clauses that depend on it.
  private func adjuncts(of token: Int) -> [Int] {
    syntax.dependents(of: token, .obl, .xcomp, .ccomp, .advcl)
  }

  /// *The sanctions imposed on Norland*: the noun that a participle describes.
  private func describedNoun(_ token: Int) -> [Int] {
    guard let word = syntax.words[token], word.relation == .acl, word.tag == "VBN" else {
      return []
    }
    return [word.head].compactMap { $0 }
  }

  /// *Called for*, *stepped down*: beside the word itself or before what it governs.
  private func hasParticle(_ particle: String, _ token: Int) -> Bool {
    let dependents = syntax.dependents[token]
    let near = dependents.filter { words.lower[$0] == particle }
    if near.contains(where: { [.compound, .advmod, .case, .obl].contains(syntax.words[$0]?.relation) })
    {
      return true
    }
    return dependents.contains {
      syntax.dependents(of: $0, .case, .mark).contains { words.lower[$0] == particle }
    }
  }
}
