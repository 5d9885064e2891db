import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Tells whom phrases and pronouns speak of, in the order of the text.
///
/// What a chain of the model says counts first where it fits: in number, in gender, and in kind, so that *he* is
/// never a body and *it* never a person. A chain never joins two names. What no chain says, the closest that fits
/// and stands out is taken for: the subject before others, the sentence before those further up; where two fit
/// alike, *it* and *they* stay open.
struct ReferentReader {
  private let words: Words
  private let syntax: Syntax
  let phrases: [Phrase]
  private(set) var referents: [Referent] = []
  /// For each token that a phrase is known by or that stands in a name, its referent.
  private(set) var byToken: [Int: Int] = [:]
  private var byGroup: [Int: Int] = [:]
  /// For each token of a name the name that begins first of those around it.
  private var nameByToken: [Int: Int] = [:]
  /// For each token earlier ones of its chain, the closest first.
  private let chained: [Int: [Int]]
  private let context: Context

  /// What was read before.
  struct Context {
    var names: [(name: FoundName, group: Int)]
    /// Type, genders and nouns of each group.
    var known: [Int: Referent]
    /// Groups of phrases that are sources or roles of somebody, by their head.
    var groups: [Int: Int]
    /// For each token the group that the words around it are quoted from.
    var speakers: [Int: Int]
    /// The side for which a group speaks when it says "we".
    var sides: [Int: Int]
    var roles: RoleWords
  }

  init(
    words: Words, syntax: Syntax, phrases: [Phrase], chains: [CoreferenceReader.Chain],
    context: Context
  ) {
    self.words = words
    self.syntax = syntax
    self.phrases = phrases
    self.context = context
    var chained: [Int: [Int]] = [:]
    for chain in chains {
      let heads = chain.mentions.map(\.head)
      for (place, head) in heads.enumerated() { chained[head] = heads[..<place].reversed() }
    }
    self.chained = chained
    for (index, found) in context.names.enumerated() {
      for token in found.name.tokens where nameByToken[token] == nil { nameByToken[token] = index }
    }
  }

  /// A name or a phrase, at the token where all that it says is known.
  private enum Item {
    case name(Int)
    case phrase(Int)
  }

  /// - Complexity: O(p · r) in phrases and referents.
  mutating func read() {
    var items: [(token: Int, rank: Int, item: Item)] = []
    for (index, found) in context.names.enumerated() {
      items.append((found.name.tokens.upperBound - 1, 0, .name(index)))
    }
    for (index, phrase) in phrases.enumerated() {
      items.append((max(phrase.head, phrase.owner ?? 0), 1, .phrase(index)))
    }
    items.sort { ($0.token, $0.rank) < ($1.token, $1.rank) }
    for item in items {
      switch item.item {
      case .name(let index): readName(index)
      case .phrase(let index):
        // Who speaks may be named only behind the words.
        if ![.speaker, .speakers].contains(phrases[index].pronoun) { readPhrase(index) }
      }
    }
    for (index, phrase) in phrases.enumerated()
    where [.speaker, .speakers].contains(phrase.pronoun) {
      readSpeaker(index)
    }
  }

  // MARK: Names

  private mutating func readName(_ index: Int) {
    let (name, group) = context.names[index]
    let referent = referent(of: group)
    for token in name.tokens { byToken[token] = referent }
    guard !name.isAdjective else { return }
    let head = name.tokens.first { token in
      syntax.words[token]?.head.map { !name.tokens.contains($0) } ?? true
    }
    note(head ?? name.tokens.lowerBound, of: referent)
    if name.tokens.count > 1, let first = name.tokens.first, referents[referent].owner == nil,
      let owner = context.names.first(where: {
        $0.name.tokens != name.tokens && name.tokens.contains($0.name.tokens.lowerBound)
          && $0.name.tokens.lowerBound == first
      })
    {
      referents[referent].owner = self.referent(of: owner.group)
    }
  }

  private mutating func referent(of group: Int) -> Int {
    if let known = byGroup[group] { return known }
    var new = context.known[group] ?? Referent()
    new.group = group
    referents.append(new)
    byGroup[group] = referents.count - 1
    return referents.count - 1
  }

