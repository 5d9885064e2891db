import QuothAnnotation
import QuothReport
public import QuothStatement

/// What happens in reports, one line an event.
///
///     EventTable(reading).text(width: 100, isColoured: false)
public struct EventTable: Sendable {
  private let rows: ReportRows

  /// - Parameter showsLines: Whether lines of the text are lines of a file that people can open.
  public init(_ reading: Reading, showsLines: Bool = true) {
    rows = ReportRows(reading, showsLines: showsLines)
  }

  public var isEmpty: Bool { rows.reading.events.isEmpty }

  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    let events = rows.reading.events
    var sheet = Sheet(width: min(max(width, 40), 100), isColoured: isColoured)
    guard !events.isEmpty else {
      sheet.paragraph([Run("no event found", .quiet)])
      return sheet.text
    }
    let margin = events.map { TerminalText.width(rows.reference($0.trigger)) }.max() ?? 0
    for event in events {
      sheet.paragraph(
        [Run(rows.index.words.line(event.trigger), .source)]
          + details(event).map { Run("· " + $0) },
        hanging: Self.column, head: Run(event.type?.rawValue ?? "–", .saying),
        tail: Run(rows.reference(event.trigger), .quiet), margin: margin + 2)
    }
    return sheet.text
  }

  /// Who, to whom, how many, when, where, and how far it has come.
  private func details(_ event: Event) -> [String] {
    let actors = rows.names(event.actors)
    let recipients = rows.names(event.recipients)
    var details: [String] = []
    if !actors.isEmpty { details.append("by " + actors) }
    if !recipients.isEmpty { details.append("to " + recipients) }
    details += event.numbers.map {
      rows.index.words.line($0.span) + ($0.unit.map { " " + $0 } ?? "")
    }
    details += [rows.words(event.time), rows.place(event.place)].compactMap(\.self)
    return details + [event.status.rawValue]
  }

  /// Where words begin: the widest type of PLOVER and two blanks.
  private static let column = 11

  /// One line a row, as `quoth events` of the ledger writes them; each event is its own happening
  /// until a ledger joins those of several reports.
  ///
  /// - Parameter first: The number of the first row.
  public func json(from first: Int) -> [UInt8] {
    let reading = rows.reading
    let record = Record(reading)
    var bytes: [UInt8] = []
    for event in reading.events {
      var json = JSONWriter()
      json.object { json in
        json.member("event", "g\(first + event.id)")
        json.member("type", event.type?.rawValue)
        json.member("lemma", event.lemma)
        json.member("status", event.status.rawValue)
        json.member("actors", event.actors.compactMap(name))
        json.member("recipients", event.recipients.compactMap(name))
        json.key("time")
        record.write(event.time, to: &json)
        json.member("place", rows.place(event.place))
        json.key("numbers")
        json.array(event.numbers) { json, count in
          json.object { json in
            json.member("value", count.value)
            json.member("unit", count.unit)
          }
        }
        json.key("mentions")
        json.array([event]) { json, event in
          json.object { json in
            json.member("report", reading.report.id)
            json.member("file", reading.report.file ?? reading.report.url?.value)
            json.member("event", "v\(event.id + 1)")
            record.writeEdges(event.trigger, to: &json)
            json.member("text", record.words[event.trigger])
          }
        }
      }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  private func name(_ id: Entity.ID) -> String? {
    rows.reading.entities.indices.contains(id) ? rows.reading.entities[id].name : nil
  }
}
