import QuothLedger
import QuothStatement
import QuothView

/// Reports, their copies and passages.
extension AskingCommand {
  /// `quoth copies [REPORT]`
  func copies() throws -> Int32 {
    guard let text = arguments.operands.first else {
      let families = try ledger.families(limit: limit)
      return try write(FamilyTable(families), isEmpty: families.isEmpty)
    }
    if case .family(let key) = LedgerName(text) {
      return try write(FamilyTable([try ledger.family(key)]))
    }
    let key = try ledger.report(.id(try ledger.reportID(named: text)))
    let pairs = try ledger.copies(of: key)
    for (number, pair) in pairs.enumerated() {
      if number > 0, !isForPrograms { try console.write("\n") }
      try write(
        EditTable(
          (try ledger.report(pair.original), try ledger.reading(pair.original)),
          (try ledger.report(pair.copy), try ledger.reading(pair.copy))),
        hasHeader: number == 0)
    }
    return pairs.isEmpty ? try write(FamilyTable([]), isEmpty: true) : 0
  }

  /// `quoth show ID...`
  func show() throws -> Int32 {
    for (number, text) in arguments.operands.enumerated() {
      if number > 0, !isForPrograms { try console.write("\n") }
      try show(text)
    }
    return 0
  }

  private func show(_ text: String) throws {
    guard let name = LedgerName(text) else {
      throw Failure(
        slug: "ledger.no-name",
        message: "“\(text)” is no id. Ids look like r12, r12t4, c12, y3, k7, f1, o5 or g4; "
          + "`quoth search` finds things by their words.")
    }
    switch name {
    case .claim(let key): _ = try show(claim: key)
    case .story(let key): _ = try show(story: key)
    case .origin(let key): _ = try show(claim: try ledger.claim(ofOrigin: key))
    case .family(let key): _ = try write(FamilyTable([try ledger.family(key)]))
    case .happening(let key): _ = try write(LedgerEventTable([try ledger.happening(key)]))
    case .actor(let key):
      let actor = try ledger.actor(key)
      note("k\(key)", leadsTo: actor.id)
      _ = try show(actor: actor.key)
    case .report(let name):
      let key = try ledger.report(name)
      _ = try write(
        ReportSheet(try ledger.report(key), try ledger.statements(ofReport: key)))
    case .part(let name, let part, let number):
      let key = try ledger.report(name)
      let statement =
        part == .statement
        ? try ledger.statements(ofReport: key).first { $0.number == number } : nil
      guard
        let sheet = PassageSheet(
          try ledger.report(key), try ledger.reading(key), part, number, statement: statement)
      else {
        throw LedgerError.unknown(name: text, kind: "passage")
      }
      _ = try write(sheet)
    }
  }
}
