import QuothReport
import QuothSyntax
import QuothText

/// What kind of source a phrase names, and by what name it is listed.
///
/// Decided from the phrase: its nouns, its capitals, titles, and the states' names; for a state that
/// no list knows, from what the report says it has ("Norland's army"). "Brandt" is taken for a
/// person, since a bare name that speaks usually is.
struct SourceReader {
  private let words: Words
  private let lexicon: Lexicon
  private let proper: ProperNames

  init(words: Words, lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    proper = ProperNames(words: words, lexicon: lexicon)
  }

  struct Source: Hashable {
    var type: Attribution.SourceType
    var name: String
    /// The proper name within the phrase, `nil` for an unnamed source.
    var nameSpan: Span?
    var mention: Entity.Mention.Kind
  }

  /// Who speaks: one source, or one for each name of *Ana Ruiz and Ivo Maric*; empty when no word is
  /// given.
  func sources(_ spans: [Span]) -> [Source] {
    guard let first = spans.first, let last = spans.last else { return [] }
    let tokens = explained(words.tokens(of: spans))
    let names = proper.names(in: withoutRelative(tokens)).filter { !isCompounded($0) }
    // "Supporters of Carson and Trump" are neither.
    if isList(names, in: tokens), !hangs(names[0], on: headNoun(tokens)?.at) {
      return names.map { named(type(of: $0), $0) }
    }
    return source(tokens, names, whole: Span(start: first.start, end: last.end)).map { [$0] } ?? []
  }

  /// A phrase without the possessive and the marks that it ends in: *Team Berg's*.
  private func withoutEnding(_ tokens: [Int], _ whole: Span) -> Span {
    let last = tokens.last {
      !isPossessive($0) && ![",", "—", "–", "-", ";", ":"].contains(words.lower[$0])
    }
    return last.map { Span(start: whole.start, end: words.text.tokens[$0].span.end) } ?? whole
  }

  /// The name that stands for a pronoun: *He (Trump)*.
  private func explained(_ tokens: [Int]) -> [Int] {
    guard tokens.count > 3, Self.pronouns[words.lower[tokens[0]]] != nil,
      words.lower[tokens[1]] == "(",
      let end = tokens.firstIndex(where: { words.lower[$0] == ")" })
    else { return tokens }
    return Array(tokens[2..<end])
  }

  /// Whether a name is only part of an adjective: *the Saltport-based team*.
  private func isCompounded(_ name: Range<Int>) -> Bool {
    let hyphen = name.upperBound
    return hyphen + 1 < words.lower.count && ["-", "‐", "‑"].contains(words.lower[hyphen])
      && words.text.tokens[hyphen].span.start == words.text.tokens[hyphen - 1].span.end
      && isLowerCase(hyphen + 1)
  }

  /// Words up to a relative clause, which names others: *villagers who fled Orm*.
  private func withoutRelative(_ tokens: [Int]) -> [Int] {
    Array(tokens.prefix { $0 == tokens.first || !Clauses.relatives.contains(words.lower[$0]) })
  }

  private func source(_ tokens: [Int], _ names: [Range<Int>], whole: Span) -> Source? {
    let whole = withoutEnding(tokens, whole)
    let phrase = words.passage.words(whole)
    func unnamed(_ type: Attribution.SourceType) -> Source {
      Source(type: type, name: phrase, nameSpan: nil, mention: .nominal)
    }
    guard let first = tokens.first else { return nil }
    if let pronoun = Self.pronouns[words.lower[first]], tokens.count == 1 {
      return Source(type: pronoun, name: phrase, nameSpan: nil, mention: .pronoun)
    }
    let head = headNoun(tokens)
    if let name = ownName(names, head, in: tokens) { return named(type(of: name), name) }
    switch head?.kind {
    case .unnamedPerson?: return unnamed(.unnamedPerson)
    case .unnamedCollective?: return unnamed(.unnamedCollective)
    case .document?: return unnamed(names.isEmpty ? .none : .organisation)
    case .organisation?, .media?:
      let isMedia = head?.kind == .media || names.first.map { self.type(of: $0) == .media } ?? false
      let type: Attribution.SourceType = isMedia ? .media : .organisation
      guard let name = names.first else { return unnamed(type) }
      if isWhole(name, in: tokens) {
        return Source(type: type, name: phrase, nameSpan: whole, mention: .name)
      }
      // "A newspaper in Kell"
      return hangs(name, on: head?.at) ? unnamed(type) : named(type, name)
    case nil: break
    }
    guard let name = names.first else { return unnamed(.unnamedCollective) }
    // "An innkeeper in Kell"
    if ["a", "an", "one", "another"].contains(words.lower[first]),
      let noun = (first + 1..<max(first + 1, name.lowerBound - 1)).first(where: isLowerCase),
      hangs(name, on: noun)
    {
      return unnamed(.unnamedPerson)
    }
    if let described = described(by: name, in: tokens) { return unnamed(described) }
    // "Norland's radar"
    let next = name.upperBound
    if proper.isState(name), isPossessive(next), tokens.contains(next + 1), isLowerCase(next + 1) {
      return Source(type: .organisation, name: phrase, nameSpan: whole, mention: .name)
    }
    return named(type(of: name), name)
  }

