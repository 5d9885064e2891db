public import QuothLedger
import QuothReport
import QuothStatement
import QuothTime

/// What happens in the reports of a ledger, one line a happening.
public struct LedgerEventTable: LedgerTable {
  private let happenings: [LedgerHappening]

  public init(_ happenings: [LedgerHappening]) { self.happenings = happenings }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if happenings.isEmpty { sheet.paragraph([Run("no event found", .quiet)]) }
    for happening in happenings {
      let event = happening.mentions[0]
      var details = Self.details(event)
      if happening.mentions.count > 1 {
        details.append(LedgerWords.count(happening.mentions.count, "mention"))
      }
      sheet.paragraph(
        [Run(event.lemma, .source)] + details.map { Run("· " + $0) }
          + [Run("· " + LedgerWords.place(event.report), .quiet)],
        hanging: Self.column, head: Run(event.type?.rawValue ?? "–", .saying),
        tail: Run(happening.name, .quiet), margin: TerminalText.width(happening.name) + 2)
    }
    return sheet.text
  }

  /// Where words begin: the widest type of PLOVER and two blanks.
  static let column = 11

  /// Who, to whom, when, where, and how far it has come.
  static func details(_ event: LedgerEvent) -> [String] {
    var details: [String] = []
    if !event.actors.isEmpty { details.append("by " + event.actors.joined(separator: " and ")) }
    if !event.recipients.isEmpty {
      details.append("to " + event.recipients.joined(separator: " and "))
    }
    let year = CalendarDay(number: event.report.day).year
    details += [event.time.flatMap { ShortTime($0, near: year)?.words }, event.place]
      .compactMap(\.self)
    return details + [event.status.rawValue]
  }

  public var json: [UInt8] {
    Self.lines(happenings) { json, happening in
      json.object { json in
        let event = happening.mentions[0]
        json.member("event", happening.name)
        json.member("type", event.type?.rawValue)
        json.member("lemma", event.lemma)
        json.member("status", event.status.rawValue)
        json.member("actors", event.actors)
        json.member("recipients", event.recipients)
        json.key("time")
        json.time(event.time)
        json.member("place", event.place)
        json.key("mentions")
        json.array(happening.mentions) { json, event in
          json.object { json in
            json.members(of: event.report)
            json.member("event", "v\(event.number)")
            json.member("start", event.trigger.start)
            json.member("end", event.trigger.end)
          }
        }
      }
    }
  }

  public static let header = [
    "event", "type", "lemma", "status", "actors", "recipients", "time_begin", "time_end", "place",
    "mentions", "report", "file", "start", "end", "sentence",
  ]

  public var cells: [[String]] {
    happenings.map { happening in
      let event = happening.mentions[0]
      return [
        happening.name, event.type?.rawValue ?? "", event.lemma, event.status.rawValue,
        event.actors.joined(separator: "; "), event.recipients.joined(separator: "; "),
        event.time?.begin ?? "", event.time?.end ?? "", event.place ?? "",
        String(happening.mentions.count), event.report.id, event.report.file ?? "",
        String(event.trigger.start), String(event.trigger.end), event.sentence,
      ]
    }
  }
}
