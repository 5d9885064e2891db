import QuothAnnotation
import QuothReport
public import QuothStatement

/// The answers that reports give to a question, best first, each with holder, certainty and place.
///
///     AnswerTable(answers, in: [reading]).text(width: 100, isColoured: false)
public struct AnswerTable: Sendable {
  private let answers: [Answer]
  private let rows: [ReportRows]
  private let isOfMany: Bool

  /// - Parameters:
  ///   - readings: The reports that were asked.
  ///   - showsLines: For each, whether lines of its text are lines of a file that people can open.
  public init(_ answers: [Answer], in readings: [Reading], showsLines: [Bool]) {
    self.answers = answers
    rows = zip(readings, showsLines).map { ReportRows($0, showsLines: $1) }
    isOfMany = readings.count > 1
  }

  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Sheet(width: min(max(width, 40), 100), isColoured: isColoured)
    guard !answers.isEmpty else {
      sheet.paragraph([Run(isOfMany ? "The reports do not say." : "The report does not say.")])
      return sheet.text
    }
    let lines = answers.map(line)
    let column = (lines.map { TerminalText.width($0.label) }.max() ?? 0) + 2
    let margin = (lines.map { TerminalText.width($0.reference) }.max() ?? 0) + 2
    for line in lines {
      sheet.paragraph(
        [Run(line.holder, .source), Run(line.words)]
          + line.details.map { Run("· " + $0, .circumstance) },
        hanging: column, head: Run(line.label, .saying), tail: Run(line.reference, .quiet),
        margin: margin)
    }
    return sheet.text
  }

  private struct Line {
    var label: String
    var holder: String
    var words: String
    var details: [String]
    var reference: String
  }

  private func line(_ answer: Answer) -> Line {
    let rows = rows[answer.report]
    let statement = rows.reading.statements[answer.statement]
    let claim = Claim(statement, in: rows.index)
    var details = rows.claims.time(claim)
    if let place = rows.claims.place(claim) { details.append(place) }
    details += rows.claims.messengers(claim)
    if let attribution = claim.attribution {
      details += rows.index.circumstances(rows.reading.attributions[attribution])
    }
    if isOfMany { details.append(rows.reading.report.file ?? rows.reading.report.id) }
    return Line(
      label: rows.claims.label(claim), holder: rows.claims.holderName(claim.holder) + ":",
      words: rows.index.quoted.line(statement.wording), details: details,
      reference: rows.reference(statement.wording.first))
  }

  /// One line a row, in the keys that `quoth claims` of the ledger has for a statement.
  public var json: [UInt8] {
    var bytes: [UInt8] = []
    for answer in answers {
      let rows = rows[answer.report]
      let reading = rows.reading
      let record = Record(reading)
      let statement = reading.statements[answer.statement]
      let claim = Claim(statement, in: rows.index)
      var json = JSONWriter()
      json.object { json in
        json.member("report", reading.report.id)
        json.member("file", reading.report.file ?? reading.report.url?.value)
        json.member("statement", "t\(statement.id + 1)")
        json.member("words", rows.index.words.line(statement.spans))
        record.write("spans", statement.spans, to: &json)
        record.writeHolder(statement.holder, to: &json)
        json.member("holder_name", rows.claims.holderName(claim.holder))
        json.member("certainty", statement.certainty.code)
        json.member("polarity", statement.certainty.isNegative ? "neg" : "pos")
        json.key("time")
        record.write(statement.time, to: &json)
        json.member("place", rows.place(statement.place))
        json.member("score", answer.score)
      }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }
}
