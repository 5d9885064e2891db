import QuothAnnotation
import QuothReport
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
    var gender: Entity.Gender?
  }

  private(set) var groups: [Group] = []
  private var keys: [String: Int] = [:]
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
      name.type =
        name.type ?? types.type(of: name.tokens) ?? (speakers.contains(name.span) ? .person : nil)
      return name
    }
    let introduced = introduced(typed)
    for index in typed.indices where typed[index].type == nil {
      let short = PersonName(words.passage.words(typed[index].span))
      if !short.isFull, introduced.contains(where: { $0.hasFamily(short) || $0.hasGiven(short) }) {
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
      note(name, in: group.at)
    }
  }

  // MARK: Finding the group

  private mutating func group(
    for name: FoundName, _ introduced: [PersonName]
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
    case .state, .place:
      return (
        at("\(name.type == .state ? "state" : "place") \(NameKey(written).text)", name, written),
        false
      )
    case .person: return person(name, written, introduced)
    case .organisation: return (body(name, written), false)
    default:
      if let known = keys["body " + bodyKey(written)] { return (known, false) }
      return (at("other " + bodyKey(written), name, written), false)
    }
  }

  private mutating func at(_ key: String, _ name: FoundName, _ written: String) -> Int {
    if let known = keys[key] { return known }
    keys[key] = groups.count
    return add(name, written)
  }

  private mutating func add(_ name: FoundName, _ written: String) -> Int {
    groups.append(Group(type: name.type ?? .other, name: written, actor: name.sense?.actor))
    recent.append(clock)
    return groups.count - 1
  }

  // MARK: People

  private func introduced(_ names: [FoundName]) -> [PersonName] {
    names.filter { $0.type == .person && $0.tokens.count > 1 }.map {
      PersonName(words.passage.words($0.span))
    }
  }

  private mutating func person(
    _ name: FoundName, _ written: String, _ introduced: [PersonName]
  ) -> (at: Int, isSlip: Bool) {
    let person = PersonName(written)
    let known = groups.indices.filter { groups[$0].person != nil }
    if person.isFull {
      if let same = known.first(where: { groups[$0].person == person }) { return (same, false) }
      let alike = known.filter {
        groups[$0].person.map { $0.isFull && $0.agrees(with: person) } ?? false
      }
      if alike.count == 1 { return (alike[0], false) }
      let open = known.filter { index in
        groups[index].person.map { !$0.isFull && person.hasFamily($0) } ?? false
      }
      // A headline's bare surname, before the only one who bears it.
      if open.count == 1,
        introduced.filter({
          $0.hasFamily(PersonName(groups[open[0]].name)) && !$0.agrees(with: person)
        }).isEmpty
      {
        groups[open[0]].name = written
        groups[open[0]].person = person
        return (open[0], false)
      }
      let resembled = known.filter {
        groups[$0].person.map { $0.isFull && $0.resembles(person) } ?? false
      }
      if resembled.count == 1, !hasRole(name) { return (resembled[0], true) }
    } else {
      if let bearer = bearer(of: person, at: name) { return (bearer, false) }
      if let same = known.first(where: { groups[$0].person == person }) { return (same, false) }
      let isKnown = introduced.contains { $0.hasFamily(person) || $0.hasGiven(person) }
      let resembled = known.filter {
        groups[$0].person.map { $0.isFull && $0.resembles(person) } ?? false
      }
      if !isKnown, resembled.count == 1, !hasRole(name) { return (resembled[0], true) }
    }
    let index = add(name, written)
    groups[index].person = person
    return (index, false)
  }

  /// Whose short name this is.
  private func bearer(of short: PersonName, at name: FoundName) -> Int? {
    let gender = gender(of: name)
    func may(_ index: Int) -> Bool {
      gender == nil || groups[index].gender == nil || groups[index].gender == gender
    }
    let family = groups.indices.filter { groups[$0].person?.hasFamily(short) ?? false }.filter(may)
    if let last = family.max(by: { recent[$0] < recent[$1] }) { return last }
    let given = groups.indices.filter { groups[$0].person?.hasGiven(short) ?? false }.filter(may)
    return given.count == 1 ? given[0] : nil
  }

  /// Whether a title or an apposition introduces the name.
  private func hasRole(_ name: FoundName) -> Bool {
    let next = name.tokens.upperBound
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
    if let shown = gender(of: name) {
      groups[index].gender = groups[index].gender ?? shown
    }
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
    var before = name.tokens.lowerBound - 1
    if before > 0, words.lower[before] == "." { before -= 1 }
    guard before >= 0 else { return nil }
    let word =
      words.lower[before].hasSuffix(".")
      ? String(words.lower[before].dropLast()) : words.lower[before]
    // "her father Jan Berg" tells his; "Sister Ana" hers.
    if roles.contains(word, .male) { return .male }
    return roles.contains(word, .female) ? .female : nil
  }
}
