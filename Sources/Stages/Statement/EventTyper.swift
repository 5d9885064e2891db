import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// A word that tells of a political event, with PLOVER's type for it.
struct TypedTrigger: Equatable {
  var token: Int
  var type: EventType
  var mode: String?
  var contexts: [String]
  /// Head tokens.
  var actors: [Int]
  var recipients: [Int]
  /// 0 to 1.
  var confidence: Double
}

/// Decides which words of a report tell of political events, and of which type.
///
/// The lexicon proposes a type for each word that it has a row for, the head a share for every type. What is
/// told is changed by how it is told: what somebody will do is agreed to or threatened, what they would not do
/// is refused. A sentence has one event, the one that most speaks for; a second must be sure.
struct EventTyper {
  private let sources: StatementReader.Sources
  private let tree: ClauseTree
  private let holders: Holders
  private let modality: ModalityReader
  private let matcher: EventMatcher
  private let political: PoliticalParties
  private let parties: EventParties
  private let lexicon: EventLexicon
  /// What the head says, by token, and all of it by the clause that it stands in.
  private let found: [Int: FoundEvent]
  private let inClause: [Int: [FoundEvent]]

  private var words: Words { sources.words }
  private var syntax: Syntax { sources.syntax }

  init(
    _ sources: StatementReader.Sources, tree: ClauseTree, holders: Holders,
    modality: ModalityReader, parties: Parties, lexicon: EventLexicon
  ) {
    self.sources = sources
    self.tree = tree
    self.holders = holders
    self.modality = modality
    self.lexicon = lexicon
    matcher = EventMatcher(
      words: sources.words, syntax: sources.syntax, tree: tree, lexicon: lexicon)
    political = PoliticalParties(
      sources, isNoun: matcher.bases.map { $0.contains(where: lexicon.parties.contains) })
    self.parties = EventParties(
      words: sources.words, syntax: sources.syntax, tree: tree, parties: parties,
      political: political, matcher: matcher)
    found = Dictionary(sources.events.map { ($0.trigger, $0) }, uniquingKeysWith: { a, _ in a })
    inClause = Dictionary(grouping: sources.events) { tree.owner[$0.trigger] ?? -1 }
  }

  /// What speaks for an event, in shares of the head's certainty; tuned on the trainable part of PLV_train.
  private enum Weight {
    /// Of a row of the lexicon.
    static let row = 0.8
    /// Of somebody's saying that one who acts in politics must do something.
    static let norm = 0.4
    static let subordinate = -0.4
    static let uncommitted = -0.4
    /// Where nobody acts in politics.
    static let apolitical = -0.5
    /// For the event of a sentence, and for one beside it.
    static let (first, further) = (0.35, 1.4)
    /// Above which the head's sides count before those of grammar.
    static let pointing = 0.2
  }

  private struct Candidate {
    var trigger: TypedTrigger
    var score: Double
  }

  /// The typed triggers of the report, by token.
  func triggers() -> [Int: TypedTrigger] {
    var triggers: [Int: TypedTrigger] = [:]
    for sentence in words.text.sentences where sentence.role.isClaimed {
      for trigger in chosen(sentence.tokens.compactMap { candidate($0) }) {
        triggers[trigger.token] = trigger
      }
    }
    return triggers
  }

  private func chosen(_ candidates: [Candidate]) -> [TypedTrigger] {
    let ranked = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
    guard let first = ranked.first, first.score >= Weight.first else { return [] }
    var chosen = [first.trigger]
    for candidate in ranked.dropFirst() where candidate.score >= Weight.further {
      let isTold = chosen.contains {
        $0.type == candidate.trigger.type
          && tree.owner[$0.token] == tree.owner[candidate.trigger.token]
      }
      if !isTold { chosen.append(candidate.trigger) }
    }
    return chosen
  }

  // MARK: One word