  /// The name that is the source's own, whatever nouns stand beside it: a person's; a name set off from
  /// what describes it, *Berg, an Orm senator*; or one whose last word is its noun, *Harbour Advisers*.
  private func ownName(
    _ names: [Range<Int>], _ head: (kind: Lexicon.SourceNoun, at: Int)?, in tokens: [Int]
  ) -> Range<Int>? {
    guard let name = names.first, let first = tokens.first else { return nil }
    if let head, head.kind == .unnamedCollective, name.upperBound - 1 == head.at, name.count > 1,
      name.lowerBound == first
    {
      return Self.parties.contains(words.lower[head.at]) ? nil : name
    }
    let person = names.first { name in
      // "Ana Ruiz's administration" is a body.
      let owns = isPossessive(name.upperBound) && head.map { $0.at > name.upperBound } == true
      return isPerson(name) && !owns && !hangs(name, on: head?.at) && !isModifier(name, in: tokens)
    }
    if let person { return person }
    let isSetOff =
      name.lowerBound == first && name.count == 1 && tokens.contains(name.upperBound)
      && words.lower[name.upperBound] == ","
    return isSetOff && type(of: name) == .namedPerson ? name : nil
  }

  /// Whether a body is named by the whole phrase, as "Norland's transport ministry" and "Orm news agencies"
  /// are and "the Harbour Institute" is not.
  private func isWhole(_ name: Range<Int>, in tokens: [Int]) -> Bool {
    isOwner(name)
      || [.state, .namedPerson].contains(type(of: name)) && isModifier(name, in: tokens)
  }

  /// The kind of people that a name only describes: *Norland exporters*, *a Kell supplier*, *half of the
  /// firm's bondholders*.
  private func described(by name: Range<Int>, in tokens: [Int]) -> Attribution.SourceType? {
    let next = name.upperBound
    if isModifier(name, in: tokens), let first = tokens.first {
      let noun = tokens.drop { $0 < next }.prefix {
        isLowerCase($0) && !Self.following.contains(words.lower[$0])
      }.last
      if let noun, words.lower[noun].hasSuffix("s") { return .unnamedCollective }
      return ["a", "an", "one", "another"].contains(words.lower[first]) ? .unnamedPerson : nil
    }
    let isOwned = isPossessive(next) && tokens.contains(next + 1) && isLowerCase(next + 1)
    return isOwned && !proper.isState(name) && words.lower[next + 1].hasSuffix("s")
      ? .unnamedCollective : nil
  }

  /// What a name names by itself; a bare name that speaks is taken for a person's.
  private func type(of name: Range<Int>) -> Attribution.SourceType {
    if proper.isState(name) { return .state }
    if name.contains(where: { lexicon.sourceNouns[words.lower[$0]] == .media }) { return .media }
    return isAcronym(name) || proper.isBody(name) ? .organisation : .namedPerson
  }

  /// Whether names follow one another with nothing but commas and a last "and" between: *Senators Ana
  /// Ruiz and Ivo Maric*.
  private func isList(_ names: [Range<Int>], in tokens: [Int]) -> Bool {
    guard names.count > 1, let last = names.last, let end = tokens.last else { return false }
    let pairs = zip(names, names.dropFirst())
    let between = pairs.map {
      words.lower[$0.upperBound..<$1.lowerBound].filter { !proper.isTitle($0) }
    }
    return between.allSatisfy { [[","], ["and"], [",", "and"], ["and", "the"]].contains($0) }
      && between.last?.contains("and") == true && between.dropLast().allSatisfy { $0 == [","] }
      && !names.contains { isModifier($0, in: tokens) || isPossessive($0.upperBound) }
      && (last.upperBound > end
        || [",", "who", "of", "from"].contains(words.lower[last.upperBound]))
  }

  /// Whether a name describes the noun behind it: *Ana Ruiz supporters*, *a Herald reporter*.
  private func isModifier(_ name: Range<Int>, in tokens: [Int]) -> Bool {
    let next = name.upperBound
    return tokens.contains(next) && isLowerCase(next) && !Self.following.contains(words.lower[next])
  }

