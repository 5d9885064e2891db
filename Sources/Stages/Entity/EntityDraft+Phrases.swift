import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// What phrases and pronouns add: whom they speak of, entities without a name, and whose a role is.
extension EntityDraft {
  mutating func bindPhrases(
    _ reader: PhraseReader, _ syntax: Syntax, _ chains: [CoreferenceReader.Chain],
    _ roleReader: RoleReader
  ) {
    var isNamed = [Bool](repeating: false, count: words.lower.count)
    let names = names
    for (name, _) in names where !name.isAdjective {
      for token in name.tokens { isNamed[token] = true }
    }
    let phrases = reader.phrases(isNamed: isNamed)
    var referents = ReferentReader(
      words: words, syntax: syntax, phrases: phrases, chains: chains,
      context: ReferentReader.Context(
        names: names, known: known(), groups: groups(of: phrases), speakers: speakers(),
        sides: sides(phrases), roles: reader.actors.roles))
    referents.read()
    let groupOf = apply(referents)
    readRoles(of: referents, groupOf, roleReader)
    completeOwners(referents, groupOf)
    divideSources(referents, groupOf, syntax)
  }

  // MARK: What is known before

  private func known() -> [Int: Referent] {
    var known: [Int: Referent] = [:]
    for index in groups.indices where target(index) == index && !groups[index].mentions.isEmpty {
      let group = groups[index]
      var referent = Referent(type: group.type == .other ? nil : group.type)
      referent.isNamed = !group.names.isEmpty
      referent.isPlural = group.type == .group
      referent.genders = group.genders
      referent.nouns = Set(roles[index].compactMap { noun($0.span) })
      for mention in group.mentions {
        let tokens = words.text.tokens(overlapping: mention.span)
        if mention.kind == .name, group.type == .organisation {
          referent.nouns.formUnion(noun(mention.span).map { [$0] } ?? [])
        }
        if mention.kind != .pronoun { referent.modifiers.formUnion(words.lower[tokens]) }
      }
      for role in roles[index] {
        referent.modifiers.formUnion(words.lower[words.text.tokens(overlapping: role.span)])
      }
      known[index] = referent
    }
    return known
  }

  private func noun(_ span: Span) -> String? {
    let noun = words.lower[words.text.tokens(overlapping: span)].last { $0 != "." }
    return noun.map { Self.ranks[$0] ?? $0 }
  }

  /// What titles are short for.
  private static let ranks = [
    "gen": "general", "gen.": "general", "col": "colonel", "col.": "colonel", "capt": "captain",
    "capt.": "captain", "lt": "lieutenant", "lt.": "lieutenant", "maj": "major", "maj.": "major",
    "sgt": "sergeant", "sgt.": "sergeant", "adm": "admiral", "adm.": "admiral", "sen": "senator",
    "sen.": "senator", "gov": "governor", "gov.": "governor", "rep": "representative",
    "rep.": "representative", "prof": "professor", "prof.": "professor", "dr": "doctor",
    "dr.": "doctor", "rev": "reverend", "rev.": "reverend", "pres.": "president",
  ]

  /// Groups whose source or role a phrase is, by its head.
  private func groups(of phrases: [Phrase]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var sources: [Range<Int>: Int] = [:]
    for (span, group) in unnamed { sources[words.text.tokens(overlapping: span)] = target(group) }
    var titles: [Int: Int] = [:]
    for index in groups.indices where target(index) == index && !groups[index].names.isEmpty {
      for role in roles[index] {
        let last = words.text.tokens(overlapping: role.span).last
        if let last { titles[last] = titles[last] ?? index }
      }
    }
    for phrase in phrases {
      let source = sources.first { tokens, _ in
        tokens.contains(phrase.head) && isWhole(phrase, of: tokens)
      }
      found[phrase.head] = titles[phrase.head] ?? source?.value
    }
    return found
  }

  /// Whether a source is what a phrase at its beginning speaks of: of *his friend* the friend.
  private func isWhole(_ phrase: Phrase, of source: Range<Int>) -> Bool {
    phrase.tokens.lowerBound <= source.lowerBound
      && phrase.governor.map { !source.contains($0) } ?? true
  }

  /// For each token within quotation marks, the one whom it is quoted from.
  private func speakers() -> [Int: Int] {
    var found: [Int: Int] = [:]
    for attribution in reading.attributions where attribution.sourceEntities.count == 1 {
      guard let group = group(of: attribution.sourceEntities[0], at: attribution) else { continue }
      let isInner = attribution.parent != nil
      for token in words.tokens(of: attribution.content)
      where words.states[words.text.tokens[token].span.start] != .outside {
        if isInner, words.lower[token] == "we" || words.lower[token] == "i" { continue }
        found[token] = isInner ? found[token] ?? group : group
      }
    }
    return found
  }

  /// The bodies and states for which people speak.
  private func sides(_ phrases: [Phrase]) -> [Int: Int] {
    var sides: [Int: Int] = [:]
    for index in groups.indices where groups[index].type == .person {
      let owners = roles[index].filter { $0.standing != .former }.compactMap(\.of).map(target)
        .filter { [.organisation, .state, .group].contains(groups[$0].type) }
      if Set(owners).count == 1 { sides[index] = owners.first }
    }
    return sides
  }

  // MARK: What was found

