public import QuothLedger
import QuothReport

/// Who speaks and acts in the reports of a ledger, one line an actor.
public struct LedgerActorTable: LedgerTable {
  private let actors: [LedgerActor]

  public init(_ actors: [LedgerActor]) { self.actors = actors }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if actors.isEmpty { sheet.paragraph([Run("no actor found", .quiet)]) }
    for actor in actors {
      let details =
        Array(actor.roles.prefix(2)) + [actor.country, actor.link].compactMap(\.self)
        + (actor.statementCount > 0 ? [LedgerWords.count(actor.statementCount, "statement")] : [])
        + [LedgerWords.count(actor.reportCount, "report")]
      sheet.paragraph(
        [Run(actor.name, .source)] + details.map { Run("· " + $0) }, hanging: Self.column,
        head: Run(actor.type, .saying), tail: Run(actor.id, .quiet),
        margin: TerminalText.width(actor.id) + 2)
    }
    return sheet.text
  }

  /// Where names begin: the widest type and two blanks.
  private static let column = 14

  public var json: [UInt8] {
    Self.lines(actors) { json, actor in
      json.object { json in
        json.member("actor", actor.id)
        json.member("name", actor.name)
        json.member("type", actor.type)
        json.member("country", actor.country)
        json.member("link", actor.link)
        json.member("aliases", actor.aliases)
        json.member("roles", actor.roles)
        json.member("statements", actor.statementCount)
        json.member("reports", actor.reportCount)
        json.key("mentions")
        json.array(actor.mentions) { json, mention in
          json.object { json in
            json.members(of: mention.report)
            json.member("entity", "e\(mention.entity)")
          }
        }
      }
    }
  }

  public static let header = [
    "actor", "name", "type", "country", "link", "aliases", "roles", "statements", "reports",
  ]

  public var cells: [[String]] {
    actors.map { actor in
      [
        actor.id, actor.name, actor.type, actor.country ?? "", actor.link ?? "",
        actor.aliases.joined(separator: "; "), actor.roles.joined(separator: "; "),
        String(actor.statementCount), String(actor.reportCount),
      ]
    }
  }
}
