import QuothStatement
public import QuothLedger
import QuothReport
import QuothTime

/// Claims, two lines each: what is claimed, and who stands behind it.
public struct ClaimTable: LedgerTable {
  private let claims: [LedgerClaim]

  public init(_ claims: [LedgerClaim]) { self.claims = claims }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if claims.isEmpty { sheet.paragraph([Run("no claim found", .quiet)]) }
    let column = (claims.map { TerminalText.width($0.name) }.max() ?? 0) + 2
    for claim in claims {
      let tail = LedgerWords.count(claim.independentOrigins, "origin")
      sheet.paragraph(
        [Run(claim.words, .source)], hanging: column, head: Run(claim.name, .saying),
        tail: Run(tail), margin: TerminalText.width(tail) + 2)
      var details = [Run("by " + Self.backers(claim))]
      let against = Self.opponents(claim)
      if !against.isEmpty {
        details.append(Run("· denied by " + LedgerWords.list(against, most: 2), .denial))
      }
      let others = claim.disagreements.filter { $0.type == "conflicts" }.count
      if others > 0 { details.append(Run("· other figures", .caution)) }
      details.append(
        Run(
          "· \(LedgerWords.count(claim.reports, "report")), \(LedgerWords.days(claim.firstDay, claim.lastDay))"
            + (claim.story.map { " · y\($0)" } ?? ""), .quiet))
      sheet.paragraph(details, indent: column, hanging: column)
    }
    return sheet.text
  }

  /// Those who are counted first.
  static func backers(_ claim: LedgerClaim) -> String {
    let backing = Set(claim.statements.filter { $0.stance == "backs" }.map(\.origin))
    let origins = claim.origins.filter { backing.contains($0.key) }
    let counted = origins.filter(\.isCounted) + origins.filter { !$0.isCounted }
    return counted.isEmpty
      ? "nobody now" : LedgerWords.list(distinct(counted.map(\.name)), most: 3)
  }

  static func opponents(_ claim: LedgerClaim) -> [String] {
    distinct(
      claim.disagreements.filter { $0.type == "denies" || $0.type == "disputes" }
        .map { claim.origin(of: $0.from)?.name ?? StatementLine($0.from).holder })
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  // MARK: Rows

  public var json: [UInt8] { Self.lines(claims, Self.write) }

  static func write(_ json: inout JSONWriter, _ claim: LedgerClaim) {
    json.object { json in
      json.member("claim", claim.name)
      json.member("words", claim.words)
      json.number("story", "y", claim.story)
      json.key("statements")
      json.array(claim.statements) { json, statement in
        json.object { json in json.members(of: statement) }
      }
      json.key("origins")
      json.array(claim.origins) { json, origin in
        json.object { json in
          json.member("id", "o\(origin.key)")
          json.member("name", origin.name)
          json.number("entity", "k", origin.actor)
          json.member("kind", origin.kind)
          var reports: [String] = []
          for statement in claim.statements
          where statement.origin == origin.key && !reports.contains(statement.report.id) {
            reports.append(statement.report.id)
          }
          json.member("reports", reports)
          json.member("rule", origin.rule)
          json.key("counted")
          json.bool(origin.isCounted)
        }
      }
      json.member("independent_origins", claim.independentOrigins)
      json.key("disagreement")
      json.array(claim.disagreements) { json, entry in
        json.object { json in json.members(of: entry) }
      }
      json.member("credibility", claim.credibility)
      json.key("history")
      json.array(claim.history) { json, change in
        json.object { json in
          json.member("date", CalendarDay(number: change.statement.report.day).description)
          json.member("words", change.statement.words)
          json.number("origin", "o", change.statement.origin)
          json.member("change", change.kind.rawValue)
        }
      }
    }
  }

  public static let header = [
    "claim", "words", "story", "independent_origins", "reports", "statements", "disagreements",
    "credibility", "first_day", "last_day", "origins",
  ]

  public var cells: [[String]] {
    claims.map { claim in
      [
        claim.name, claim.words, claim.story.map { "y\($0)" } ?? "",
        String(claim.independentOrigins), String(claim.reports), String(claim.statements.count),
        String(claim.disagreements.count), String(claim.credibility),
        CalendarDay(number: claim.firstDay).description,
        CalendarDay(number: claim.lastDay).description,
        claim.origins.map(\.name).joined(separator: "; "),
      ]
    }
  }
}