  /// Sets where a referent was last spoken of, and joins it to what it is coordinated with.
  private mutating func note(_ head: Int, of referent: Int) {
    var top = head
    // "the owner, Ante Brkic": the phrase of the noun.
    while let word = syntax.words[top], [.appos, .flat, .compound].contains(word.relation),
      let governor = word.head, abs(governor - top) < 8
    {
      top = governor
    }
    let first = firstConjunct(top)
    let word = syntax.words[first]
    referents[referent].count += 1
    referents[referent].last = Referent.Place(
      token: head, sentence: words.sentence(at: words.text.tokens[head].span.start),
      isSubject: word.map { [.nsubj, .csubj].contains($0.relation) } ?? false,
      governor: word?.head)
    if first != top { pair(referent, with: first) }
  }

  private func firstConjunct(_ token: Int) -> Int {
    guard let word = syntax.words[token], word.relation == .conj, let first = word.head,
      let part = syntax.words[first]?.part, [.noun, .properNoun, .pronoun].contains(part)
    else { return token }
    return first
  }

  /// *Nurses and porters* can be *they*.
  private mutating func pair(_ referent: Int, with first: Int) {
    guard let other = byToken[first], other != referent,
      isSomebody(referents[other]), isSomebody(referents[referent])
    else { return }
    let earlier = referents.firstIndex {
      $0.members.contains(other) && $0.last?.governor == syntax.words[first]?.head
    }
    let members = (earlier.map { referents[$0].members } ?? [other]) + [referent]
    let known = referents.firstIndex { !$0.members.isEmpty && Set($0.members) == Set(members) }
    let index = known ?? earlier ?? add(Referent(type: .group, isPlural: true))
    referents[index].members = members
    referents[index].count += 1
    referents[index].last = referents[referent].last
  }

  private func isSomebody(_ referent: Referent) -> Bool {
    guard let type = referent.type else { return referent.isNamed }
    return [.person, .group, .organisation, .state, .place].contains(type)
  }

  private mutating func add(_ referent: Referent) -> Int {
    referents.append(referent)
    return referents.count - 1
  }

  // MARK: Phrases

  private mutating func readPhrase(_ index: Int) {
    let phrase = phrases[index]
    let known = context.groups[phrase.head].map { self.referent(of: $0) }
    let named = known ?? apposed(phrase)
    if let named, referents[named].isNamed || phrase.pronoun == nil && referents[named].count > 0 {
      return bind(index, to: named)
    }
    let found = phrase.pronoun.map { antecedent(of: phrase, $0) } ?? described(phrase)
    if let found {
      if let known, known != found { merge(known, into: found) }
      return bind(index, to: found)
    }
    let new =
      known
      ?? add(
        Referent(
          type: phrase.type ?? (phrase.pronoun == .they ? .group : nil), isPlural: phrase.isPlural))
    bind(index, to: new)
  }

  /// A source that turned out to be somebody named before.
  private mutating func merge(_ referent: Int, into other: Int) {
    guard let group = referents[referent].group else { return }
    byGroup[group] = other
    referents[other].group = referents[other].group ?? group
    referents[referent].group = nil
  }

  private mutating func bind(_ index: Int, to referent: Int) {
    let phrase = phrases[index]
    byToken[phrase.head] = referent
    referents[referent].phrases.append(index)
    if let gender = phrase.gender { referents[referent].genders.insert(gender) }
    if referents[referent].type == nil || referents[referent].type == .other {
      referents[referent].type = phrase.type ?? referents[referent].type
    }
    if phrase.pronoun == nil {
      referents[referent].nouns.insert(phrase.noun)
      referents[referent].modifiers.formUnion(phrase.modifiers)
      if !referents[referent].isNamed { referents[referent].isPlural = phrase.isPlural }
      if referents[referent].owner == nil, let owner = phrase.owner.flatMap({ byToken[$0] }),
        owner != referent, !referents[referent].isNamed
      {
        referents[referent].owner = owner
      }
    }
    note(phrase.head, of: referent)
  }

  /// Whom a noun introduces or explains: *the owner, Ante Brkic,* and *Ante Brkic, the owner,*.
  private mutating func apposed(_ phrase: Phrase) -> Int? {
    guard phrase.pronoun == nil, !phrase.isPlural else { return nil }
    var beside = syntax.dependents(of: phrase.head, .appos, .flat)
    let explained = syntax.words[phrase.head].flatMap { $0.relation == .appos ? $0.head : nil }
    beside += [explained, behindComma(phrase)].compactMap(\.self)
    for token in beside {
      guard let found = nameByToken[token].map({ context.names[$0] }), !found.name.isAdjective,
        !found.name.isMetonym
      else { continue }
      let type = context.known[found.group]?.type
      if type == phrase.type && type != nil || type == nil && phrase.type == .person {
        return referent(of: found.group)
      }
    }
    // "The last judge, a dentist,"
    guard let explained, let other = byToken[explained], phrase.type == .person,
      referents[other].type == .person
    else { return nil }
    return other
  }

