public import QuothLedger
import QuothReport
import QuothStatement

/// What two actors do to each other: counts by month in PLOVER's four classes, and every event with its sentence.
///
/// What is planned, possible, hypothetical or denied stands apart and counts nowhere.
public struct RelationTable: LedgerTable {
  private let relations: LedgerRelations

  public init(_ relations: LedgerRelations) { self.relations = relations }

  private struct Cell: Hashable {
    var month: String
    var direction: Bool
    var kind: EventClass
  }

  private var counted: [LedgerRelations.Entry] { relations.events.filter(\.isCounted) }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run("\(relations.first) and \(relations.second)", .headline)])
    guard !relations.events.isEmpty else {
      sheet.paragraph([Run("no event between them found", .quiet)])
      return sheet.text
    }
    writeMonths(&sheet)
    write("COUNTED", counted, &sheet)
    let apart = relations.events.filter { !$0.isReal }
    write("NOT COUNTED: PLANNED, POSSIBLE, HYPOTHETICAL OR DENIED", apart, &sheet)
    write("COUNTED ALREADY, FROM ANOTHER REPORT", relations.events.filter(\.isRepeated), &sheet)
    return sheet.text
  }

  /// One line a month and direction: `2026-03  Norland to Sudland  verbal conflict 2 · material conflict 1`.
  private func writeMonths(_ sheet: inout Sheet) {
    var counts: [Cell: Int] = [:]
    for entry in counted {
      guard let type = entry.event.type else { continue }
      counts[
        Cell(
          month: String(entry.event.day.prefix(7)), direction: entry.isFromFirst,
          kind: EventClass(type)), default: 0] += 1
    }
    for month in Set(counts.keys.map(\.month)).sorted() {
      for direction in [true, false] {
        let parts = EventClass.allCases.compactMap { kind in
          counts[Cell(month: month, direction: direction, kind: kind)].map {
            "\(kind.rawValue) \($0)"
          }
        }
        guard !parts.isEmpty else { continue }
        sheet.paragraph(
          [Run(heading(direction) + ":", .source), Run(parts.joined(separator: " · "))],
          hanging: 9, head: Run(month, .saying))
      }
    }
  }

  private func heading(_ isFromFirst: Bool) -> String {
    isFromFirst
      ? "\(relations.first) to \(relations.second)" : "\(relations.second) to \(relations.first)"
  }

  private func write(
    _ title: String, _ entries: [LedgerRelations.Entry], _ sheet: inout Sheet
  ) {
    guard !entries.isEmpty else { return }
    sheet.blank()
    sheet.paragraph([Run(title, .section)])
    for entry in entries {
      let event = entry.event
      sheet.paragraph(
        [
          Run(heading(entry.isFromFirst) + ":", .source), Run(event.sentence),
          Run("· \(event.status.rawValue), \(event.day)", .circumstance),
          Run(
            "· \(LedgerWords.place(event.report)), characters \(event.trigger.start)–\(event.trigger.end)",
            .quiet),
        ], indent: 2, hanging: 2 + LedgerEventTable.column,
        head: Run(event.type?.rawValue ?? "–", .saying), tail: Run(event.name, .quiet),
        margin: TerminalText.width(event.name) + 2)
    }
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines(relations.events) { json, entry in
      let event = entry.event
      json.object { json in
        json.member("month", String(event.day.prefix(7)))
        json.member("day", event.day)
        json.member("from", entry.isFromFirst ? relations.first : relations.second)
        json.member("to", entry.isFromFirst ? relations.second : relations.first)
        json.member("class", event.type.map { EventClass($0).rawValue })
        json.member("type", event.type?.rawValue)
        json.member("status", event.status.rawValue)
        json.key("counted")
        json.bool(entry.isCounted)
        json.members(of: event.report)
        json.member("event", "v\(event.number)")
        json.member("start", event.trigger.start)
        json.member("end", event.trigger.end)
        json.member("sentence", event.sentence)
      }
    }
  }

  public static let header = [
    "month", "day", "from", "to", "class", "type", "status", "counted", "report", "file", "event",
    "start", "end", "sentence",
  ]

  public var cells: [[String]] {
    relations.events.map { entry in
      let event = entry.event
      return [
        String(event.day.prefix(7)), event.day,
        entry.isFromFirst ? relations.first : relations.second,
        entry.isFromFirst ? relations.second : relations.first,
        event.type.map { EventClass($0).rawValue } ?? "", event.type?.rawValue ?? "",
        event.status.rawValue, entry.isCounted ? "true" : "false",
        event.report.id, event.report.file ?? "", "v\(event.number)",
        String(event.trigger.start), String(event.trigger.end), event.sentence,
      ]
    }
  }
}
