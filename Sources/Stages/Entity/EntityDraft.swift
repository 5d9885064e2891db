import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Entities in the making: groups of names, then unnamed sources, roles and what the lexicon knows.
struct EntityDraft {
  let words: Words
  let reading: Annotations
  var groups: [EntityJoiner.Group]
  var roles: [[RoleReader.Role]]
  var countries: [String?]
  var links: [String?]
  /// The groups that a group is known to hold.
  var members: [Int: [Int]] = [:]
  /// Groups that speak beside the source of an attribution.
  var further: [Attribution.ID: [Int]] = [:]
  /// Of each group that was joined to another, that one.
  private var joined: [Int: Int] = [:]
  /// The group in which each mention was found.
  var places: [Span: Int] = [:]
  /// The group of each mention of the reading that names nobody.
  var unnamed: [Span: Int] = [:]

  init(groups: [EntityJoiner.Group], reading: Annotations, words: Words) {
    self.groups = groups
    self.reading = reading
    self.words = words
    roles = groups.map { _ in [] }
    countries = groups.map { _ in nil }
    links = groups.map { _ in nil }
    for (index, group) in groups.enumerated() {
      for mention in group.mentions { places[mention.span] = places[mention.span] ?? index }
    }
    addUnnamed()
  }

  /// Each unnamed source, an entity of its own until something binds it.
  private mutating func addUnnamed() {
    for entity in reading.entities {
      for mention in entity.mentions where mention.kind != .name && unnamed[mention.span] == nil {
        unnamed[mention.span] = groups.count
        places[mention.span] = places[mention.span] ?? groups.count
        groups.append(
          EntityJoiner.Group(type: entity.type, name: entity.name, mentions: [mention]))
        extend()
      }
    }
  }

  /// Makes room for what is known of a new group.
  mutating func extend() {
    roles.append([])
    countries.append(nil)
    links.append(nil)
  }

  /// The names of the text in order, each with its group.
  var names: [(name: FoundName, group: Int)] {
    groups.indices.flatMap { group in groups[group].names.map { (name: $0, group: group) } }
      .sorted { $0.name.span < $1.name.span }
  }

  // MARK: Roles

  mutating func readRoles(_ reader: RoleReader, _ words: RoleWords) {
    for index in groups.indices where [.person, .group].contains(groups[index].type) {
      for name in groups[index].names where groups[index].type == .person {
        roles[index] += reader.roles(around: name)
      }
      for mention in groups[index].mentions where mention.kind == .nominal {
        let tokens = Array(self.words.text.tokens(overlapping: mention.span))
        if let role = reader.role(in: tokens), groups[index].type == .person || role.of != nil {
          roles[index].append(role)
        }
      }
      for role in roles[index] { noteGender(role, index, words) }
    }
  }

  /// What a noun such as *wife* or *spokeswoman* tells of its bearer.
  mutating func noteGender(_ role: RoleReader.Role, _ group: Int, _ words: RoleWords) {
    guard let noun = self.words.lower[self.words.text.tokens(overlapping: role.span)].last else {
      return
    }
    if words.contains(noun, .male) { groups[group].genders.insert(.male) }
    if words.contains(noun, .female) { groups[group].genders.insert(.female) }
  }

  // MARK: What the text binds

  /// *The mayor*, *the institute*, *the officials*: a source with an article is the one that the report
  /// described so before, when there is just one.
  mutating func bindDescriptions(_ lexicon: Lexicon) {
    for (span, group) in unnamed.sorted(by: { $0.key < $1.key }) {
      let tokens = words.lower[words.text.tokens(overlapping: span)]
      guard tokens.first == "the", (2...3).contains(tokens.count), let noun = tokens.last else {
        continue
      }
      let earlier = groups.indices.filter { index in
        index != group && target(index) == index
          && (groups[index].mentions.first?.span ?? span) < span
          && describes(noun, index, lexicon)
      }
      guard earlier.count == 1 else { continue }
      // It tells nothing new.
      roles[group] = []
      join(group, to: earlier[0])
    }
  }

  /// Whether the report has called somebody by a noun: by a role, by the last word of a body's name, or in an
  /// earlier description.
  private func describes(_ noun: String, _ group: Int, _ lexicon: Lexicon) -> Bool {
    func ends(_ span: Span, in noun: String) -> Bool {
      words.lower[words.text.tokens(overlapping: span)].last == noun
    }
    switch groups[group].type {
    case .person, .group:
      return roles[group].contains { ends($0.span, in: noun) && $0.standing != .former }
    case .organisation:
      return [.organisation, .media].contains(lexicon.sourceNouns[noun])
        && groups[group].mentions.contains { ends($0.span, in: noun) }
    default: return false
    }
  }

