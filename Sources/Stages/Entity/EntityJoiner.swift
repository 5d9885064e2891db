import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Which names are of one somebody.
///
/// Names with a sense in the lexicon are joined by it. A person's full name comes first, then surname, honorific
/// and surname, first name, initials, other spellings. A surname that two people in the report share goes to the
/// one last mentioned; a name written with a slip goes to the one it resembles, when the report introduces nobody
/// of that spelling.
struct EntityJoiner {
  private let words: Words
  private let roles: RoleWords
  private let types: NameTypes
  /// Spans whose name was found to speak.
  private let speakers: Set<Span>

  /// Names that are one, and what they are.
  struct Group {
    var type: Entity.Kind
    var name: String
    var mentions: [Entity.Mention] = []
    var names: [FoundName] = []
    var actor: Actor?
    var person: PersonName?
    /// Every gender that a mention shows.
    var genders: Set<Entity.Gender> = []

    var gender: Entity.Gender? { genders.count == 1 ? genders.first : nil }
  }

  private(set) var groups: [Group] = []
  private var keys: [String: Int] = [:]
  private var people = PersonIndex()
  /// Titles and callings before the names of each group: *judge*.
  private var callings: [Int: Set<String>] = [:]
  /// When each group was last mentioned.
  private var recent: [Int] = []
  private var clock = 0

  init(words: Words, lexicon: Lexicon, actors: ActorLexicon, speakers: Set<Span>) {
    self.words = words
    self.speakers = speakers
    roles = actors.roles
    types = NameTypes(words: words, lexicon: lexicon, actors: actors)
  }

  /// Joins names, given in text order.
  mutating func join(_ names: [FoundName]) {
    var typed = names.map { name in
      var name = name
      // "Georgia Lyon, who lends them out"
      if name.type == .place, types.isIntroduced(name.tokens) { name.type = .person }
      name.type =
        name.type ?? types.type(of: name.tokens) ?? (speakers.contains(name.span) ? .person : nil)
      return name
    }
    let located = Set(typed.filter { $0.type == .place }.map { key($0) })
    for index in typed.indices
    where isBareSpeaker(typed[index]) && located.contains(key(typed[index])) {
      // What speaks here and is a place there is a state.
      typed[index].type = .state
    }
    let introduced = introduced(typed)
    for index in typed.indices where typed[index].type == nil {
      let person = PersonName(words.passage.words(typed[index].span))
      if person.isFull ? introduced.agrees(with: person) : introduced.has(person) {
        typed[index].type = .person
      }
    }
    for name in typed {
      clock += 1
      let group = group(for: name, introduced)
      let mention = Entity.Mention(
        span: name.span, kind: name.isAdjective ? .adjective : .name, isMetonym: name.isMetonym,
        isMisspelt: group.isSlip)
      groups[group.at].mentions.append(mention)
      groups[group.at].names.append(name)
      recent[group.at] = clock
      if let calling = calling(before: name) { callings[group.at, default: []].insert(calling) }
      note(name, in: group.at)
    }
  }

  private func key(_ name: FoundName) -> String { NameKey(words.passage.words(name.span)).text }

  /// A name of one word of which nothing is known but that it speaks.
  private func isBareSpeaker(_ name: FoundName) -> Bool {
    name.tokens.count == 1 && name.sense == nil && speakers.contains(name.span)
      && types.type(of: name.tokens) == nil
  }

  // MARK: Finding the group

  private mutating func group(
    for name: FoundName, _ introduced: Introduced
  ) -> (at: Int, isSlip: Bool) {
    let written = words.passage.words(name.span)
    if let actor = name.sense?.actor {
      let isPlace = name.type == .place
      // A city is not the state that it stands for elsewhere.
      let isCity = isPlace && (name.sense?.form == .capital || name.sense?.form == .seat)
      let key = isPlace ? "place:" + (isCity ? NameKey(written).text : actor.id) : actor.id
      return (at(key, name, written), false)
    }
    switch name.type {
    case .state: return (at("state " + NameKey(written).text, name, written), false)
    case .place:
      let key = NameKey(written).text
      if keys["place " + key] == nil, let known = keys["other " + key] {
        groups[known].type = .place
        keys["place " + key] = known
      }
      return (at("place " + key, name, written), false)
    case .person: return person(name, written, introduced)
    case .organisation: return (body(name, written), false)
    default:
      let key = bodyKey(written)
      if let known = keys["body " + key] ?? keys["place " + key] { return (known, false) }
      return (at("other " + key, name, written), false)
    }
  }

  private mutating func at(_ key: String, _ name: FoundName, _ written: String) -> Int {
    if let known = keys[key] { return known }
    keys[key] = groups.count
    return add(name, written)
  }

