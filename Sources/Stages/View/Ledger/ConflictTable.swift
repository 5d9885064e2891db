public import QuothLedger
import QuothReport

/// Disagreements, both texts beside each other.
public struct ConflictTable: LedgerTable {
  private let entries: [(claim: String, entry: LedgerDisagreement)]

  public init(_ claims: [LedgerClaim]) {
    entries = claims.flatMap { claim in claim.disagreements.map { (claim.words, $0) } }
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if entries.isEmpty { sheet.paragraph([Run("no disagreement found", .quiet)]) }
    var claim: Int?
    for (words, entry) in entries {
      if claim != nil { sheet.blank() }
      if claim != entry.claim {
        sheet.paragraph(
          [Run(words, .headline)], hanging: 0, tail: Run("c\(entry.claim)", .saying), margin: 8)
        claim = entry.claim
      }
      Self.write(entry, to: &sheet)
    }
    return sheet.text
  }

  /// What one statement says and what the other does, in two columns where there is room.
  static func write(_ entry: LedgerDisagreement, to sheet: inout Sheet) {
    let isOfFigures = entry.field == "number"
    let word = LedgerWords.disagreement(entry.type)
    sheet.pair(
      side(entry.to, "said", .saying, beside: isOfFigures ? entry.from : nil),
      side(
        entry.from, word, entry.type == "denies" ? .denial : .caution,
        beside: isOfFigures ? entry.to : nil),
      indent: 2)
  }

  private static func side(
    _ statement: LedgerStatement, _ verb: String, _ ink: Ink, beside other: LedgerStatement?
  ) -> [Run] {
    let line = StatementLine(statement)
    let words = other.map { FigureMarks(line.words, beside: $0.words).text } ?? line.words
    return [
      Run(line.holder, .source), Run(verb + ":", ink), Run(words),
      Run("· \(line.label)", .circumstance),
    ] + line.details.map { Run("· " + $0, .circumstance) } + [
      Run(
        "· \(LedgerWords.place(statement.report)), \(statement.name), \(line.characters)", .quiet)
    ]
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines(entries) { json, row in
      json.object { json in
        json.member("claim", "c\(row.entry.claim)")
        json.member("words", row.claim)
        json.member("type", row.entry.type)
        json.member("field", row.entry.field)
        json.member("why", row.entry.why)
        for (name, statement) in [("from", row.entry.from), ("to", row.entry.to)] {
          json.key(name)
          json.object { json in json.members(of: statement) }
        }
      }
    }
  }

  public static let header = [
    "claim", "words", "type", "field", "why", "from", "from_holder", "from_words", "to",
    "to_holder", "to_words",
  ]

  public var cells: [[String]] {
    entries.map { claim, entry in
      [
        "c\(entry.claim)", claim, entry.type, entry.field ?? "", entry.why, entry.from.name,
        StatementLine(entry.from).holder, entry.from.words, entry.to.name,
        StatementLine(entry.to).holder, entry.to.words,
      ]
    }
  }
}