  /// What may stand behind a name that is not its noun.
  private static let following: Set<String> = ends.union([
    "and", "or", "as", "but", "whose", "whom", "himself", "herself", "themselves", "itself", "too",
    "later", "also", "again", "then", "now", "still", "earlier", "once", "today", "yesterday", "jr",
    "sr", "both", "along", "while", "when", "after", "before", "under", "during", "over", "into",
    "including",
  ])

  /// Whether a name only says whose the body is: "Norland's", "Sudland officials'".
  private func isOwner(_ name: Range<Int>) -> Bool {
    isPossessive(name.upperBound) || proper.isState(name)
      || lexicon.stateAdjectives.contains(words.lower[name].joined(separator: " "))
  }

  private func isPossessive(_ token: Int) -> Bool {
    token < words.lower.count && ["'s", "’s", "'", "’"].contains(words.lower[token])
  }

  private func isLowerCase(_ token: Int) -> Bool {
    words.text.tokens[token].kind == .word && words.lower[token].first?.isLetter == true
      && !words.isCapitalised(token)
  }

  /// Whether a name stands in a phrase that hangs on the noun that speaks: *analysts at Harbour
  /// Savings*, *a friend of Ana Ruiz*.
  private func hangs(_ name: Range<Int>, on head: Int?) -> Bool {
    guard let head, head < name.lowerBound - 1,
      !words.isCapitalised(head) || proper.startsOnly(head)
    else {
      return false
    }
    // "Analysts at several Harbour Banks"
    var before = name.lowerBound - 1
    while before > head + 1, name.lowerBound - before < 3, isLowerCase(before),
      !Self.hanging.contains(words.lower[before])
    {
      before -= 1
    }
    return Self.hanging.contains(words.lower[before])
  }

  private static let hanging: Set<String> = [
    "at", "of", "for", "from", "with", "in", "near", "to", "by", "who", "on",
  ]

  /// Groups that capitals do not make a body: *Senate Democrats*.
  private static let parties: Set<String> = [
    "republicans", "democrats", "conservatives", "liberals", "americans", "voters", "citizens",
    "ministers",
    "senators", "members",
  ]

  private func named(_ type: Attribution.SourceType, _ tokens: Range<Int>) -> Source {
    let span = words.span(tokens)
    return Source(type: type, name: words.passage.words(span), nameSpan: span, mention: .name)
  }

  private static let pronouns: [String: Attribution.SourceType] = [
    "he": .namedPerson, "she": .namedPerson, "i": .namedPerson, "him": .namedPerson,
    "her": .namedPerson, "who": .unnamedPerson, "they": .unnamedCollective,
    "we": .unnamedCollective,
    "it": .organisation, "them": .unnamedCollective, "us": .unnamedCollective,
    "his": .namedPerson, "their": .unnamedCollective, "its": .organisation, "you": .unnamedPerson,
  ]

  /// Two or more capitalised words none of which names an organisation, or one after a title.
  private func isPerson(_ name: Range<Int>) -> Bool {
    guard !proper.isState(name), !proper.isBody(name), !proper.hasLink(name) else { return false }
    let titled = name.lowerBound > 0 && proper.isTitle(words.lower[name.lowerBound - 1])
    let last = words.lower[name.upperBound - 1]
    return titled || (name.count >= 2 && lexicon.sourceNouns[last] == nil && !isAcronym(name))
  }

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let bytes = words.passage.bytes[words.text.tokens[name.lowerBound].span.range]
    return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E }
  }

  /// Kind of the last noun before the phrase's first comma, "of", "who" or the like.
  private func headNoun(_ tokens: [Int]) -> (kind: Lexicon.SourceNoun, at: Int)? {
    var head: (kind: Lexicon.SourceNoun, at: Int)?
    for token in tokens {
      if head != nil, Self.ends.contains(words.lower[token]) {
        // "the ministry's spokesperson"
        guard isPossessive(token), ownsPerson(token, in: tokens) else { break }
        head = nil
      }
      if let kind = lexicon.sourceNouns[words.lower[token]] { head = (kind, token) }
    }
    return head
  }

  /// Whether a noun for a person, or for people, follows a possessive before anything else ends the phrase.
  private func ownsPerson(_ possessive: Int, in tokens: [Int]) -> Bool {
    let phrase = tokens.drop { $0 <= possessive }.prefix { !Self.ends.contains(words.lower[$0]) }
    let kind = phrase.last.flatMap { lexicon.sourceNouns[words.lower[$0]] }
    return kind == .unnamedPerson || kind == .unnamedCollective
  }

  private static let ends: Set<String> = [
    ",", "of", "who", "which", "that", "from", "at", "in", "on", "for", "with", "by", "to", "'s",
    "’s",
    "familiar", "close", "near", "seen", "obtained",
  ]
}