  private func candidate(_ token: Int) -> Candidate? {
    guard let word = syntax.words[token], isTelling(token, word) else { return nil }
    let isNoun = word.part == .noun || word.part == .properNoun
    // Of other words only what a source says must be done is an event.
    guard
      matcher.isListed(token, isNoun: isNoun) || found[token] != nil
        || holders.innermost[token] != nil
    else { return nil }
    let verb = isNoun ? lightVerb(of: token) : nil
    var sides = parties.sides(of: token, under: verb, nil)
    let counted = syntax.dependents(of: token, .obj).filter {
      !syntax.dependents(of: $0, .nummod).isEmpty && !political.isSomebody($0)
    }
    let isOfParties = { [political, sides] (row: EventLexicon.Row) in
      guard row.type == .consult || row.mode == "release" else {
        return (sides.actors + sides.recipients).contains(where: political.holds)
      }
      // Somebody is met or freed: *the president visited a school*, *received two votes from the council* are none.
      let others = sides.recipients.isEmpty ? sides.actors : sides.recipients
      return counted.isEmpty && others.contains(where: political.holds)
    }
    let row =
      isNoun
      ? matcher.noun(token, isOfParties: isOfParties)
      : matcher.verb(token, isOfParties: isOfParties)
    let place = place(of: token, verb: verb)
    guard place != .untold else { return nil }
    let told = told(token, under: verb)
    let isAsked = told == .normative && sides.actors.contains(where: political.holds)
    guard var best = likeliest(token, row, told, isAsked: isAsked) else { return nil }
    if place == .subordinate { best.score += Weight.subordinate }
    if told == .uncommitted { best.score += Weight.uncommitted }
    sides = parties.sides(of: token, under: verb, row)
    if told == .normative { sides = asked(token, sides) }
    point(with: best.type, at: token, &sides)
    if best.type == .assault, isAccident(token, sides) { return nil }
    if !(sides.actors + sides.recipients).contains(where: political.holds) {
      best.score += Weight.apolitical
    }
    let fits = row?.type == best.type
    return Candidate(
      trigger: TypedTrigger(
        token: token, type: best.type,
        mode: (fits ? row?.mode : nil)
          ?? Self.mode(best.type, with: fits ? embeddedType(token) : row?.type),
        contexts: contexts(of: token, row),
        actors: sides.actors, recipients: sides.recipients,
        confidence: min(max(0.57 + 0.225 * best.score, 0.05), 0.95)), score: best.score)
  }

  /// Words that somebody came to harm, whoever or whatever did it.
  private static let harm: Set<String> = [
    "kill", "die", "death", "dead", "injure", "injury", "wound", "hurt", "harm", "casualty",
  ]

  /// *Nine people were killed* where a grandstand fell: nobody did it, and nothing in the report tells of violence.
  private func isAccident(_ token: Int, _ sides: EventParties.Sides) -> Bool {
    sides.actors.isEmpty && matcher.bases[token].contains(where: Self.harm.contains)
      && !words.lower.indices.contains(where: tellsOfViolence)
  }

  /// Whether a word tells of violence, beyond that somebody came to harm.
  private func tellsOfViolence(_ token: Int) -> Bool {
    !matcher.bases[token].contains(where: Self.harm.contains)
      && (matcher.verb(token)?.type == .assault || matcher.noun(token)?.type == .assault)
  }

  /// The type that lexicon and head together speak for most.
  private func likeliest(
    _ token: Int, _ row: EventLexicon.Row?, _ told: EventTelling, isAsked: Bool
  ) -> (type: EventType, score: Double)? {
    let shares = shares(around: token)
    var best: (type: EventType, score: Double)?
    if let row {
      best = told.type(of: row.type).map { ($0, Weight.row + (shares[$0] ?? 0)) }
    } else if isAsked {
      best = (.request, Weight.norm + (shares[.request] ?? 0))
    }
    // A plain *said* is none.
    if let own = found[token], own.confidence > 0.5, row != nil || !holders.isFrame[token],
      own.confidence > best?.score ?? 0
    {
      best = (own.type, own.confidence)
    }
    return best
  }

  /// Whether a word may tell of something: verbs that are no auxiliaries or attributes, nouns, and
  /// adjectives that the lexicon has.
  private func isTelling(_ token: Int, _ word: Word) -> Bool {
    switch word.part {
    case .verb, .auxiliary:
      ![.amod, .compound, .aux, .case, .fixed].contains(word.relation)
        && !CountReader.areCasualties(token, words, syntax)
    case .noun: word.relation != .compound
    case .adjective:
      matcher.verb(token) != nil && word.relation != .amod
    default: false
    }
  }

  /// The verb that leaves the telling to this noun.
  private func lightVerb(of noun: Int) -> Int? {
    guard let word = syntax.words[noun], let verb = word.head,
      [.obj, .nsubj, .obl].contains(word.relation),
      matcher.isLightVerb(verb), row(of: verb) == nil
    else { return nil }
    return verb
  }

  /// The head's share for each type in the clause of a word.
  private func shares(around token: Int) -> [EventType: Double] {
    var shares: [EventType: Double] = [:]
    for event in near(token) {
      for (type, share) in event.shares { shares[type] = max(shares[type] ?? 0, share) }
    }
    return shares
  }

  // MARK: How it is told

  private enum Place {
    case main, subordinate
    /// Under what only proposes, asks or threatens it.
    case untold
  }

  /// Where a word stands in its sentence, seen from the events around it.
  private func place(of token: Int, verb: Int?) -> Place {
    var place = Place.main
    var inner = verb ?? token
    if verb == nil, syntax.words[token]?.part == .noun { place = .subordinate }
    for _ in 0..<12 {
      guard let word = syntax.words[inner], let governor = word.head else { break }
      switch word.relation {
      case .conj, .parataxis, .dep, .appos, .list: break
      case .ccomp, .xcomp, .csubj:
        if let outer = row(of: governor) {
          if Self.proposing.contains(outer.type) { return .untold }
          place = .subordinate
        }
      default:
        if let outer = row(of: governor), Self.proposing.contains(outer.type),
          word.relation != .nsubj
        {
          return .untold
        }
        place = .subordinate
      }
      inner = governor
    }
    return place
  }

