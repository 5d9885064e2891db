import QuothReport
import QuothText

/// What kind of source a phrase names, and by what name it is listed.
///
/// Decided from the phrase: its nouns, its capitals, titles, and the states' names; for a state that
/// no list knows, from what the report says it has ("Norland's army"). "Brandt" is taken for a
/// person, since a bare name that speaks usually is.
struct SourceReader {
  let words: Words
  let lexicon: Lexicon
  /// Names that the report gives an army, a government or the like, in lower case.
  private let owners: Set<String>

  init(words: Words, lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    var owners: Set<String> = []
    for token in words.lower.indices.dropFirst()
    where words.lower[token] == "'s" || words.lower[token] == "’s" {
      let following = words.lower[(token + 1)...].prefix(3)
      if following.contains(where: Self.stateBodies.contains), words.isCapitalised(token - 1) {
        owners.insert(words.lower[token - 1])
      }
    }
    self.owners = owners
  }

  /// What only a state has.
  private static let stateBodies: Set<String> = [
    "army", "navy", "military", "government", "ministry", "minister", "ministers", "president",
    "parliament", "border", "capital", "troops", "embassy", "ambassador", "territory",
    "constitution",
  ]

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
    let tokens = words.tokens(of: spans)
    let names = properNames(withoutRelative(tokens))
    if isList(names, in: tokens) { return names.map { named(type(of: $0), $0) } }
    return source(tokens, names, whole: Span(start: first.start, end: last.end)).map { [$0] } ?? []
  }

  /// Words up to a relative clause, which names others: *villagers who fled Orm*.
  private func withoutRelative(_ tokens: [Int]) -> [Int] {
    Array(tokens.prefix { $0 == tokens.first || !Clauses.relatives.contains(words.lower[$0]) })
  }

  private func source(_ tokens: [Int], _ names: [Range<Int>], whole: Span) -> Source? {
    let phrase = words.passage.words(whole)
    func unnamed(_ type: Attribution.SourceType) -> Source {
      Source(type: type, name: phrase, nameSpan: nil, mention: .nominal)
    }
    guard let first = tokens.first else { return nil }
    if let pronoun = Self.pronouns[words.lower[first]], tokens.count == 1 {
      return Source(type: pronoun, name: phrase, nameSpan: nil, mention: .pronoun)
    }
    let head = headNoun(tokens)
    if let head, head.kind == .unnamedCollective, let name = names.first,
      name.upperBound - 1 == head.at, name.count > 1, name.lowerBound == first,
      !Self.parties.contains(words.lower[head.at])
    {
      return named(.organisation, name)
    }
    func isOwn(_ name: Range<Int>) -> Bool {
      // "Barack Obama's administration" is a body.
      let owns = isPossessive(name.upperBound) && head.map { $0.at > name.upperBound } == true
      return !owns && !hangs(name, on: head?.at) && !isModifier(name, in: tokens)
    }
    if let person = names.first(where: { isPerson($0) && isOwn($0) }) {
      return named(.namedPerson, person)
    }
    if let name = names.first, name.lowerBound == first, name.count == 1,
      tokens.contains(name.upperBound), words.lower[name.upperBound] == ",",
      type(of: name) == .namedPerson
    {
      return named(.namedPerson, name)
    }
    switch head?.kind {
    case .unnamedPerson?: return unnamed(.unnamedPerson)
    case .unnamedCollective?: return unnamed(.unnamedCollective)
    case .organisation?, .media?:
      let isMedia = head?.kind == .media || names.first.map { type(of: $0) == .media } ?? false
      guard let name = names.first else { return unnamed(isMedia ? .media : .organisation) }
      // "Norland's transport ministry" and "Orm news agencies" are named by the whole phrase, "the Harbour
      // Institute" by its name.
      let isOwned = [.state, .namedPerson].contains(type(of: name)) && isModifier(name, in: tokens)
      return isOwner(name) || isOwned
        ? Source(
          type: isMedia ? .media : .organisation, name: phrase, nameSpan: whole, mention: .name)
        : named(isMedia ? .media : .organisation, name)
    case .document?: return unnamed(names.isEmpty ? .none : .organisation)
    case nil: break
    }
    guard let name = names.first else { return unnamed(.unnamedCollective) }
    let next = name.upperBound
    if isModifier(name, in: tokens) {
      let last = tokens.drop { $0 < next }.prefix {
        isLowerCase($0) && !Self.following.contains(words.lower[$0])
      }.last
      if let last, words.lower[last].hasSuffix("s") { return unnamed(.unnamedCollective) }
      if ["a", "an", "one", "another"].contains(words.lower[first]) {
        return unnamed(.unnamedPerson)
      }
    }
    // "90 % of the firm's bondholders"
    if isPossessive(next), tokens.contains(next + 1), isLowerCase(next + 1),
      words.lower[next + 1].hasSuffix("s"), !isState(name)
    {
      return unnamed(.unnamedCollective)
    }
    // "Norland's radar"
    if isState(name), isPossessive(next), tokens.contains(next + 1), isLowerCase(next + 1) {
      return Source(type: .organisation, name: phrase, nameSpan: whole, mention: .name)
    }
    return named(type(of: name), name)
  }

  /// What a name names by itself; a bare name that speaks is taken for a person's.
  private func type(of name: Range<Int>) -> Attribution.SourceType {
    if isState(name) { return .state }
    if name.contains(where: { namesMedia(words.lower[$0]) }) { return .media }
    return isAcronym(name) || name.contains(where: { namesOrganisation(words.lower[$0]) })
      ? .organisation : .namedPerson
  }

  /// Whether names follow one another with nothing but commas and a last "and" between: *Senators Ana
  /// Ruiz and Ivo Maric*.
  private func isList(_ names: [Range<Int>], in tokens: [Int]) -> Bool {
    guard names.count > 1, let last = names.last, let end = tokens.last else { return false }
    let pairs = zip(names, names.dropFirst())
    let between = pairs.map { words.lower[$0.upperBound..<$1.lowerBound].filter { !isTitle($0) } }
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

  private func isState(_ name: Range<Int>) -> Bool {
    let name = lowered(name)
    return lexicon.states.contains(name) || owners.contains(name)
  }

  /// Whether a name only says whose the body is: "Norland's", "Sudland officials'".
  private func isOwner(_ name: Range<Int>) -> Bool {
    isPossessive(name.upperBound) || isState(name)
      || lexicon.stateAdjectives.contains(lowered(name))
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
    guard let head, head < name.lowerBound - 1, !words.isCapitalised(head) || startsOnly(head)
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

  /// Runs of capitalised words, joined over "of", "of the", "and the", "de", "al" and the like.
  private func properNames(_ tokens: [Int]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    for token in tokens where words.isCapitalised(token) && !startsOnly(token) {
      if let last = names.last, joins(last.upperBound, token), !isPersonOf(last, token) {
        names[names.count - 1] = last.lowerBound..<token + 1
      } else {
        names.append(token..<token + 1)
      }
    }
    return joinedBodies(names.map(withoutTitles).filter { !$0.isEmpty })
  }

  /// "Fish and Wildlife Service" is one name.
  private func joinedBodies(_ names: [Range<Int>]) -> [Range<Int>] {
    func isBody(_ name: Range<Int>) -> Bool {
      name.contains { namesOrganisation(words.lower[$0]) }
    }
    return names.reduce(into: []) { joined, name in
      if let last = joined.last, last.count == 1, name.lowerBound - last.upperBound == 1,
        words.lower[last.upperBound] == "and", isBody(name), !isBody(last), !isState(last)
      {
        joined[joined.count - 1] = last.lowerBound..<name.upperBound
      } else {
        joined.append(name)
      }
    }
  }

  private func joins(_ from: Int, _ to: Int) -> Bool {
    from == to
      || (to - from <= 2 && words.lower[from] != "the"
        && (from..<to).allSatisfy {
          Self.links.contains(words.lower[$0]) || Self.particles.contains(words.lower[$0])
            || Self.hyphens.contains(words.lower[$0])
        } && (!hasHyphen(from..<to) || isSolid(from - 1..<to + 1) || isSolid(from..<to + 1)))
  }

  /// "Ana Ruiz of the Herald": a person and a body, not one name.
  private func isPersonOf(_ name: Range<Int>, _ next: Int) -> Bool {
    name.count >= 2 && words.lower[name.upperBound..<next].contains(where: Self.links.contains)
      && name.allSatisfy {
        words.isCapitalised($0) && !namesOrganisation(words.lower[$0]) && !isTitle(words.lower[$0])
      } && !isState(name)
  }

  private func hasHyphen(_ tokens: Range<Int>) -> Bool {
    tokens.contains { Self.hyphens.contains(words.lower[$0]) }
  }

  /// Whether no space stands between tokens: *El-Hassan*.
  private func isSolid(_ tokens: Range<Int>) -> Bool {
    let tokens = words.text.tokens[tokens]
    return zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end == $1.span.start }
  }

  /// What joins the words of a body's name.
  private static let links: Set<String> = ["of", "the", "for", "&"]
  /// What joins the words of a person's name.
  private static let particles: Set<String> = [
    "de", "la", "al", "bin", "van", "von", "el", "da", "du", "der", "den", "di", "dos", "ibn",
    "ben",
  ]
  private static let hyphens: Set<String> = ["-", "‐", "‑"]

  /// A word that has its capital only because a sentence begins there.
  private func startsOnly(_ token: Int) -> Bool {
    let sentence = words.text.sentences.partitionPoint { $0.tokens.upperBound > token }
    guard sentence < words.text.sentences.count,
      words.text.sentences[sentence].tokens.lowerBound == token
    else { return false }
    let word = words.lower[token]
    if isTitle(word), token + 1 < words.lower.count, words.lower[token + 1] == "of" { return false }
    return Self.openers.contains(word) || lexicon.sourceNouns[word] != nil
  }

  private static let openers: Set<String> = [
    "the", "a", "an", "some", "many", "most", "several", "few", "both", "all", "no", "one", "two",
    "three", "four", "five", "other", "others", "another", "his", "her", "their", "our", "my",
    "its",
    "this", "that", "these", "those", "such", "but", "and", "he", "she", "it", "they", "we", "i",
    "local", "state", "senior", "former", "top", "military", "government", "police", "private",
  ]

  /// "Foreign Minister Ivo Maric" is listed as Ivo Maric, "Secretary of State Ana Ruiz" as Ana Ruiz, "The
  /// Herald" as Herald.
  private func withoutTitles(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    if let title = name.dropLast().last(where: {
      isTitle(words.lower[$0]) && !Self.generals.contains(words.lower[$0 + 1])
        || isOffice($0, in: name)
    }) {
      start = title + 1
      if words.lower[start] == "of" {
        let person = start + 2
        start = name.upperBound - person >= 2 ? person : name.lowerBound
      }
    }
    while start + 1 < name.upperBound, Self.openers.contains(words.lower[start]),
      lexicon.sourceNouns[words.lower[start]] == nil
    {
      start += 1
    }
    return start..<name.upperBound
  }

  /// "House Speaker Ana Ruiz": a noun for a person, in capitals before first and last name.
  private func isOffice(_ token: Int, in name: Range<Int>) -> Bool {
    lexicon.sourceNouns[words.lower[token]] == .unnamedPerson && name.upperBound - token == 3
      && !name[(token + 1)...].contains { namesOrganisation(words.lower[$0]) }
  }

  /// Groups that capitals do not make a body: *Senate Democrats*.
  private static let parties: Set<String> = [
    "republicans", "democrats", "conservatives", "liberals", "americans", "voters", "citizens",
    "ministers",
    "senators", "members",
  ]

  /// "General Motors", "General Council"
  private static let generals: Set<String> = [
    "motors", "electric", "mills", "dynamics", "foods", "atomics", "assembly", "council", "staff",
  ]

  private func isTitle(_ word: String) -> Bool {
    lexicon.titles.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// Two or more capitalised words none of which names an organisation, or one after a title.
  private func isPerson(_ name: Range<Int>) -> Bool {
    let last = words.lower[name.upperBound - 1]
    if isState(name) { return false }
    if name.contains(where: {
      namesOrganisation(words.lower[$0]) || Self.links.contains(words.lower[$0])
    }) {
      return false
    }
    let titled = name.lowerBound > 0 && isTitle(words.lower[name.lowerBound - 1])
    return titled || (name.count >= 2 && lexicon.sourceNouns[last] == nil && !isAcronym(name))
  }

  private func namesOrganisation(_ word: String) -> Bool {
    let kind = lexicon.sourceNouns[word]
    return kind == .organisation || kind == .media || kind == .unnamedCollective
      || lexicon.stateAdjectives.contains(word)
  }

  private func namesMedia(_ word: String) -> Bool { lexicon.sourceNouns[word] == .media }

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let bytes = words.passage.bytes[words.text.tokens[name.lowerBound].span.range]
    return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E }
  }

  /// Kind of the last noun before the phrase's first comma, "of", "who" or the like.
  private func headNoun(_ tokens: [Int]) -> (kind: Lexicon.SourceNoun, at: Int)? {
    var head: (kind: Lexicon.SourceNoun, at: Int)?
    for token in tokens {
      if head != nil, Self.ends.contains(words.lower[token]) { break }
      if let kind = lexicon.sourceNouns[words.lower[token]] { head = (kind, token) }
    }
    return head
  }

  private static let ends: Set<String> = [
    ",", "of", "who", "which", "that", "from", "at", "in", "on", "for", "with", "by", "to", "'s",
    "’s",
    "familiar", "close", "near", "seen", "obtained",
  ]

  private func lowered(_ name: Range<Int>) -> String {
    words.lower[name].joined(separator: " ")
  }
}
