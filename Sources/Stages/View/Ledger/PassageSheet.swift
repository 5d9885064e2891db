import QuothAnnotation
public import QuothLedger
import QuothReport
public import QuothStatement

/// A passage of a report with its words between marks, and where it stands.
public struct PassageSheet: LedgerTable {
  private let report: LedgerReport
  private let name: String
  private let spans: [Span]
  private let facts: [String]
  private let reading: Reading
  private let words: Words
  private let places: Places
  private let points: CodePointIndex

  /// - Parameters:
  ///   - name: `t4`
  ///   - spans: in bytes of the reading's text.
  ///   - facts: what else is told of it.
  private init(
    _ report: LedgerReport, _ reading: Reading, name: String, spans: [Span], facts: [String] = []
  ) {
    self.report = report
    self.reading = reading
    self.name = name
    self.spans = spans.sorted()
    self.facts = facts
    words = Words(reading.report.text)
    places = Places(reading.report)
    points = CodePointIndex(Array(reading.report.text.utf8))
  }

  /// What stands in a report; nil where it has no such part.
  public init?(
    _ report: LedgerReport, _ reading: Reading, _ part: LedgerName.Part, _ number: Int,
    statement: LedgerStatement? = nil
  ) {
    let index = number - 1
    switch part {
    case .statement:
      guard reading.statements.indices.contains(index) else { return nil }
      let own = reading.statements[index]
      var facts: [String] = []
      if let statement {
        let line = StatementLine(statement)
        facts = ["\(line.holder), \(line.label)"] + line.details
        if let claim = statement.claim { facts.append("claim c\(claim)") }
      }
      self.init(report, reading, name: "t\(number)", spans: own.spans, facts: facts)
    case .attribution:
      guard reading.attributions.indices.contains(index) else { return nil }
      let own = reading.attributions[index]
      self.init(
        report, reading, name: "a\(number)", spans: own.source + own.cue + own.content,
        facts: [own.act.rawValue, own.kind.words])
    case .event:
      guard reading.events.indices.contains(index) else { return nil }
      let own = reading.events[index]
      self.init(
        report, reading, name: "v\(number)", spans: [own.trigger],
        facts: [own.type?.rawValue, own.lemma, own.status.rawValue].compactMap(\.self))
    case .entity:
      guard reading.entities.indices.contains(index) else { return nil }
      let own = reading.entities[index]
      self.init(
        report, reading, name: "e\(number)", spans: own.mentions.map(\.span),
        facts: [own.name, own.type.rawValue])
    }
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    sheet.paragraph([Run(report.headline ?? "without headline", .headline)])
    sheet.paragraph([
      Run(LedgerWords.place(report) + (report.file.map { " · \($0)" } ?? ""), .quiet)
    ])
    sheet.blank()
    var shown: [Int] = []
    for span in spans {
      guard let block = places.block(of: span), !shown.contains(block) else { continue }
      shown.append(block)
      let passage = MarkedPassage(reading.report.blocks[block].span, marks: spans, words)
      let place = places.paragraph(span)
      sheet.paragraph([Run(passage.text)], hanging: Self.column, head: Run(place, .quiet))
    }
    sheet.blank()
    sheet.paragraph(
      [Run(facts.joined(separator: " · ")), Run("· " + characters, .quiet)],
      hanging: Self.column, head: Run(report.name + name, .saying))
    return sheet.text
  }

  /// Wide enough for "headline" and two blanks.
  private static let column = 10

  private var characters: String {
    let edges = spans.prefix(6).map {
      "\(points.codePoint(at: $0.start))–\(points.codePoint(at: $0.end))"
    }
    let line = spans.first.map { "line \(places.line($0)), " } ?? ""
    return line + "characters " + edges.joined(separator: ", ")
      + (spans.count > 6 ? " and \(spans.count - 6) more" : "")
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines([report]) { json, report in
      json.object { json in
        json.members(of: report)
        json.member("id", report.name + name)
        json.member("part", name)
        json.key("spans")
        json.array(spans) { json, span in
          json.object { json in
            json.member("start", points.codePoint(at: span.start))
            json.member("end", points.codePoint(at: span.end))
            json.member("text", words[span])
          }
        }
        json.member("passage", passage)
        json.details(of: report)
      }
    }
  }

  private var passage: String {
    var shown: [Int] = []
    for span in spans {
      if let block = places.block(of: span), !shown.contains(block) { shown.append(block) }
    }
    return shown.map { words[reading.report.blocks[$0].span] }.joined(separator: "\n\n")
  }

  public static let header = ["id", "report", "file", "start", "end", "text"]

  public var cells: [[String]] {
    spans.map { span in
      [
        report.name + name, report.id, report.file ?? "",
        String(points.codePoint(at: span.start)), String(points.codePoint(at: span.end)),
        words.line(span),
      ]
    }
  }
}
