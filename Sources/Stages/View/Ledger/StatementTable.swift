import QuothStatement
import QuothAnnotation
public import QuothLedger
import QuothReport
import QuothTime

/// Statements of many reports, each with holder, certainty and place.
public struct StatementTable: LedgerTable {
  private let statements: [LedgerStatement]
  private let scores: [Double]
  private let absence: String

  /// - Parameters:
  ///   - scores: how well each fits a question, where one was asked.
  ///   - absence: what is said where there is none.
  public init(
    _ statements: [LedgerStatement], scores: [Double] = [], absence: String = "nothing found"
  ) {
    self.statements = statements
    self.scores = scores
    self.absence = absence
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if statements.isEmpty { sheet.paragraph([Run(absence, .quiet)]) }
    for statement in statements {
      StatementLine(statement).write(
        to: &sheet, extra: statement.claim.map { ["c\($0)"] } ?? [])
    }
    return sheet.text
  }

  public var json: [UInt8] {
    Self.lines(Array(statements.enumerated())) { json, element in
      json.object { json in
        json.members(of: element.element)
        if scores.indices.contains(element.offset) {
          json.member("score", scores[element.offset])
        }
      }
    }
  }

  public static let header = [
    "id", "report", "file", "statement", "start", "end", "words", "holder", "certainty",
    "polarity", "act", "kind", "class", "time_begin", "time_end", "place", "claim", "origin",
    "stance",
    "publisher", "published",
  ]

  public var cells: [[String]] {
    statements.map { statement in
      [
        statement.name, statement.report.id, statement.report.file ?? "", statement.id,
        String(statement.extent.start), String(statement.extent.end), statement.words,
        statement.holder == .reporter ? "reporter" : statement.holderName ?? "",
        statement.certainty.code, statement.certainty.isNegative ? "neg" : "pos",
        statement.act?.rawValue ?? "", statement.kind?.rawValue ?? "",
        statement.timeClass.rawValue, statement.time?.begin ?? "", statement.time?.end ?? "",
        statement.place ?? "", statement.claim.map { "c\($0)" } ?? "",
        statement.origin.map { "o\($0)" } ?? "", statement.stance ?? "",
        statement.report.publisher ?? "", statement.report.published ?? "",
      ]
    }
  }
}
