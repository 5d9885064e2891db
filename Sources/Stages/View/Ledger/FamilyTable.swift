public import QuothLedger
import QuothReport

/// Families of copies: an original, and what was taken over from it.
public struct FamilyTable: LedgerTable {
  private let families: [LedgerFamily]

  public init(_ families: [LedgerFamily]) { self.families = families }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if families.isEmpty { sheet.paragraph([Run("no copy found", .quiet)]) }
    for family in families {
      sheet.paragraph(
        [
          Run(family.original.headline ?? "without headline", .headline),
          Run("· " + LedgerWords.place(family.original), .quiet),
        ],
        hanging: Self.column, head: Run(family.name, .saying),
        tail: Run(family.original.name, .quiet),
        margin: TerminalText.width(family.original.name) + 2)
      for copy in family.copies {
        sheet.paragraph(
          [
            Run(copy.extent + ":", copy.extent == "whole" ? .saying : .caution),
            Run(copy.report.headline ?? "without headline"),
          ] + (copy.why.map { [Run("· " + $0, .circumstance)] } ?? [])
            + [Run("· " + LedgerWords.place(copy.report), .quiet)],
          indent: Self.column, hanging: Self.column + 2, tail: Run(copy.report.name, .quiet),
          margin: TerminalText.width(copy.report.name) + 2)
      }
    }
    return sheet.text
  }

  private static let column = 6

  public var json: [UInt8] {
    Self.lines(families) { json, family in
      json.object { json in
        json.member("family", family.name)
        json.key("original")
        json.object { json in
          json.members(of: family.original)
          json.details(of: family.original)
        }
        json.key("copies")
        json.array(family.copies) { json, copy in
          json.object { json in
            json.members(of: copy.report)
            json.details(of: copy.report)
            json.member("extent", copy.extent)
            json.member("share", copy.share)
            json.member("why", copy.why)
          }
        }
      }
    }
  }

  public static let header = [
    "family", "original", "original_file", "report", "file", "extent", "share", "why",
  ]

  public var cells: [[String]] {
    families.flatMap { family in
      family.copies.map { copy in
        [
          family.name, family.original.id, family.original.file ?? "", copy.report.id,
          copy.report.file ?? "", copy.extent, copy.share.map { "\($0)" } ?? "", copy.why ?? "",
        ]
      }
    }
  }
}
