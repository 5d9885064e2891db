public import QuothLedger

/// One actor: names, roles, who speaks for them, what they said and what is said of them.
public struct ActorSheet: LedgerTable {
  private let actor: LedgerActor
  private let officers: [(name: String, actor: Int, reports: Int)]
  private let said: [LedgerStatement]
  private let about: [LedgerStatement]

  /// - Parameters:
  ///   - officers: who has an office of theirs.
  ///   - said: the newest first.
  ///   - about: the newest first.
  public init(
    _ actor: LedgerActor, officers: [(name: String, actor: Int, reports: Int)],
    said: [LedgerStatement], about: [LedgerStatement]
  ) {
    self.actor = actor
    self.officers = officers
    self.said = said
    self.about = about
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run(actor.name, .headline)])
    sheet.paragraph([
      Run(
        [
          actor.id, actor.type, actor.country, actor.link,
          LedgerWords.count(actor.statementCount, "statement"),
          LedgerWords.count(actor.reportCount, "report"),
        ].compactMap(\.self).joined(separator: " · "), .quiet)
    ])
    for (title, words) in [
      ("roles", actor.roles), ("also called", actor.aliases),
      ("spoken for by", officers.map { "\($0.name) (k\($0.actor))" }),
    ] where !words.isEmpty {
      sheet.paragraph(
        [Run(words.joined(separator: ", "))], hanging: StatementLine.column,
        head: Run(title, .quiet))
    }
    write("SAID", said, of: actor.statementCount, &sheet)
    write("SAID OF THEM", about, of: nil, &sheet)
    return sheet.text
  }

  private func write(
    _ title: String, _ statements: [LedgerStatement], of count: Int?, _ sheet: inout Sheet
  ) {
    guard !statements.isEmpty else { return }
    sheet.blank()
    sheet.paragraph([Run(title, .section)])
    for statement in statements {
      StatementLine(statement).write(
        to: &sheet, indent: 2, extra: statement.claim.map { ["c\($0)"] } ?? [])
    }
    if let count, count > statements.count {
      sheet.paragraph(
        [Run("\(count - statements.count) more: quoth timeline \(actor.id)", .quiet)], indent: 2)
    }
  }

  // MARK: Rows

  /// The actor first, then what they said and what is said of them.
  public var json: [UInt8] {
    LedgerActorTable([actor]).json + StatementTable(said).json + StatementTable(about).json
  }

  public static let header = StatementTable.header
  public var cells: [[String]] { StatementTable(said + about).cells }
}
