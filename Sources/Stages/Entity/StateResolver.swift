import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Settles what each known name says: which of its senses, and whether the state or a place.
///
/// A name of several states, *Korean*, and one that is much else besides, *Georgia*, count only when the report
/// has another name of just one of those states; the surname of somebody in the report is that.
struct StateResolver {
  private let words: Words
  private let lexicon: Lexicon
  private let actors: ActorLexicon
  private let proper: ProperNames
  private let sense: StateSense
  private let syntax: Syntax?

  init(words: Words, lexicon: Lexicon, actors: ActorLexicon, syntax: Syntax?) {
    self.syntax = syntax
    self.words = words
    self.lexicon = lexicon
    self.actors = actors
    proper = ProperNames(words: words, lexicon: lexicon)
    sense = StateSense(words: words, lexicon: lexicon, roles: actors.roles)
  }

  /// Names with one sense each, and the states that the report speaks of beyond doubt.
  func resolved(_ names: [FoundName]) -> (names: [FoundName], states: Set<String>) {
    let surnames = surnames(names)
    let states = support(names)
    let resolved = names.compactMap { name -> FoundName? in
      if isOfThing(name, names) { return nil }
      return name.sense == nil ? invented(name) : settled(name, surnames: surnames, states: states)
    }
    return (resolved, states)
  }

  /// "A Panama hat": the name of a state, nowhere else in the report, that describes a thing.
  private func isOfThing(_ name: FoundName, _ names: [FoundName]) -> Bool {
    guard let actor = name.sense?.actor, actor.kind == .state, name.sense?.form == .name,
      let noun = syntax?.words[name.tokens.upperBound - 1],
      [.compound, .amod, .nmod].contains(noun.relation), noun.subtype != "poss",
      noun.head == name.tokens.upperBound, !words.isCapitalised(name.tokens.upperBound)
    else { return false }
    let word = words.lower[name.tokens.upperBound]
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    return ![word, singular].contains { actors.nouns.kind(of: $0) != nil || isNoun($0) }
      && !names.contains { $0.span != name.span && $0.sense?.actor.country == actor.country }
  }

  private func support(_ names: [FoundName]) -> Set<String> {
    var states: Set<String> = []
    for name in names where name.sense != nil {
      let written = words.passage.words(name.span)
      let codes = Set(
        actors.senses(of: written).filter { $0.actor.kind == .state }.map { $0.actor.country })
      if codes.count == 1, !actors.isDoubtful(written), let code = codes.first, let code {
        states.insert(code)
      }
    }
    return states
  }

  private func surnames(_ names: [FoundName]) -> Set<String> {
    Set(
      names.filter { $0.sense == nil && $0.tokens.count > 1 && !proper.isBody($0.tokens) }
        .map { words.lower[$0.tokens.upperBound - 1] })
  }

  private func settled(
    _ name: FoundName, surnames: Set<String>, states: Set<String>
  ) -> FoundName? {
    var name = name
    let written = words.passage.words(name.span)
    let isSurname = name.tokens.count == 1 && surnames.contains(words.lower[name.tokens.lowerBound])
    var senses = actors.senses(of: written)
    if isSurname && senses.allSatisfy({ $0.actor.kind == .state && $0.form != .adjective }) {
      name.sense = nil
      return name
    }
    if actors.isDoubtful(written) {
      senses.removeAll { $0.actor.kind == .state && !states.contains($0.actor.country ?? "") }
    }
    if Set(senses.map(\.actor.id)).count > 1 {
      senses.removeAll { !states.contains($0.actor.country ?? "") }
    }
    guard let first = senses.first, Set(senses.map(\.actor.id)).count == 1 else {
      name.sense = nil
      // An adjective of one of several states names none.
      return actors.senses(of: written).allSatisfy { [.adjective, .demonym].contains($0.form) }
        ? nil : name
    }
    name.sense = first
    guard first.actor.kind == .state else {
      name.type = .organisation
      return name
    }
    if let form = form(of: senses, name.tokens) { name.sense?.form = form } else { return nil }
    switch sense.reading(of: name) {
    case .state: name.type = .state
    case .metonym:
      name.type = .state
      name.isMetonym = true
    case .place: name.type = .place
    }
    return name
  }

  /// The form of a name that has several; `nil` for people, *three Germans*.
  private func form(of senses: [Actor.Sense], _ name: Range<Int>) -> Actor.Form? {
    let forms = Set(senses.map(\.form))
    if forms.contains(.adjective), describes(name) || !forms.contains(.name) {
      return describes(name) ? .adjective : nil
    }
    return senses.first { ![.adjective, .demonym].contains($0.form) }?.form
  }

  /// Whether a noun follows that an adjective describes.
  private func describes(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    guard next < words.lower.count else { return false }
    if ["-", "‐", "‑", "and", ","].contains(words.lower[next]) {
      return words.lower[next] == "and" || next + 1 < words.lower.count && words.lower[next] != ","
    }
    let word = words.lower[next]
    return words.text.tokens[next].kind == .word && !Self.closed.contains(word)
      && !(lexicon.verbs[word] != nil && !isNoun(word) && !words.isCapitalised(next))
      && !actors.roles.contains(word, .aux) && !actors.roles.contains(word, .standing)
  }

  private func isNoun(_ word: String) -> Bool {
    lexicon.sourceNouns[word] != nil || lexicon.nouns[word] != nil
  }

  private static let closed: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "'s", "’s", "'", "’", "of", "in", "on", "at",
    "to", "for", "from", "by", "with", "as", "or",
    "but", "who", "that",
    "which", "when", "where", "while", "after", "before", "is", "are", "be", "been", "than", "over",
    "under", "into",
    "against", "about", "amid", "during", "since", "until", "if", "because", "not", "also", "now",
    "still",
  ]

  /// States that no list knows, from what the report says they have: *Norland's army*.
  private func invented(_ name: FoundName) -> FoundName {
    guard name.type == nil || name.type == .state,
      name.type == .state || proper.isState(name.tokens)
    else {
      return name
    }
    var name = name
    name.type = sense.reading(of: name) == .place ? .place : .state
    return name
  }
}
