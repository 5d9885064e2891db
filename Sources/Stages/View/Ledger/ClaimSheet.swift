public import QuothLedger
import QuothReport
import QuothTime

/// One claim in full: who stands behind it and why they are counted so, who denies it, how it moved.
public struct ClaimSheet: LedgerTable {
  private let claim: LedgerClaim

  public init(_ claim: LedgerClaim) { self.claim = claim }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run(claim.words, .headline)])
    sheet.paragraph([
      Run(
        [
          claim.name,
          LedgerWords.count(claim.independentOrigins, "independent origin"),
          LedgerWords.count(claim.reports, "report"),
          LedgerWords.days(claim.firstDay, claim.lastDay), claim.story.map { "y\($0)" },
        ].compactMap(\.self).joined(separator: " · "), .quiet)
    ])
    sheet.paragraph([
      Run("Admiralty \(LedgerWords.credibility(claim.credibility))", .quiet),
      Run("· from origins and disagreement alone", .quiet),
    ])
    writeSides(&sheet)
    writeOrigins(&sheet)
    writeHistory(&sheet)
    return sheet.text
  }

  private func writeSides(_ sheet: inout Sheet) {
    guard !claim.disagreements.isEmpty else { return }
    section("DISAGREEMENT", &sheet)
    for (number, entry) in claim.disagreements.enumerated() {
      if number > 0 { sheet.blank() }
      ConflictTable.write(entry, to: &sheet)
    }
  }

  private func writeOrigins(_ sheet: inout Sheet) {
    section("ORIGINS", &sheet)
    for origin in claim.origins.filter(\.isCounted) + claim.origins.filter({ !$0.isCounted }) {
      sheet.paragraph(
        [
          Run(origin.name, .source), Run("· " + origin.kind),
          Run("· " + origin.rule, .circumstance),
        ], indent: 2, hanging: 2 + Self.column,
        head: Run(
          origin.isCounted ? "counted" : "not counted", origin.isCounted ? .confirmation : .quiet),
        tail: Run("o\(origin.key)", .quiet), margin: 8)
      for statement in claim.statements where statement.origin == origin.key {
        StatementLine(statement).write(
          to: &sheet, indent: 4,
          known: origin.kind == "reporter" ? StatementLine(statement).holder : origin.name,
          extra: Self.standing(statement.stance))
      }
    }
  }

  /// Wide enough for "not counted".
  private static let column = 13

  private static func standing(_ stance: String?) -> [String] {
    switch stance {
    case "denies": ["says it is not so"]
    case "conflicts": ["says otherwise"]
    case "superseded": ["said otherwise later"]
    default: []
    }
  }

  private func writeHistory(_ sheet: inout Sheet) {
    section("HISTORY", &sheet)
    TimelineTable.write(
      claim.history.map { TimelineTable.Entry(statement: $0.statement, change: $0.kind) },
      to: &sheet, showsClaim: false)
  }

  private func section(_ title: String, _ sheet: inout Sheet) {
    sheet.blank()
    sheet.paragraph([Run(title, .section)])
  }

  // MARK: Rows

  public var json: [UInt8] { ClaimTable([claim]).json }
  public static let header = StatementTable.header
  public var cells: [[String]] { StatementTable(claim.statements).cells }
}
