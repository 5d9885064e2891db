public import QuothLedger
import QuothReport

/// Who speaks, how often, how sure, how often alone, denied and corrected.
public struct SourceTable: LedgerTable {
  private let sources: [LedgerSource]

  public init(_ sources: [LedgerSource]) { self.sources = sources }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if sources.isEmpty { sheet.paragraph([Run("nobody speaks", .quiet)]) }
    for source in sources {
      let tail = LedgerWords.count(source.statements, "statement")
      let counts = [
        (source.certain, "certain"), (source.hedged, "hedged"), (source.alone, "alone"),
        (source.denied, "denied"), (source.corrected, "corrected"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      sheet.paragraph(
        [Run(source.name, .source)]
          + (source.reliability.map { [Run("· reliability \($0)", .confirmation)] } ?? [])
          + counts.map { Run("· " + $0) }
          + [Run("· " + LedgerWords.count(source.reports, "report"), .quiet)],
        hanging: 8, head: Run("k\(source.actor)", .quiet), tail: Run(tail),
        margin: TerminalText.width(tail) + 2)
    }
    return sheet.text
  }

  public var json: [UInt8] {
    Self.lines(sources) { json, source in
      json.object { json in
        json.member("actor", "k\(source.actor)")
        json.member("name", source.name)
        json.member("type", source.type)
        json.member("reliability", source.reliability)
        json.member("statements", source.statements)
        json.member("reports", source.reports)
        json.member("certain", source.certain)
        json.member("hedged", source.hedged)
        json.member("alone", source.alone)
        json.member("denied", source.denied)
        json.member("corrected", source.corrected)
      }
    }
  }

  public static let header = [
    "actor", "name", "type", "reliability", "statements", "reports", "certain", "hedged", "alone",
    "denied", "corrected",
  ]

  public var cells: [[String]] {
    sources.map { source in
      ["k\(source.actor)", source.name, source.type, source.reliability ?? ""]
        + [
          source.statements, source.reports, source.certain, source.hedged, source.alone,
          source.denied, source.corrected,
        ].map(String.init)
    }
  }
}