  /// The first token of a person's name that a comma joins to a phrase: *her successor, Ola Brekke,*.
  private func behindComma(_ phrase: Phrase) -> Int? {
    let comma = phrase.tokens.upperBound
    guard phrase.type == .person, comma + 1 < words.lower.count, words.lower[comma] == ",",
      let name = nameByToken[comma + 1].map({ context.names[$0].name.tokens }),
      name.lowerBound == comma + 1, name.upperBound < words.lower.count
    else { return nil }
    let next = words.lower[name.upperBound]
    let isClosed = [",", "."].contains(next) || syntax.words[name.upperBound]?.part == .verb
    // "the owner, Ante Brkic and his wife" is a list.
    return isClosed ? comma + 1 : nil
  }

  // MARK: Nouns that take up

  /// Whom a noun with an article takes up.
  private mutating func described(_ phrase: Phrase) -> Int? {
    if let pair = pair(phrase) { return pair }
    guard phrase.form == .definite else { return nil }
    let owner = phrase.owner.flatMap { byToken[$0] }
    let chain = (chained[phrase.head] ?? []).compactMap { byToken[$0] }.first { index in
      let referent = referents[index]
      return index != owner && referent.isPlural == phrase.isPlural && agrees(referent, phrase)
        && !speaksOfItself(phrase, referent)
        && (referent.nouns.contains(phrase.noun)
          || referent.type != nil && referent.mayBe(phrase.type))
        && (owner == nil || referent.owner == nil || referent.owner == owner)
        && !isOtherOffice(phrase, than: referent)
    }
    if let chain { return chain }
    let same = referents.indices.filter { index in
      let referent = referents[index]
      guard let last = referent.last, last.token < phrase.head else { return false }
      return referent.nouns.contains(phrase.noun) && agrees(referent, phrase)
        && (referent.isPlural == phrase.isPlural || referent.type == .group)
        && index != owner && (owner == nil || referent.owner == owner)
        && phrase.modifiers.isSubset(of: referent.modifiers)
    }
    if let same = same.max(by: { position($0) < position($1) }) { return same }
    return onlyBody(phrase)
  }

  /// *The man in front of me* is not the one who says so.
  private func speaksOfItself(_ phrase: Phrase, _ referent: Referent) -> Bool {
    guard let speaker = context.speakers[phrase.head], referent.group == speaker else {
      return false
    }
    return phrase.tokens.contains { ["me", "my", "myself"].contains(words.lower[$0]) }
  }

  /// *The premier* is not *the mayor*, though a leader may be either.
  private func isOtherOffice(_ phrase: Phrase, than referent: Referent) -> Bool {
    func isPlain(_ noun: String) -> Bool {
      (context.roles.contains(noun, .office) || Self.offices.contains(noun))
        && !Self.generic.contains(noun)
    }
    return isPlain(phrase.noun) && !referent.nouns.contains(phrase.noun)
      && referent.nouns.contains(where: isPlain)
  }

  /// Offices below those of a state.
  private static let offices: Set<String> = [
    "mayor", "judge", "sheriff", "bishop", "archbishop", "senator", "councillor", "coroner",
  ]

  /// Offices that say no more than that somebody leads or speaks.
  private static let generic: Set<String> = ["leader", "head", "chief", "ruler", "diplomat"]

  private func position(_ referent: Int) -> Int { referents[referent].last?.token ?? -1 }

  private func agrees(_ referent: Referent, _ phrase: Phrase) -> Bool {
    guard let gender = phrase.gender else { return true }
    return referent.genders.isEmpty || referent.genders.contains(gender)
  }

  /// *The company*: the only body that the sentences right before have named.
  private func onlyBody(_ phrase: Phrase) -> Int? {
    guard phrase.type == .organisation, phrase.modifiers.isEmpty, phrase.owner == nil else {
      return nil
    }
    let near = referents.indices.filter { index in
      referents[index].isNamed && referents[index].type == .organisation
        && referents[index].last.map { phrase.sentence - $0.sentence <= 2 } ?? false
    }
    return near.count == 1 && Self.bodies.contains(phrase.noun) ? near.first : nil
  }

