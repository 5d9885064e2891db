public import QuothLedger
import QuothReport

/// One report of a ledger and what it says.
public struct ReportSheet: LedgerTable {
  private let report: LedgerReport
  private let statements: [LedgerStatement]

  public init(_ report: LedgerReport, _ statements: [LedgerStatement]) {
    self.report = report
    self.statements = statements
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run(report.headline ?? "without headline", .headline)])
    sheet.paragraph([
      Run(
        [
          report.name, LedgerWords.place(report), report.story.map { "y\($0)" },
          report.family.map { "f\($0)" }, report.copyOf.map { "copy of \($0)" },
          report.versionOf.map { "later version of \($0)" }, report.file, report.id,
        ].compactMap(\.self).joined(separator: " · "), .quiet)
    ])
    sheet.blank()
    for statement in statements {
      StatementLine(statement).write(
        to: &sheet, showsReport: false, extra: statement.claim.map { ["c\($0)"] } ?? [])
    }
    return sheet.text
  }

  /// The report first, then its statements.
  public var json: [UInt8] {
    StoryTable([], rows: [report]).json + StatementTable(statements).json
  }

  public static let header = StatementTable.header
  public var cells: [[String]] { StatementTable(statements).cells }
}
