import QuothSyntax
import QuothText

/// Who acts and who is acted on in a political event: the parties by grammar, or who is named within or
/// beside them where a thing stands in their place (*rejected a request from Norland*).
struct EventParties {
  let words: Words
  let syntax: Syntax
  let tree: ClauseTree
  let parties: Parties
  let political: PoliticalParties
  let matcher: EventMatcher

  /// Head tokens of both sides.
  struct Sides: Equatable {
    var actors: [Int]
    var recipients: [Int]
  }

  /// - Parameters:
  ///   - verb: the light verb that a noun leans on.
  func sides(of token: Int, under verb: Int?, _ row: EventLexicon.Row?) -> Sides {
    var actors = named(parties.actors(of: token))
    if actors.isEmpty, let verb { actors = named(parties.actors(of: verb)) }
    var recipients = recipients(of: token, under: verb, row).filter { recipient in
      !actors.contains { political.areOne($0, recipient) }
    }
    if recipients.isEmpty, let type = row?.type, Self.mutual.contains(type), actors.count > 1 {
      // *Norland and Sudland signed a treaty*: each with the others.
      recipients = Array(actors.dropFirst())
      actors = [actors[0]]
    }
    return Sides(actors: actors, recipients: recipients)
  }

  private static let mutual: Set<EventType> = [.consult, .agree, .cooperate, .support]

  private func recipients(
    of token: Int, under verb: Int?, _ row: EventLexicon.Row?, depth: Int = 0
  ) -> [Int] {
    let objects = parties.recipients(of: token)
    let beside = besides(token) + (verb.map(besides) ?? [])
    if let row, isHanded(row, by: token) {
      let goals = beside.isEmpty ? objects.flatMap(aims) : beside
      if !goals.isEmpty { return goals }
    }
    if objects.contains(where: political.isSomebody) {
      return objects.filter(political.isSomebody)
    }
    let inner = row?.type == .assault ? [] : objects.flatMap(within)
    if !inner.isEmpty { return inner }
    if !beside.isEmpty { return beside }
    let embedded = depth > 2 ? [] : syntax.dependents(of: token, .xcomp, .ccomp, .advcl)
    let aimed = embedded.flatMap { aimedAt($0, depth: depth + 1) }
    return aimed.isEmpty ? objects : aimed
  }

  /// Whether the object is what is handed over or taken away, and no party.
  private func isHanded(_ row: EventLexicon.Row, by token: Int) -> Bool {
    guard !row.complements.isEmpty else { return false }
    return switch row.type {
    case .aid, .mobilize: true
    case .sanction: row.mode != "expel"
    case .retreat: row.mode != "release"
    case .coerce: row.mode == "restrict"
    default: matcher.isLightVerb(token)
    }
  }

  /// Parties that prepositions add: *on Norland*, *with the rebels*.
  private func besides(_ token: Int) -> [Int] {
    let near =
      syntax.dependents(of: token, .obl, .iobj)
      + syntax.dependents(of: token, .obj).flatMap { syntax.dependents(of: $0, .nmod) }
    let first = near.filter { political.isSomebody($0) && isCase($0, Self.towards) }
    let found =
      first.isEmpty ? near.filter { political.isSomebody($0) && isCase($0, ["in"]) } : first
    return coordinated(found)
  }

  /// What a noun is directed at: *an investigation into the fire*.
  private func aims(_ noun: Int) -> [Int] {
    syntax.dependents(of: noun, .nmod).filter { isCase($0, ["into", "on", "against", "at", "of"]) }
  }

  private static let towards: Set<String> = [
    "against", "with", "to", "on", "at", "into", "upon", "for", "from", "over", "toward", "towards",
    "between", "of", "around",
  ]

  private func isCase(_ token: Int, _ cases: Set<String>) -> Bool {
    syntax.words[token]?.relation == .iobj
      || syntax.dependents(of: token, .case).contains { cases.contains(words.lower[$0]) }
  }

  /// Parties named within the phrase of a thing: *the demands of the students*, *Norland's offer*.
  private func within(_ head: Int) -> [Int] {
    let modifiers = syntax.dependents(of: head, .nmod).filter {
      syntax.words[$0]?.part != .pronoun && syntax.words[$0]?.tag != "PRP$"
    }
    if let party = modifiers.first(where: {
      political.isSomebody($0)
        && (syntax.words[$0]?.subtype == "poss" || isCase($0, Self.towards) || isCase($0, ["by"]))
    }) {
      return coordinated([party])
    }
    for modifier in modifiers {
      let deeper = within(modifier)
      if !deeper.isEmpty { return deeper }
    }
    return syntax.dependents(of: head, .acl).flatMap(parties.actors).filter {
      $0 != head && political.isSomebody($0)
    }
  }

  /// Whom an embedded clause is aimed at: *demanded that the minister resign*, *threatened to shell the town*.
  private func aimedAt(_ inner: Int, depth: Int) -> [Int] {
    let subjects = syntax.dependents(of: inner, .nsubj).filter(political.isSomebody)
    if !subjects.isEmpty { return coordinated(subjects) }
    return recipients(
      of: inner, under: nil, matcher.verb(inner), depth: depth)
  }

  /// Parties themselves, without what only counts or measures.
  private func named(_ tokens: [Int]) -> [Int] {
    let somebody = tokens.filter(political.isSomebody)
    return somebody.isEmpty ? tokens : somebody
  }

  private func coordinated(_ tokens: [Int]) -> [Int] {
    var found: [Int] = []
    for token in tokens {
      for one in [token] + syntax.dependents(of: token, .conj) where !found.contains(one) {
        found.append(one)
      }
    }
    return found
  }
}