  /// Nouns that say no more of a body than that it is one.
  private static let bodies: Set<String> = [
    "company", "firm", "group", "organisation", "organization", "agency", "body", "institution",
  ]

  // MARK: Pairs

  /// *The two countries*, *both sides*, *the pair*: of two that the report has just named.
  private mutating func pair(_ phrase: Phrase) -> Int? {
    let isTwo =
      phrase.modifiers.contains("two")
      || ["two", "both", "pair", "duo", "couple"].contains(phrase.noun)
      || syntax.dependents[phrase.head].contains { words.lower[$0] == "both" }
    guard isTwo, phrase.form == .definite, phrase.modifiers.count <= 1 else { return nil }
    let near = referents.indices.filter { index in
      referents[index].members.count == 2
        && referents[index].members.allSatisfy { isOne(referents[$0], of: phrase) }
        && (referents[index].last.map { phrase.sentence - $0.sentence <= 4 } ?? false)
    }
    if let coordinated = near.max(by: { position($0) < position($1) }) { return coordinated }
    if let two = two(takenUpBy: phrase) { return two }
    for back in 0...2 {
      let named = referents.indices.filter { index in
        referents[index].members.isEmpty && referents[index].isNamed
          && isOne(referents[index], of: phrase)
          && referents[index].last.map { phrase.sentence - $0.sentence <= back } ?? false
      }
      if named.count == 2 {
        return add(Referent(type: .group, isPlural: true, members: named))
      }
      if named.count > 2 { return nil }
    }
    return nil
  }

  /// *Both sides*, of *the two countries* a few sentences before.
  private func two(takenUpBy phrase: Phrase) -> Int? {
    guard ["side", "party", "two", "both"].contains(phrase.noun) else { return nil }
    return referents.indices.filter { index in
      referents[index].isPlural && referents[index].modifiers.contains("two")
        && [.group, .organisation, .state].contains(referents[index].type)
        && (referents[index].last.map { phrase.sentence - $0.sentence <= 4 } ?? false)
    }.max { position($0) < position($1) }
  }

  /// Whether somebody may be one of two that a plural speaks of.
  private func isOne(_ referent: Referent, of phrase: Phrase) -> Bool {
    guard let type = referent.type else { return referent.isNamed }
    switch phrase.noun {
    case "country", "nation", "state", "government", "capital", "republic", "neighbour", "neighbor":
      return type == .state || referent.isNamed && [.place, .organisation].contains(type)
    case "side", "party", "two", "both": return type != .product && type != .other
    case "pair", "duo", "couple": return type == .person
    default:
      return phrase.type == .group ? [.person, .group].contains(type) : type == phrase.type
    }
  }

  // MARK: Pronouns

  private mutating func antecedent(of phrase: Phrase, _ pronoun: Phrase.Pronoun) -> Int? {
    if pronoun == .mutual { return mutual(phrase) }
    if let explained = bracketed(phrase) { return explained }
    let candidates = referents.indices.filter { may($0, be: phrase, pronoun) }
    let chain = (chained[phrase.head] ?? []).compactMap { byToken[$0] }.first(
      where: candidates.contains)
    if let chain { return chain }
    let scored = candidates.map { (index: $0, score: score($0, phrase, pronoun)) }
      .sorted { $0.score > $1.score }
    guard let best = scored.first, best.score > (phrase.type == .person ? -6.5 : -2.5) else {
      return nil
    }
    let margin = [.he, .she].contains(pronoun) ? 0.05 : 0.5
    if let next = scored.dropFirst().first(where: { !isPart($0.index, of: best.index) }),
      best.score - next.score < margin
    {
      return nil
    }
    return best.index
  }

  /// The name in brackets behind a pronoun: *"He (Berg) came," she said*.
  private mutating func bracketed(_ phrase: Phrase) -> Int? {
    let bracket = phrase.tokens.upperBound
    guard bracket + 2 < words.lower.count, words.lower[bracket] == "(",
      let found = nameByToken[bracket + 1].map({ context.names[$0] }),
      found.name.tokens.lowerBound == bracket + 1,
      found.name.tokens.upperBound < words.lower.count,
      words.lower[found.name.tokens.upperBound] == ")"
    else { return nil }
    return referent(of: found.group)
  }

  private func isPart(_ one: Int, of other: Int) -> Bool {
    referents[other].members.contains(one)
  }