  private static let proposing: Set<EventType> = [.agree, .request, .reject, .threaten]

  private func row(of token: Int) -> EventLexicon.Row? {
    guard let word = syntax.words[token] else { return nil }
    return word.part == .noun
      ? matcher.noun(token, isOfParties: { _ in false }) : matcher.verb(token)
  }

  private func told(_ token: Int, under verb: Int?) -> EventTelling {
    let layer = holders.innermost[token]
    let whole = modality.modality(
      of: verb ?? token, isOurs: { holders.innermost[$0] == layer && !holders.isFrame[$0] },
      isWithin: layer != nil)
    if whole.certainty.isNegative { return .refused }
    switch (whole.timeClass, whole.certainty.degree) {
    case (.planned, .certain): return .planned
    case (.normative, _) where layer != nil: return .normative
    case (_, .none), (.hypothetical, _), (.normative, _): return .uncommitted
    default: return .plain
    }
  }

  // MARK: Sides

  /// Who says that somebody must do something asks it of them.
  private func asked(_ token: Int, _ sides: EventParties.Sides) -> EventParties.Sides {
    guard let layer = holders.innermost[token] else { return sides }
    let source = words.tokens(of: sources.attributions[layer].source)
    let head = source.first { token in
      syntax.words[token]?.head.map { !source.contains($0) } ?? false
    }
    return EventParties.Sides(actors: [head].compactMap { $0 }, recipients: sides.actors)
  }

  /// The head points out who acts and who is acted on, where it is sure of the event or grammar names nobody.
  private func point(with type: EventType, at token: Int, _ sides: inout EventParties.Sides) {
    let pointing = near(token).filter { $0.type == type }.max { $0.confidence < $1.confidence }
    guard let pointing else { return }
    let isSure = pointing.confidence > Weight.pointing
    if let actor = pointing.actor.map(phraseHead), isSure || sides.actors.isEmpty {
      sides.actors = sides.actors.contains(actor) ? sides.actors : [actor]
      sides.recipients.removeAll { $0 == actor }
    }
    if let recipient = pointing.recipient.map(phraseHead), isSure || sides.recipients.isEmpty {
      let group = [recipient] + syntax.dependents(of: recipient, .conj)
      sides.recipients =
        sides.recipients.contains(recipient)
        ? group.filter(sides.recipients.contains) : [recipient]
      sides.actors.removeAll { $0 == recipient }
    }
  }

  /// The head word of the phrase that a word stands before: *Norlandic* in *the Norlandic ministry*.
  private func phraseHead(_ token: Int) -> Int {
    var head = token
    for _ in 0..<4 {
      guard let word = syntax.words[head], let governor = word.head,
        [.amod, .compound, .flat, .det, .nummod].contains(word.relation)
          || word.relation == .nmod && ["poss", "desc"].contains(word.subtype),
        [.noun, .properNoun].contains(syntax.words[governor]?.part)
      else { break }
      head = governor
    }
    return head
  }

  /// What the head says in the clause of a word, or at the word itself.
  private func near(_ token: Int) -> [FoundEvent] {
    tree.owner[token].map { inClause[$0] ?? [] } ?? found[token].map { [$0] } ?? []
  }

  // MARK: Mode and contexts

  /// The type of what a trigger embeds.
  private func embeddedType(_ token: Int) -> EventType? {
    syntax.dependents(of: token, .xcomp, .ccomp, .obj, .obl, .advcl).lazy.compactMap(row).first?
      .type
  }

  /// What is asked for, refused or threatened with.
  private static func mode(_ type: EventType, with told: EventType?) -> String? {
    switch (type, told) {
    case (.request, .aid), (.request, .cooperate), (.request, .support), (.reject, .aid),
      (.reject, .cooperate), (.reject, .support):
      "assist"
    case (.request, .concede), (.request, .retreat), (.reject, .concede), (.reject, .retreat):
      "yield"
    case (.request, .consult), (.reject, .consult): "meet"
    case (.threaten, .assault): "violence"
    case (.threaten, .coerce): "restrict"
    case (.threaten, .sanction), (.threaten, .protest): "relations"
    default: nil
    }
  }

  /// Those of the row, then those that words of the clause show.
  private func contexts(of token: Int, _ row: EventLexicon.Row?) -> [String] {
    var found = row?.contexts ?? []
    let clause = tree.owner[token].map { tree.clauses[$0].tokens } ?? tree.phrase(token)
    for base in clause.flatMap({ matcher.bases[$0] }) {
      if let context = lexicon.contexts[base], !found.contains(context) { found.append(context) }
    }
    return found
  }
}
