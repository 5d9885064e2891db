public import QuothLedger
import QuothReport

/// Stories, the ones told last first: each with its first headline and its most backed claims.
public struct StoryTable: LedgerTable {
  private let stories: [LedgerStory]
  private let reports: [LedgerReport]

  /// - Parameters:
  ///   - stories: for people.
  ///   - reports: for programs, a row each.
  public init(_ stories: [LedgerStory], rows reports: [LedgerReport] = []) {
    self.stories = stories
    self.reports = reports
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if stories.isEmpty { sheet.paragraph([Run("no story found", .quiet)]) }
    let column = (stories.map { TerminalText.width($0.name) }.max() ?? 0) + 2
    for story in stories {
      let tail = LedgerWords.count(story.reportCount, "report")
      sheet.paragraph(
        [
          Run(story.reports.first?.headline ?? "without headline", .headline),
          Run("· " + LedgerWords.days(story.firstDay, story.lastDay), .quiet),
        ], hanging: column, head: Run(story.name, .saying), tail: Run(tail),
        margin: TerminalText.width(tail) + 2)
      for claim in story.claims { Self.write(claim, to: &sheet, indent: column) }
    }
    return sheet.text
  }

  static func write(_ claim: LedgerStory.Claim, to sheet: inout Sheet, indent: Int) {
    let tail = LedgerWords.count(claim.independentOrigins, "origin")
    sheet.paragraph(
      [Run(claim.words)]
        + (claim.isDisputed ? [Run("· disputed", .denial)] : []),
      indent: indent, hanging: indent + 7, head: Run(claim.name, .quiet), tail: Run(tail, .quiet),
      margin: TerminalText.width(tail) + 2)
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines(reports) { json, report in
      json.object { json in
        json.members(of: report)
        json.number("story", "y", report.story)
        json.member("copy_of", report.copyOf)
        json.number("family", "f", report.family)
        json.member("version_of", report.versionOf)
        json.member("headline", report.headline)
        json.details(of: report)
      }
    }
  }

  public static let header = [
    "report", "file", "story", "copy_of", "family", "version_of", "number", "headline",
    "publisher", "published",
  ]

  public var cells: [[String]] {
    reports.map { report in
      [
        report.id, report.file ?? "", report.story.map { "y\($0)" } ?? "", report.copyOf ?? "",
        report.family.map { "f\($0)" } ?? "", report.versionOf ?? "", report.name,
        report.headline ?? "", report.publisher ?? "", report.published ?? "",
      ]
    }
  }
}