  /// *Each other*: those who are the subject of its clause.
  private func mutual(_ phrase: Phrase) -> Int? {
    var verb = phrase.governor
    for _ in 0..<4 {
      guard let token = verb else { return nil }
      if let subject = syntax.dependents(of: token, .nsubj).first {
        let joined = syntax.dependents(of: subject, .conj).compactMap { byToken[$0] }
        guard let own = byToken[subject] else { return nil }
        if joined.isEmpty { return referents[own].isPlural ? own : nil }
        return referents.firstIndex { Set($0.members) == Set([own] + joined) }
      }
      verb = syntax.words[token]?.head
    }
    return nil
  }

  private func may(_ index: Int, be phrase: Phrase, _ pronoun: Phrase.Pronoun) -> Bool {
    let referent = referents[index]
    guard let last = referent.last, last.token < phrase.head else { return false }
    let apart = phrase.sentence - last.sentence
    guard apart >= 0, apart <= (phrase.type == .person ? 4 : 2) else { return false }
    guard !isBesides(last, phrase) else { return false }
    switch pronoun {
    case .he, .she:
      guard !referent.isPlural, referent.type == .person || referent.isNamed && referent.type == nil
      else { return false }
      return agrees(referent, phrase) && referent.genders.count < 2 && !isSpeaker(referent, phrase)
    case .it:
      return !referent.isPlural && referent.type != .person && referent.type != .group
        && referent.genders.isEmpty && referent.nouns.isDisjoint(with: Self.times)
    case .they:
      return (referent.isPlural || [.organisation, .group].contains(referent.type))
        && !isSpeaker(referent, phrase) && referent.nouns.isDisjoint(with: Self.times)
    case .speaker, .speakers, .mutual: return false
    }
  }

  /// Nouns of time, which nobody calls "it".
  private static let times: Set<String> = [
    "day", "week", "month", "year", "hour", "minute", "second", "morning", "evening", "night",
    "afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Whether both are arguments of one verb, as in *Vang lent him a brush*.
  private func isBesides(_ last: Referent.Place, _ phrase: Phrase) -> Bool {
    guard let governor = phrase.governor, last.governor == governor else { return false }
    let relation = syntax.words[phrase.head]?.relation
    return [.nsubj, .obj, .iobj, .obl].contains(relation)
      && !words.lower[phrase.head].hasSuffix("self")
      && !words.lower[phrase.head].hasSuffix("selves")
  }

  /// Whoever is quoted is no *he* in what is quoted.
  private func isSpeaker(_ referent: Referent, _ phrase: Phrase) -> Bool {
    guard let group = referent.group else { return false }
    return context.speakers[phrase.head] == group
  }

  private func score(_ index: Int, _ phrase: Phrase, _ pronoun: Phrase.Pronoun) -> Double {
    let referent = referents[index]
    guard let last = referent.last else { return -.infinity }
    var score = -1.5 * Double(phrase.sentence - last.sentence)
    if last.isSubject { score += phrase.isSubject ? 1.5 : 1 }
    if referent.isNamed { score += 0.25 } else if isHeading(last.sentence) { score -= 1.5 }
    score += 0.15 * Double(min(3, referent.count))
    if pronoun == .they {
      if !referent.isPlural { score -= 2 }
      if !referent.members.isEmpty { score += 0.5 }
    }
    if pronoun == .it, referent.type == .place, referent.isNamed { score -= 0.75 }
    return score - 0.004 * Double(min(100, phrase.head - last.token))
  }

  private func isHeading(_ sentence: Int) -> Bool {
    words.text.sentences.indices.contains(sentence) && words.text.sentences[sentence].role != .body
  }

  // MARK: Those who speak

  private mutating func readSpeaker(_ index: Int) {
    let phrase = phrases[index]
    guard let group = context.speakers[phrase.head] else { return }
    let speaker = referent(of: group)
    if phrase.pronoun == .speaker {
      if referents[speaker].type == .person { bind(index, to: speaker) }
    } else if let side = referents[speaker].group.flatMap({ context.sides[$0] }) {
      bind(index, to: referent(of: side))
    } else if referents[speaker].type == .person || referents[speaker].type == nil {
      // Whoever is meant besides the speaker is left open.
      let known = referents.firstIndex { $0.members == [speaker] && $0.isPlural }
      bind(index, to: known ?? add(Referent(type: .group, isPlural: true, members: [speaker])))
    } else {
      bind(index, to: speaker)
    }
  }
}
