import QuothReport
import QuothSyntax
import QuothText

/// The clauses of a report: predicates, each with the words that belong to it alone.
///
/// A predicate is a verb, or an adjective or noun with a copula, at the head of a clause. What stands
/// under it belongs to it up to the next predicate; infinitives and participles that it takes as its own
/// (*tried to cross*) and conditions (*if …*, *unless …*) stay with it.
struct ClauseTree {
  struct Clause {
    /// Token of the predicate.
    var head: Int
    /// Its own tokens, in text order.
    var tokens: [Int]
    /// Tokens of a subject or noun that it shares with a clause around or before it.
    var shared: [Int]
    /// Index of the clause whose word it hangs on.
    var parent: Int?
    /// Subordinating word: *if*, *because*, *although*.
    var mark: Int?
    var sentence: Int
  }

  let words: Words
  let syntax: Syntax
  private(set) var clauses: [Clause] = []
  /// For each clause those that hang on its words.
  private(set) var children: [[Int]] = []
  /// For each token the clause it belongs to.
  private(set) var owner: [Int?]
  private let isHead: [Bool]
  let conditions: Conditions

  init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
    conditions = Conditions(words: words, syntax: syntax)
    owner = [Int?](repeating: nil, count: words.text.tokens.count)
    var isHead = [Bool](repeating: false, count: words.text.tokens.count)
    let predicates = Predicates(words: words, syntax: syntax)
    for (number, sentence) in words.text.sentences.enumerated() where sentence.role.isClaimed {
      for token in predicates.heads(sentence.tokens) {
        isHead[token] = true
        clauses.append(
          Clause(head: token, tokens: [], shared: [], parent: nil, mark: nil, sentence: number))
        owner[token] = clauses.count - 1
      }
    }
    self.isHead = isHead
    for index in clauses.indices { complete(index) }
    for index in clauses.indices { connect(index) }
    children = Array(repeating: [], count: clauses.count)
    for (index, clause) in clauses.enumerated() {
      if let parent = clause.parent { children[parent].append(index) }
    }
  }

  private mutating func complete(_ index: Int) {
    let head = clauses[index].head
    var found = [head]
    var next = 0
    while next < found.count {
      for token in syntax.dependents[found[next]] where !isHead[token] { found.append(token) }
      next += 1
    }
    found.sort()
    clauses[index].tokens = found
    clauses[index].mark = syntax.dependents(of: head, .mark).first
    for token in found { owner[token] = index }
  }

  private mutating func connect(_ index: Int) {
    let head = clauses[index].head
    guard let word = syntax.words[head], let governor = word.head else { return }
    clauses[index].parent = owner[governor]
    if word.relation == .acl, word.subtype == "relcl" {
      clauses[index].shared = noun(governor, without: index)
    }
    guard !hasSubject(head) else { return }
    switch word.relation {
    case .conj:
      // The subject of the first of several verbs is that of all.
      clauses[index].shared = subject(of: governor)
    case .acl:
      clauses[index].shared = noun(governor, without: index)
    case .advcl, .xcomp, .ccomp:
      clauses[index].shared =
        word.relation == .advcl && isParticiple(head) ? subject(of: governor) : []
    case .parataxis where isBareNoun(governor) && governor < head:
      // *The harbour's loudest voice, Olga Stern, will speak*, where the tree has the noun for the whole.
      clauses[index].shared = phrase(governor).filter { $0 < head }
    default: break
    }
  }

  /// Whether a noun has nothing said of it.
  private func isBareNoun(_ token: Int) -> Bool {
    [.noun, .properNoun, .pronoun].contains(syntax.words[token]?.part) && !hasSubject(token)
      && syntax.dependents(of: token, .cop).isEmpty
  }

  private func isParticiple(_ token: Int) -> Bool {
    ["VBG", "VBN"].contains(syntax.words[token]?.tag ?? "")
  }

  func hasSubject(_ token: Int) -> Bool {
    !syntax.dependents(of: token, .nsubj, .csubj, .expl).isEmpty
  }

  /// The tokens of the subject of a predicate, its own or that of the verb it is coordinated with.
  func subject(of token: Int) -> [Int] {
    var token = token
    for _ in 0..<8 {
      if let subject = syntax.dependents(of: token, .nsubj, .csubj).first { return phrase(subject) }
      guard let word = syntax.words[token], let head = word.head,
        [.conj, .xcomp, .advcl].contains(word.relation)
      else { return [] }
      token = head
    }
    return []
  }

  /// The tokens of a noun phrase, without the clauses in it.
  func phrase(_ token: Int) -> [Int] {
    var found = [token]
    var next = 0
    while next < found.count {
      found += syntax.dependents[found[next]].filter { !isHead[$0] }
      next += 1
    }
    return found.sorted()
  }

  /// A noun with what stands before it, without its preposition, for the relative clause at `clause`.
  private func noun(_ token: Int, without clause: Int) -> [Int] {
    let head = clauses[clause].head
    let outer = syntax.dependents(of: token, .case, .cc, .mark)
    return phrase(token).filter {
      !outer.contains($0) && ($0 <= token || $0 < head && words.lower[$0] != ",")
    }
  }
}

/// Which words head a clause.
private struct Predicates {
  let words: Words
  let syntax: Syntax

  /// The heads of the clauses of a sentence, in text order.
  func heads(_ tokens: Range<Int>) -> [Int] {
    tokens.filter { isHead($0) }
  }

  private func isHead(_ token: Int) -> Bool {
    guard let word = syntax.words[token], !isBareInfinitive(token, word),
      word.relation == .root || !CountReader.areCasualties(token, words, syntax)
    else { return false }
    switch word.relation {
    case .root, .parataxis, .ccomp, .csubj, .advcl, .acl, .appos, .dislocated, .discourse, .dep:
      return isPredicate(token, word) || word.relation == .root && isFragmentVerb(token)
    case .conj:
      guard let first = word.head, isPredicate(token, word) else { return false }
      // Coordinated complements stay together: *tried to stop and turn*.
      return isHead(first)
    default:
      return false
    }
  }

  /// *Paid the band to play*, *efforts to free them*: what is aimed at stays with what aims at it.
  private func isBareInfinitive(_ token: Int, _ word: Word) -> Bool {
    [.advcl, .acl].contains(word.relation) && word.tag == "VB" && !hasSubject(token)
      && syntax.dependents(of: token, .mark).contains { words.lower[$0] == "to" }
  }

  private func isPredicate(_ token: Int, _ word: Word) -> Bool {
    let hasCopula = !syntax.dependents(of: token, .cop).isEmpty
    if hasCopula { return true }
    guard
      word.part == .verb || word.part == .auxiliary || word.part == .adjective || hasSubject(token)
    else { return false }
    if word.part == .adjective || word.part != .verb && word.part != .auxiliary {
      return hasSubject(token)
    }
    return true
  }

  private func hasSubject(_ token: Int) -> Bool {
    !syntax.dependents(of: token, .nsubj, .csubj, .expl).isEmpty
  }

  /// A headline's participle or bare verb: *Grain ship freed*.
  private func isFragmentVerb(_ token: Int) -> Bool {
    syntax.words[token]?.part == .verb
  }
}
