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
    let complements = complements(of: token)
    return fitting(rows, of: token, complements, isPolitical: isPolitical)
  }

  /// The row of a noun that names what happens.
  func noun(_ token: Int, isPolitical: Bool) -> EventLexicon.Row? {
    guard let rows = rows(token, in: lexicon.nouns) else { return nil }
    let beside = syntax.dependents(of: token, .compound, .amod, .nmod, .acl)
    return fitting(rows, of: token, beside, isPolitical: isPolitical)
  }

  /// Rows are tried with the head words of the complements first, then with all words of their phrases.
  private func fitting(
    _ rows: [EventLexicon.Row], of token: Int, _ complements: [Int], isPolitical: Bool
  ) -> EventLexicon.Row? {
    let heads = complements.flatMap { [$0] + syntax.dependents(of: $0, .compound, .amod, .conj) }
    let phrases = complements.flatMap(tree.phrase)
    let possible = rows.filter { row in
      (row.particle.map { hasParticle($0, token) } ?? true) && (isPolitical || !row.isOfParties)
    }
    for tokens in [heads, phrases] {
      let lemmas = Set(tokens.flatMap { bases[$0] })
      if let row = possible.first(where: { !$0.complements.isDisjoint(with: lemmas) }) {
        return row
      }
    }
    return possible.first { $0.complements.isEmpty }
  }

  /// Objects, the subject where there is none, what prepositions add, and clauses that depend on it.
  private func complements(of token: Int) -> [Int] {
    let isTransitive = !syntax.dependents(of: token, .obj).isEmpty
    return syntax.dependents(of: token, .obj, .iobj, .obl, .xcomp, .ccomp, .advcl)
      + syntax.dependents(of: token, .nsubj).filter {
        !isTransitive || syntax.words[$0]?.subtype == "pass"
      } + describedNoun(token)
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
