public import QuothLedger

/// One story: its claims, the most backed ones first, and its reports in the order of publication.
public struct StorySheet: LedgerTable {
  private let story: LedgerStory

  public init(_ story: LedgerStory) { self.story = story }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run(story.reports.first?.headline ?? "without headline", .headline)])
    sheet.paragraph([
      Run(
        [
          story.name, LedgerWords.count(story.reportCount, "report"),
          LedgerWords.days(story.firstDay, story.lastDay),
          LedgerWords.count(story.claimCount, "claim"), "\(story.disputedCount) disputed",
        ].joined(separator: " · "), .quiet)
    ])
    sheet.blank()
    sheet.paragraph([Run("CLAIMS", .section)])
    for claim in story.claims { StoryTable.write(claim, to: &sheet, indent: 2) }
    if story.claimCount > story.claims.count {
      sheet.paragraph(
        [
          Run(
            "\(story.claimCount - story.claims.count) more: quoth claims --story \(story.name)",
            .quiet)
        ],
        indent: 2)
    }
    sheet.blank()
    sheet.paragraph([Run("REPORTS", .section)])
    let column = 2 + (story.reports.map { TerminalText.width($0.name) }.max() ?? 0) + 2
    for report in story.reports {
      var details = [LedgerWords.place(report)]
      if report.copyOf != nil { details.append("copy" + (report.family.map { ", f\($0)" } ?? "")) }
      if report.versionOf != nil { details.append("later version") }
      sheet.paragraph(
        [Run(report.headline ?? "without headline")]
          + details.map { Run("· " + $0, .quiet) },
        indent: 2, hanging: column, head: Run(report.name, .saying))
    }
    return sheet.text
  }

  public var json: [UInt8] { StoryTable([], rows: story.reports).json }
  public static let header = StoryTable.header
  public var cells: [[String]] { StoryTable([], rows: story.reports).cells }
}