  /// Joins phrases to groups and makes new ones; for each referent its group.
  private mutating func apply(_ reader: ReferentReader) -> [Int: Int] {
    var groupOf: [Int: Int] = [:]
    for (index, referent) in reader.referents.enumerated() {
      let phrases = referent.phrases.map { reader.phrases[$0] }.sorted { $0.head < $1.head }
      let known = referent.group.map(target)
      guard let group = known ?? newGroup(referent, phrases) else { continue }
      groupOf[index] = group
      groups[group].genders.formUnion(referent.genders)
      if groups[group].type == .other, let type = referent.type { groups[group].type = type }
      for phrase in phrases { add(phrase, to: group) }
    }
    for (index, referent) in reader.referents.enumerated() where !referent.members.isEmpty {
      guard let group = groupOf[index] else { continue }
      members[group] = referent.members.compactMap { groupOf[$0] }
      // Whoever is one of two countries is a state.
      guard !referent.nouns.isDisjoint(with: ["country", "nation", "state"]) else { continue }
      for member in members[group] ?? [] where groups[member].actor == nil {
        groups[member].type = .state
      }
    }
    return groupOf
  }

  private mutating func newGroup(_ referent: Referent, _ phrases: [Phrase]) -> Int? {
    guard let first = phrases.first(where: { $0.pronoun == nil }) ?? phrases.first else {
      return nil
    }
    let type = referent.type ?? (referent.isPlural && first.pronoun != nil ? .group : .other)
    guard phrases.count > 1 || type != .other else { return nil }
    groups.append(
      EntityJoiner.Group(type: type, name: words.passage.words(words.span(first.tokens))))
    extend()
    return groups.count - 1
  }

  private mutating func add(_ phrase: Phrase, to group: Int) {
    let span = words.span(phrase.tokens)
    let source = unnamed.first { known, _ in
      known.start <= span.start && span.end <= known.end
        && isWhole(phrase, of: words.text.tokens(overlapping: known))
    }
    if let source {
      join(source.value, to: group)
      return
    }
    guard places[span] == nil else { return }
    places[span] = group
    groups[group].mentions.append(Entity.Mention(span: span, kind: phrase.kind))
  }

  // MARK: Roles

  /// The roles that phrases give people who are named elsewhere: *the general*, *a spokesperson for the ministry*.
  private mutating func readRoles(
    of reader: ReferentReader, _ groupOf: [Int: Int], _ roleReader: RoleReader
  ) {
    for (index, referent) in reader.referents.enumerated() where referent.isNamed {
      guard let group = groupOf[index], groups[group].type == .person else { continue }
      for phrase in referent.phrases.map({ reader.phrases[$0] })
      where phrase.pronoun == nil && !Self.mere.contains(phrase.noun) {
        let span = words.span(phrase.tokens)
        guard let role = roleReader.role(in: Array(phrase.tokens)),
          !roles[group].contains(where: { isSame($0.span, role.span) || span.contains($0.span) })
        else { continue }
        roles[group].append(role)
      }
    }
  }

  /// Nouns that say no role.
  private static let mere: Set<String> = [
    "man", "woman", "boy", "girl", "person", "child", "teenager", "pensioner", "victim", "suspect",
  ]

  private func isSame(_ one: Span, _ other: Span) -> Bool {
    words.passage.words(one).lowercased() == words.passage.words(other).lowercased()
  }

  /// Whose a role is, where that is no name: *the ministry's spokesperson*, *a colonel of Norland's army*.
  private mutating func completeOwners(_ reader: ReferentReader, _ groupOf: [Int: Int]) {
    let byHead = Dictionary(reader.phrases.map { ($0.head, $0) }) { first, _ in first }
    for index in groups.indices {
      for number in roles[index].indices {
        guard let head = words.text.tokens(overlapping: roles[index][number].span).last else {
          continue
        }
        let owner = byHead[head]?.owner.flatMap { reader.byToken[$0] }
        if let owner, roles[index][number].of == nil, let group = groupOf[owner],
          [.organisation, .state, .place].contains(groups[group].type)
        {
          roles[index][number].of = group
        }
        if let of = roles[index][number].of,
          let body = body(of: target(of), behind: head, reader, groupOf)
        {
          roles[index][number].of = body
        }
      }
    }
  }

  /// The body that a state's name only tells whose it is: *of Norland's army*.
  private func body(
    of state: Int, behind head: Int, _ reader: ReferentReader, _ groupOf: [Int: Int]
  ) -> Int? {
    let body = reader.phrases.first { phrase in
      phrase.type == .organisation && phrase.tokens.lowerBound > head
        && phrase.tokens.lowerBound - head <= 6
        && (phrase.owner.flatMap { reader.byToken[$0] }.flatMap { groupOf[$0] }).map(target)
          == state
    }
    return body.flatMap { reader.byToken[$0.head] }.flatMap { groupOf[$0] }
  }

  // MARK: Sources

  /// *Norland officials and a Sudland diplomat* are two sources, *teachers and nurses* one.
  private mutating func divideSources(
    _ reader: ReferentReader, _ groupOf: [Int: Int], _ syntax: Syntax
  ) {
    for attribution in reading.attributions where attribution.sourceEntities.count == 1 {
      guard let span = attribution.source.first, let first = unnamed[span] else { continue }
      let tokens = words.text.tokens(overlapping: span)
      let people = reader.phrases.filter {
        tokens.contains($0.head) && [.person, .group].contains($0.type)
      }
      guard let head = people.first else { continue }
      let joined = people.dropFirst().filter { phrase in
        syntax.words[phrase.head]?.relation == .conj && phrase.governor == head.head
          && (phrase.owner != nil || !syntax.dependents(of: phrase.head, .det, .nummod).isEmpty)
      }
      let others = joined.compactMap { reader.byToken[$0.head] }.compactMap { groupOf[$0] }
      guard !others.isEmpty else { continue }
      further[attribution.id] = others
      let own = words.span(head.tokens)
      let group = target(first)
      for index in groups[group].mentions.indices where groups[group].mentions[index].span == span {
        groups[group].mentions[index].span = own
        if groups[group].names.isEmpty { groups[group].name = words.passage.words(own) }
      }
    }
  }
}
