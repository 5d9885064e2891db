import QuothLedger
import QuothView

/// Actors, events and sources.
extension AskingCommand {
  /// `quoth actors`
  func actors() throws -> Int32 {
    try write(try ledger.actors(limit: limit), ledger.actor) { LedgerActorTable($0) }
  }

  /// `quoth actor ACTOR`
  func actor() throws -> Int32 {
    let key = try ledger.actor(named: words)
    if case .actor(let asked) = LedgerName(words) { note("k\(asked)", leadsTo: "k\(key)") }
    return try show(actor: key)
  }

  func show(actor key: Int) throws -> Int32 {
    let actor = try ledger.actor(key)
    return try write(
      ActorSheet(
        actor, officers: try ledger.officers(of: actor.key, limit: 10),
        said: try ledger.statements(byActor: actor.key, limit: limit),
        about: try ledger.statements(aboutActor: actor.key, limit: limit)))
  }

  /// `quoth events`
  ///
  /// People see those with a type, the newest first; programs get all in the order of adding.
  func events() throws -> Int32 {
    guard isForPrograms else {
      let happenings = try ledger.typedHappenings(limit: limitShown)
      return try write(LedgerEventTable(happenings), isEmpty: happenings.isEmpty)
    }
    var last = 0
    var left = limit ?? .max
    var isFirst = true
    while left > 0 {
      let happenings = try ledger.happenings(after: last, limit: min(Self.batch, left))
      if isFirst || !happenings.isEmpty {
        try write(LedgerEventTable(happenings), hasHeader: isFirst)
      }
      isFirst = false
      guard let newest = happenings.last?.mentions.first else { break }
      last = newest.key
      left -= happenings.count
    }
    return last == 0 ? 1 : 0
  }

  /// `quoth relations ACTOR ACTOR`
  func relations() throws -> Int32 {
    guard arguments.operands.count == 2 else {
      throw UsageError.missingOperand("two ACTORs", path: arguments.path)
    }
    let relations = try ledger.relations(
      try ledger.actor(named: arguments.operands[0]),
      try ledger.actor(named: arguments.operands[1]))
    return try write(RelationTable(relations), isEmpty: relations.events.isEmpty)
  }

  /// `quoth sources`
  func sources() throws -> Int32 {
    try write(
      try ledger.actors(limit: limit, areSpeakersAlone: true), ledger.source
    ) { sources in
      // Keys come by all statements; those in copies do not count.
      SourceTable(sources.sorted { ($1.statements, $0.actor) < ($0.statements, $1.actor) })
    }
  }
}
