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
    var known: [String: [String]] = [:]
    bases = words.lower.enumerated().map { token, word in
      let listed = known[word] ?? lexicon.forms.bases(of: word)
      known[word] = listed
      return listed + (syntax.words[token].map { [$0.lemma.lowercased()] } ?? [])
    }
  }

  private func rows(_ token: Int, in rows: [String: [EventLexicon.Row]]) -> [EventLexicon.Row]? {
    bases[token].lazy.compactMap { rows[$0] }.first
  }

  /// Whether the lexicon has a row for a word.
  func isListed(_ token: Int, isNoun: Bool) -> Bool {
    rows(token, in: isNoun ? lexicon.nouns : lexicon.verbs) != nil
  }

  func isLightVerb(_ token: Int) -> Bool {
    bases[token].contains(where: lexicon.lightVerbs.contains)
  }

  /// The row of a verb or adjective.
  ///
  /// - Parameter isOfParties: whether it is done by or to those who act in politics, as a row asks.
  func verb(_ token: Int, isOfParties: (EventLexicon.Row) -> Bool = { _ in true }) -> EventLexicon
    .Row?
  {
    guard let rows = rows(token, in: lexicon.verbs) else { return nil }
    let objects = objects(of: token)
    let subjects = syntax.dependents(of: token, .nsubj)
    let first =
      objects + describedNoun(token) + syntax.dependents(of: token, .xcomp)
      + subjects.filter { syntax.words[$0]?.subtype == "pass" }
    return fitting(
      rows.filter { (!$0.isOfParties || isOfParties($0)) && isThere($0.particle, token) },
      [
        first.flatMap(heads),
        syntax.dependents(of: token, .obl, .ccomp, .advcl).flatMap(heads),
        (first + syntax.dependents(of: token, .obl)).flatMap(parts),
      ], subjects: objects.isEmpty ? subjects : [])
  }

  /// The row of a noun that names what happens.
  func noun(_ token: Int, isOfParties: (EventLexicon.Row) -> Bool = { _ in true }) -> EventLexicon
    .Row?
  {
    guard let rows = rows(token, in: lexicon.nouns) else { return nil }
    let beside = syntax.dependents(of: token, .compound, .amod, .nmod, .acl)
    return fitting(
      rows.filter { (!$0.isOfParties || isOfParties($0)) && isThere($0.particle, token) },
      [beside.flatMap(heads), beside.flatMap(parts)], subjects: [])
  }

  /// The row whose complement is there: among objects, then what stands beside them, then parts of either;
  /// else one that asks for no complement, a particle before none; a subject that is asked for lies between.
  private func fitting(
    _ rows: [EventLexicon.Row], _ tiers: [[Int]], subjects: [Int]
  ) -> EventLexicon.Row? {
    func row(of rows: [EventLexicon.Row], with tokens: [Int]) -> EventLexicon.Row? {
      let lemmas = Set(tokens.flatMap { bases[$0] })
      return rows.first { !$0.complements.isDisjoint(with: lemmas) }
    }
    let withParticle = rows.filter { $0.particle != nil }
    return tiers.lazy.compactMap { row(of: withParticle, with: $0) }.first
      ?? tiers.lazy.compactMap { row(of: rows, with: $0) }.first
      ?? withParticle.first { $0.complements.isEmpty }
      ?? row(of: rows, with: subjects.flatMap(heads))
      ?? rows.first { $0.complements.isEmpty }
  }

  /// The head word of a phrase and those that stand before or beside it: *food supplies*.
  private func heads(_ token: Int) -> [Int] {
    [token] + syntax.dependents(of: token, .compound, .amod, .nummod, .conj)
  }

  /// What a phrase consists of, and what an infinitive is about: *a series of sanctions*, *to hold a rally*.
  private func parts(_ token: Int) -> [Int] {
    let parts = syntax.dependents(of: token, .nmod).filter { part in
      syntax.dependents(of: part, .case).contains { ["of", "in"].contains(words.lower[$0]) }
    }
    let infinitives = syntax.dependents(of: token, .acl).filter { syntax.words[$0]?.tag == "VB" }
    return (parts + infinitives + objects(of: token)).flatMap { heads($0) + self.parts($0) }
  }

  private func objects(of token: Int) -> [Int] { syntax.dependents(of: token, .obj, .iobj) }

  /// *The sanctions imposed on Norland*: the noun that a participle describes.
  private func describedNoun(_ token: Int) -> [Int] {
    guard let word = syntax.words[token], word.relation == .acl, word.tag == "VBN" else {
      return []
    }
    return [word.head].compactMap { $0 }
  }

  /// *Called for*, *stepped down*: beside the word itself or before what it governs.
  private func isThere(_ particle: String?, _ token: Int) -> Bool {
    guard let particle else { return true }
    // Behind the verb, or behind its object, whatever the tree hangs it on: *forced the king out of the country*.
    let ends = [token] + syntax.dependents(of: token, .obj)
    if ends.contains(where: { $0 + 1 < words.lower.count && words.lower[$0 + 1] == particle }) {
      return true
    }
    return syntax.dependents[token].contains { dependent in
      words.lower[dependent] == particle && syntax.words[dependent]?.relation != .nsubj
        || !Self.times.contains(words.lower[dependent])
          && syntax.dependents(of: dependent, .case, .mark).contains { words.lower[$0] == particle }
    }
  }

  /// What *on* and *in* stand before when they only say when.
  private static let times: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