  /// *He said* right after *Rey said*, nobody else having been named between.
  mutating func bindPronouns() {
    var last: (group: Int, end: Int)?
    for attribution in reading.attributions where attribution.parent == nil {
      guard let source = attribution.source.first, attribution.sourceEntities.count == 1,
        let current = group(of: attribution.sourceEntities[0], at: attribution)
      else { continue }
      if let gender = Self.pronouns[words.passage.words(source).lowercased()] {
        guard let speaker = last, blocks(from: speaker.end, to: source.start) <= 1,
          groups[speaker.group].gender == nil || groups[speaker.group].gender == gender,
          !namesAnother(than: speaker.group, from: speaker.end, to: source.start)
        else {
          last = nil
          continue
        }
        groups[speaker.group].genders.insert(gender)
        join(current, to: speaker.group)
        last = (speaker.group, source.end)
      } else {
        last = groups[current].type == .person ? (current, source.end) : nil
      }
    }
  }

  private static let pronouns: [String: Entity.Gender] = ["he": .male, "she": .female]

  private func blocks(from start: Int, to end: Int) -> Int {
    func block(_ byte: Int) -> Int {
      let sentence = min(words.sentence(at: byte), words.text.sentences.count - 1)
      return words.text.sentences[sentence].block
    }
    return start <= end && !words.text.sentences.isEmpty
      ? block(end) - block(max(0, start - 1)) : .max
  }

  private func namesAnother(than group: Int, from start: Int, to end: Int) -> Bool {
    groups.indices.contains { index in
      target(index) != group && [.person, .other].contains(groups[index].type)
        && groups[index].mentions.contains {
          $0.kind == .name && start <= $0.span.start && $0.span.end <= end
        }
    }
  }

  mutating func join(_ group: Int, to other: Int) {
    let (from, into) = (target(group), target(other))
    guard from != into else { return }
    groups[into].mentions += groups[from].mentions
    groups[into].names += groups[from].names
    roles[into] += roles[from]
    groups[into].genders.formUnion(groups[from].genders)
    groups[from].mentions = []
    groups[from].names = []
    joined[from] = into
  }

  func target(_ group: Int) -> Int {
    var group = group
    while let next = joined[group] { group = next }
    return group
  }

  private func group(at span: Span) -> Int? {
    places[span].map(target)
  }

  /// The group that an entity of the reading has become, where an attribution speaks of it.
  func group(of entity: Entity.ID, at attribution: Attribution) -> Int? {
    guard reading.entities.indices.contains(entity) else { return nil }
    let place = (attribution.source.first ?? attribution.cue.first ?? attribution.content.first)
    let mentions = reading.entities[entity].mentions
    let mention = mentions.min { distance($0.span, place) < distance($1.span, place) }
    guard let span = mention?.span else { return nil }
    if let index = unnamed[span] { return target(index) }
    return group(at: span) ?? groups.indices.first { index in
      groups[index].mentions.contains { $0.kind == .name && $0.span.end == span.end }
    }
      ?? groups.indices.first {
        groups[$0].mentions.contains { $0.kind == .name && $0.span.overlaps(span) }
      }
  }

  private func distance(_ span: Span, _ place: Span?) -> Int {
    guard let place, !span.overlaps(place) else { return 0 }
    return span.end <= place.start ? place.start - span.end : span.start - place.end
  }

  // MARK: What the lexicon knows

