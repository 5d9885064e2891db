import QuothAnnotation
import QuothLedger
import QuothReport
import QuothStatement
import QuothTime

/// Parts that rows of a ledger share.
extension JSONWriter {
  mutating func members(of report: LedgerReport) {
    member("report", report.id)
    member("file", report.file)
  }

  /// What one may want beside: number, outlet and day.
  mutating func details(of report: LedgerReport) {
    member("number", report.name)
    member("publisher", report.publisher)
    member("published", report.published)
    member("day", CalendarDay(number: report.day).description)
  }

  mutating func number(_ name: String, _ letter: String, _ key: Int?) {
    member(name, key.map { letter + String($0) })
  }

  mutating func spans(_ name: String, _ spans: [Span]) {
    key(name)
    array(spans) { json, span in
      json.object { json in
        json.member("start", span.start)
        json.member("end", span.end)
      }
    }
  }

  /// A statement as a row of its own, or within one.
  mutating func members(of statement: LedgerStatement) {
    members(of: statement.report)
    member("statement", statement.id)
    member("id", statement.name)
    member("words", statement.words)
    spans("spans", statement.spans)
    key("holder")
    switch statement.holder {
    case .reporter: string("reporter")
    case .nobody: null()
    case .entities(let ids): array(ids) { json, id in json.string("e\(id + 1)") }
    }
    member("holder_name", statement.holderName)
    member("certainty", statement.certainty.code)
    member("polarity", statement.certainty.isNegative ? "neg" : "pos")
    number("origin", "o", statement.origin)
    number("claim", "c", statement.claim)
    member("stance", statement.stance)
    member("act", statement.act?.rawValue)
    member("kind", statement.kind?.rawValue)
    member("class", statement.timeClass.rawValue)
    key("time")
    time(statement.time)
    member("place", statement.place)
    details(of: statement.report)
  }

  mutating func time(_ time: Time?) {
    guard let time else { return null() }
    object { json in
      json.member("value", time.value)
      json.member("begin", time.begin)
      json.member("end", time.end)
      json.member("basis", time.basis.rawValue)
    }
  }

  /// A statement as another one points to it.
  mutating func pointer(_ name: String, _ statement: LedgerStatement) {
    key(name)
    object { json in
      json.members(of: statement.report)
      json.member("statement", statement.id)
    }
  }

  mutating func members(of entry: LedgerDisagreement) {
    member("type", entry.type)
    pointer("from", entry.from)
    pointer("to", entry.to)
    member("field", entry.field)
    member("why", entry.why)
  }
}