  private mutating func add(_ name: FoundName, _ written: String) -> Int {
    // "Spanish" and "Madrid" are no names of the state.
    let isOwnName = !name.isAdjective && !name.isMetonym
    groups.append(
      Group(
        type: name.type ?? .other, name: isOwnName ? written : name.sense?.actor.name ?? written,
        actor: name.sense?.actor))
    recent.append(clock)
    return groups.count - 1
  }

  // MARK: People

  /// The full names of people that the whole report gives.
  private struct Introduced {
    private var byWord: [String: [PersonName]] = [:]

    init(_ names: [PersonName]) {
      for name in Set(names) where name.isFull {
        for word in Set([name.words[0], name.words[name.words.count - 1]]) {
          byWord[word, default: []].append(name)
        }
      }
    }

    func bearers(of family: PersonName) -> [PersonName] {
      (family.words.last.flatMap { byWord[$0] } ?? []).filter { $0.hasFamily(family) }
    }

    /// Whether a full name may be somebody's: *J. Rey*.
    func agrees(with person: PersonName) -> Bool {
      (person.words.last.flatMap { byWord[$0] } ?? []).contains { $0.agrees(with: person) }
    }

    /// Whether somebody has this family or first name.
    func has(_ short: PersonName) -> Bool {
      (short.words.last.flatMap { byWord[$0] } ?? []).contains {
        $0.hasFamily(short) || $0.hasGiven(short)
      }
    }
  }

  private func introduced(_ names: [FoundName]) -> Introduced {
    Introduced(
      names.filter { $0.type == .person && $0.tokens.count > 1 }.map {
        PersonName(words.passage.words($0.span))
      })
  }

  private mutating func person(
    _ name: FoundName, _ written: String, _ introduced: Introduced
  ) -> (at: Int, isSlip: Bool) {
    var person = PersonName(written)
    person.isFamilyAlone = person.beginsWithParticle && !introduced.bearers(of: person).isEmpty
    if person.isFull, let known = formerName(person, name) {
      people.add(person, group: known, isFurther: true)
      return (known, false)
    }
    if let known = person.isFull ? fullName(person, introduced) : bearer(of: person, at: name) {
      if groups[known].person?.isFull == false { list(person, at: known) }
      return (known, false)
    }
    let resembled = people.groups(resembling: person)
    if resembled.count == 1, !introduced.has(person), !hasRole(name) { return (resembled[0], true) }
    let index = keys["other " + NameKey(written).text] ?? add(name, written)
    groups[index].type = .person
    list(person, at: index)
    return (index, false)
  }

  private mutating func list(_ person: PersonName, at group: Int) {
    groups[group].person = person
    people.add(person, group: group)
  }

  /// The person of a full name: of the same, of one that agrees with it, or a headline's bare surname before
  /// the only one who bears it.
  private func fullName(_ person: PersonName, _ introduced: Introduced) -> Int? {
    if let same = people.groups(like: person, where: { $0 == person }).first { return same }
    let alike = people.groups(like: person) { $0.isFull && $0.agrees(with: person) }
    if alike.count == 1 { return alike[0] }
    let open = people.groups(like: person) { !$0.isFull && person.hasFamily($0) }
    guard open.count == 1, let family = groups[open[0]].person else { return nil }
    return introduced.bearers(of: family).allSatisfy { $0.agrees(with: person) } ? open[0] : nil
  }

  /// Whose short name this is: of those who bear the surname the one last mentioned, or the only one of that
  /// first name.
  private func bearer(of short: PersonName, at name: FoundName) -> Int? {
    let gender = gender(of: name)
    func may(_ index: Int) -> Bool {
      gender == nil || groups[index].gender == nil || groups[index].gender == gender
    }
    let family = people.groups(like: short) { $0.hasFamily(short) }.filter(may)
    // "Mrs Rey" is rather the one who is known to be a woman.
    let shown = gender == nil ? [] : family.filter { groups[$0].gender == gender }
    // "Judge Rey" is the one who was called so before.
    let calling = calling(before: name)
    let called = family.filter { index in
      calling.map { callings[index]?.contains($0) ?? false } ?? false
    }
    let last = (!called.isEmpty ? called : shown.isEmpty ? family : shown).max {
      recent[$0] < recent[$1]
    }
    if let last { return last }
    let given = people.groups(like: short) { $0.hasGiven(short) }.filter(may)
    return given.count == 1
      ? given[0] : people.groups(like: short, where: { $0 == short }).filter(may).first
  }

  /// The title or calling right before a name.
  private func calling(before name: FoundName) -> String? {
    var before = name.tokens.lowerBound - 1
    if before > 0, words.lower[before] == "." { before -= 1 }
    guard before >= 0, !roles.contains(words.lower[before], .honorific),
      types.isCalling(words.lower[before])
    else { return nil }
    return words.lower[before]
  }

