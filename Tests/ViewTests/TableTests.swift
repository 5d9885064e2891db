import Foundation
import QuothAnnotation
import QuothReport
import QuothStatement
import Testing

@testable import QuothView

@Suite struct TableTests {
  @Test func `an event is a line with its type, word, parties, time and status`() {
    let table = EventTable(Sample.kestrel.reading).text(width: 100, isColoured: false)
    #expect(table.contains("–          shut · by Norland · Tue 3 Mar · happened"))
    #expect(table.contains("ASSAULT    killed · two person · happened"))
    #expect(table.contains("CONSULT    resume · 9–15 Mar · planned"))
  }

  @Test func `rows of events are numbered on from report to report`() throws {
    let rows = try Self.objects(EventTable(Sample.kestrel.reading).json(from: 5))
    #expect(rows.map { $0["event"] as? String } == ["g5", "g6", "g7", "g8"])
    let mention = try #require((rows[1]["mentions"] as? [[String: Any]])?.first)
    #expect(mention["event"] as? String == "v2" && mention["text"] as? String == "killed")
    #expect(rows[1]["type"] as? String == "ASSAULT")
  }

  @Test func `actors are who speaks and acts, with roles and counts`() {
    let table = ActorTable([Sample.kestrel.reading]).text(width: 100, isColoured: false)
    #expect(table.contains("person        Ilse Brandt · spokesperson · says 2"))
    #expect(table.contains("state         Norland · NOR · says 1 · acts 1"))
    #expect(!table.contains("Kestrel"))
  }

  @Test func `actors that a lexicon knows by one link are one over several reports`() throws {
    var sample = Sample.kestrel
    sample.reading.entities[0].link = "state:NOR"
    let rows = try Self.objects(ActorTable([sample.reading, sample.reading]).json)
    let norland = try #require(rows.filter { $0["name"] as? String == "Norland" }.first)
    #expect((norland["mentions"] as? [Any])?.count == 2)
    #expect(rows.count { $0["name"] as? String == "Norland" } == 1)
    #expect(rows.count { $0["name"] as? String == "Ivo Maric" } == 2)
  }

  @Test func `an answer has holder, certainty and place, and none is said`() throws {
    let reading = Sample.kestrel.reading
    let answers = [
      Answer(report: 0, statement: 2, score: 0.8), Answer(report: 0, statement: 5, score: 0.5),
    ]
    let table = AnswerTable(answers, in: [reading], showsLines: [true])
    let text = table.text(width: 100, isColoured: false)
    #expect(text.hasPrefix("probable  army: shells were fired from Sudland's side early Tuesday"))
    #expect(text.contains("denies    Sudland officials: such claims"))
    let rows = try Self.objects(table.json)
    #expect(rows.map { $0["statement"] as? String } == ["t3", "t6"])
    #expect(rows[0]["certainty"] as? String == "PR+" && rows[1]["polarity"] as? String == "neg")
    let none = AnswerTable([], in: [reading], showsLines: [true])
    #expect(none.text(width: 80, isColoured: false) == "The report does not say.\n")
    #expect(none.json.isEmpty)
  }

  @Test(arguments: [40, 60, 100])
  func `no row is wider than the terminal`(width: Int) {
    for sample in [Sample.kestrel, .hostile, .crowded, .empty] {
      let reading = sample.reading
      let answers = reading.statements.indices.map { Answer(report: 0, statement: $0, score: 1) }
      let text =
        EventTable(reading).text(width: width, isColoured: false)
        + ActorTable([reading, reading]).text(width: width, isColoured: false)
        + AnswerTable(answers, in: [reading], showsLines: [false])
        .text(width: width, isColoured: false)
      for line in text.split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= width, "\(line)")
      }
    }
  }

  private static func objects(_ lines: [UInt8]) throws -> [[String: Any]] {
    try lines.split(separator: UInt8(ascii: "\n")).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }
}