  mutating func link(_ linker: Linker, _ context: Linker.Context) {
    let states = groups.filter { $0.type == .state }.flatMap { group in
      group.mentions.compactMap { mention in
        group.actor?.country.map { (span: mention.span, code: $0) }
      }
    }
    for index in groups.indices where !groups[index].mentions.isEmpty {
      if let actor = groups[index].actor {
        countries[index] = actor.country
        links[index] = groups[index].type == .place ? nil : actor.id
      } else if groups[index].type == .organisation {
        countries[index] = owner(of: index, among: states)
      }
    }
    for index in groups.indices where [.person, .group].contains(groups[index].type) {
      let stated = roles[index].map { role in
        Linker.StatedRole(
          words.passage.words(role.span), standing: role.standing,
          state: role.of.flatMap { countries[target($0)] })
      }
      let states = Set(stated.compactMap(\.state))
      countries[index] = states.count == 1 ? states.first : nil
      guard groups[index].type == .person, groups[index].person != nil else { continue }
      let names = Set(
        groups[index].mentions.filter { $0.kind == .name && !$0.isMisspelt }
          .map { words.passage.words($0.span) })
      if let person = linker.officeholder(
        named: [groups[index].name] + names.sorted(), roles: stated, in: context)
      {
        links[index] = person.id
        countries[index] = countries[index] ?? linker.country(of: person, on: context.day)
      }
    }
  }

  /// The state within the name of a body: *Norwegian Navy*, *Spain's transport ministry*.
  private func owner(of body: Int, among states: [(span: Span, code: String)]) -> String? {
    let owners = states.filter { state in
      groups[body].mentions.contains { $0.span != state.span && $0.span.contains(state.span) }
    }
    let codes = Set(owners.map(\.code))
    return codes.count == 1 ? codes.first : nil
  }

  // MARK: The reading

  /// The reading with these entities, in the order of their first mention.
  var finished: Annotations {
    var order = groups.indices.filter { !groups[$0].mentions.isEmpty }
    order.sort { (first(of: $0), $0) < (first(of: $1), $1) }
    var ids: [Int: Entity.ID] = [:]
    for (id, index) in order.enumerated() { ids[index] = id }
    var result = reading
    result.entities = order.enumerated().map { id, index in entity(id, index, ids) }
    for index in result.attributions.indices {
      let attribution = reading.attributions[index]
      func renamed(_ entities: [Entity.ID]) -> [Entity.ID] {
        var seen: [Entity.ID] = []
        for entity in entities {
          if let group = group(of: entity, at: attribution), let id = ids[group], !seen.contains(id)
          {
            seen.append(id)
          }
        }
        return seen
      }
      let beside = (further[attribution.id] ?? []).compactMap { ids[target($0)] }
      result.attributions[index].sourceEntities = renamed(attribution.sourceEntities) + beside
      result.attributions[index].addressee = renamed(attribution.addressee)
      if let speaker = result.attributions[index].sourceEntities.first.map({ order[$0] }),
        let type = sourceType(of: speaker, attribution)
      {
        result.attributions[index].sourceType = type
      }
    }
    return result
  }

  private func first(of group: Int) -> Span {
    groups[group].mentions.map(\.span).min() ?? Span(start: 0, end: 0)
  }

  private func entity(_ id: Entity.ID, _ index: Int, _ ids: [Int: Entity.ID]) -> Entity {
    let group = groups[index]
    var mentions: [Entity.Mention] = []
    for mention in group.mentions.sorted(by: { $0.span < $1.span })
    where !mentions.contains(where: { $0.span == mention.span }) {
      mentions.append(mention)
    }
    var stated: [Entity.Role] = []
    for role in roles[index].sorted(by: { $0.span < $1.span })
    where !stated.contains(where: { $0.span == role.span }) {
      stated.append(
        Entity.Role(
          span: role.span, of: role.of.flatMap { ids[target($0)] }, standing: role.standing))
    }
    return Entity(
      id: id, name: group.name, type: group.type, mentions: mentions, roles: stated,
      country: countries[index], gender: group.gender, link: links[index],
      members: (members[index] ?? []).compactMap { ids[target($0)] })
  }

  /// What kind of source it is, where the lexicon knows better than the words of the phrase.
  private func sourceType(of group: Int, _ attribution: Attribution) -> Attribution.SourceType? {
    let named: Set<Attribution.SourceType> = [.namedPerson, .organisation, .state, .media]
    if attribution.sourceType.isUnnamed {
      // "The pope said", of one whom the report names.
      guard groups[group].mentions.contains(where: { $0.kind == .name }) else { return nil }
      switch groups[group].type {
      case .person: return .namedPerson
      case .organisation: return .organisation
      default: return nil
      }
    }
    guard named.contains(attribution.sourceType) else { return nil }
    guard let actor = groups[group].actor else {
      return groups[group].type == .state ? .state : nil
    }
    switch actor.kind {
    case .state: return groups[group].type == .state ? .state : nil
    case .body: return .organisation
    case .agency, .media: return .media
    }
  }
}