  /// Whose other name this is: *Ilse Moe, born Ilse Brandt*.
  private func formerName(_ person: PersonName, _ name: FoundName) -> Int? {
    let before = name.tokens.lowerBound - 1
    guard before > 0, Self.namings.contains(words.lower[before]),
      let given = person.words.first,
      let last = recent.indices.max(by: { recent[$0] < recent[$1] }),
      let known = groups[last].person, known.isFull, known.words.first == given,
      let mention = groups[last].mentions.last,
      words.sentence(at: mention.span.start) == words.sentence(at: name.span.start)
    else { return nil }
    return last
  }

  private static let namings: Set<String> = [
    "as", "née", "nee", "born", "formerly", "alias", "aka", "called", "previously",
  ]

  /// Whether a title or an apposition introduces the name.
  private func hasRole(_ name: FoundName) -> Bool {
    let next = name.tokens.upperBound
    // "Ms. Angstorm" introduces nobody.
    if roles.contains(wordBefore(name), .honorific) { return false }
    return types.type(of: name.tokens) == .person
      || next + 1 < words.lower.count && words.lower[next] == ","
        && ["a", "an", "the", "who"].contains(words.lower[next + 1])
  }

  // MARK: Bodies

  private mutating func body(_ name: FoundName, _ written: String) -> Int {
    let key = bodyKey(written)
    if let known = keys["body " + key] ?? keys["other " + key] { return known }
    if let whole = whole(of: key, name) {
      keys["body " + key] = whole
      return whole
    }
    return at("body " + key, name, written)
  }

  private func bodyKey(_ written: String) -> String {
    let key = NameKey(written).text
    return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
  }

  /// The one body whose name ends in these words, begins with them, or has them as initials.
  private func whole(of key: String, _ name: FoundName) -> Int? {
    let short = key.split(separator: " ")
    let found = groups.indices.filter { index in
      guard groups[index].type == .organisation, groups[index].actor == nil else { return false }
      let long = bodyKey(groups[index].name).split(separator: " ")
      guard long.count > short.count else { return false }
      if Array(long.suffix(short.count)) == short { return true }
      if short.count > 1 || Self.companies.contains(long[long.count - 1]) {
        if Array(long.prefix(short.count)) == short { return true }
      }
      let initials = long.filter { !["of", "for", "the", "and", "s"].contains($0) }.compactMap(
        \.first)
      return short.count == 1 && initials.count > 1 && String(initials) == key
    }
    return found.count == 1 ? found[0] : nil
  }

  private static let companies: Set<Substring> = [
    "inc", "ltd", "llc", "corp", "plc", "co", "company", "gmbh", "group",
  ]

  // MARK: What a mention shows

  private mutating func note(_ name: FoundName, in index: Int) {
    if let shown = gender(of: name) { groups[index].genders.insert(shown) }
    guard !name.isAdjective, !name.isMetonym else { return }
    let written = words.passage.words(name.span)
    let isFuller =
      groups[index].actor == nil
      ? written.utf8.count > groups[index].name.utf8.count
        && !(groups[index].mentions.last?.isMisspelt ?? false)
      : groups[index].names.dropLast().allSatisfy { $0.isAdjective || $0.isMetonym }
    if isFuller { groups[index].name = written }
  }

  /// What the honorific or the noun before a name says: *Mrs Rey*, *spokeswoman Ana Ruiz*.
  private func gender(of name: FoundName) -> Entity.Gender? {
    guard name.type == .person || name.type == nil else { return nil }
    return roles.gender(wordBefore(name)) ?? relative(before: name.tokens.lowerBound).flatMap(
      roles.gender)
      ?? relative(behind: name.tokens.upperBound).flatMap(roles.gender)
  }

  /// The word right before a name, without the full stop of an abbreviation.
  private func wordBefore(_ name: FoundName) -> String {
    var before = name.tokens.lowerBound - 1
    if before > 0, words.lower[before] == "." { before -= 1 }
    let word = before >= 0 ? words.lower[before] : ""
    return word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// The noun of *her brother,* before a name.
  private func relative(before token: Int) -> String? {
    guard token > 2, words.lower[token - 1] == ",",
      ["his", "her", "their", "'s", "’s"].contains(words.lower[token - 3])
    else { return nil }
    return words.lower[token - 2]
  }

  /// The noun of *, his wife,* behind a name.
  private func relative(behind token: Int) -> String? {
    guard token + 3 < words.lower.count, words.lower[token] == ",", words.lower[token + 3] == ",",
      ["his", "her", "their", "the", "a"].contains(words.lower[token + 1])
    else { return nil }
    return words.lower[token + 2]
  }
}
