import QuothLedger
import QuothView

/// Claims, stories and what is found in statements.
extension AskingCommand {
  /// `quoth claims [WORDS]`
  func claims() throws -> Int32 {
    var search = try SearchQuery(words)
    for (option, field) in [("source", SearchQuery.Field.source), ("about", .about)] {
      if let value = arguments.value(option) { try search.add(field, value) }
    }
    var story: Int?
    if let name = arguments.value("story") {
      story = try ledger.story(try self.story(name), reports: 0, claims: 0).key
    }
    let keys = try ledger.claims(
      ClaimQuery(
        search: search, story: story, from: day("from"), to: day("to"),
        isDisputed: arguments.has("disputed"), limit: limit))
    return try write(keys, ledger.claim) { ClaimTable($0) }
  }

  /// `quoth claim CLAIM`
  func claim() throws -> Int32 { try show(claim: try claim(arguments.operands[0])) }

  func show(claim key: Int) throws -> Int32 {
    let claim = try ledger.claim(key)
    note("c\(key)", leadsTo: claim.name)
    return try write(ClaimSheet(claim))
  }

  /// `quoth stories`
  func stories() throws -> Int32 {
    guard isForPrograms else {
      return try write(
        try ledger.stories(limit: limit), { try ledger.story($0, reports: 1, claims: 2) }
      ) { StoryTable($0) }
    }
    var last = 0
    var left = limit ?? .max
    while left > 0 {
      let reports = try ledger.reports(after: last, limit: min(Self.batch, left))
      if last == 0 || !reports.isEmpty {
        try write(StoryTable([], rows: reports), hasHeader: last == 0)
      }
      guard let newest = reports.last else { break }
      last = newest.key
      left -= reports.count
    }
    return last == 0 ? 1 : 0
  }

  /// `quoth story STORY`
  func story() throws -> Int32 { try show(story: try story(arguments.operands[0])) }

  func show(story key: Int) throws -> Int32 {
    let story = try ledger.story(key, claims: limitShown)
    note("y\(key)", leadsTo: story.name)
    return try write(StorySheet(story))
  }

  /// `quoth timeline STORY|ACTOR`
  func timeline() throws -> Int32 {
    let name = arguments.operands[0]
    guard case .story(let key) = LedgerName(name) else {
      let actor = try ledger.actor(named: words)
      let said = try ledger.statements(byActor: actor, limit: limit)
      return try write(
        TimelineTable(said.map { TimelineTable.Entry(statement: $0, change: nil) }),
        isEmpty: said.isEmpty)
    }
    let story = try ledger.story(key, reports: 1, claims: 0)
    note(name, leadsTo: story.name)
    var entries: [TimelineTable.Entry] = []
    for claim in try ledger.claims(ClaimQuery(story: story.key, limit: limit)) {
      entries += try ledger.claim(claim).history.map {
        TimelineTable.Entry(statement: $0.statement, change: $0.kind)
      }
    }
    return try write(TimelineTable(entries), isEmpty: entries.isEmpty)
  }

  /// `quoth search WORDS`
  func search() throws -> Int32 {
    var query = try SearchQuery(words)
    for field in SearchQuery.Field.allCases {
      if let value = arguments.value(field.rawValue) { try query.add(field, value) }
    }
    guard !query.isEmpty else {
      throw LedgerError.wrongQuery(
        reason: "Nothing is looked for. Give words, or a field such as holder:NAME.")
    }
    let found = try ledger.statements(query, limit: limit)
    return try write(StatementTable(found), isEmpty: found.isEmpty)
  }

  /// `quoth conflicts`
  func conflicts() throws -> Int32 {
    var story: Int?
    if let name = arguments.value("story") {
      story = try ledger.story(try self.story(name), reports: 0, claims: 0).key
    }
    return try write(
      try ledger.disputedClaims(story: story, limit: limit), ledger.claim
    ) { ConflictTable($0) }
  }
}
