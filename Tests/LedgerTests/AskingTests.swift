import Foundation
import Quoth
import QuothLedger
import QuothReport
import QuothStatement
import Testing

/// What a ledger of three small reports of our own answers.
@Suite struct AskingTests {
  private static let reports = [
    "herald.txt": """
    Two killed as Kestrel bridge closes

    Harbour Herald, 4 March 2026

    SALTPORT - At least two people were killed at the Kestrel bridge, Ilse Brandt, spokesperson of Norland's army, said on Tuesday.

    Sudland's foreign minister, Ivo Maric, denied that Sudland's forces had fired on the Kestrel bridge.

    "They fired on civilians," Ilse Brandt said.
    """,
    "courier.txt": """
    Death toll at Kestrel bridge rises

    Tarn Valley Courier, 5 March 2026

    SALTPORT - Three people were killed at the Kestrel bridge on Tuesday, Ilse Brandt, spokesperson of Norland's army, said on Wednesday.
    """,
    "ferry.txt": """
    Ferry to Hestray runs again

    Port Gazette, 2 June 2026

    HESTRAY - The ferry may run again from Friday, two officials said.
    """,
  ]

  private static let path = FileManager.default.temporaryDirectory
    .appending(path: "quoth-asking-\(UUID().uuidString).sqlite").path

  /// Read once for all tests.
  private static let made: Result<String, any Error> = Result {
    let reader = try Reader()
    let ledger = try Ledger(path: path, now: { "2026-06-06T09:00:00Z" })
    for (name, text) in reports.sorted(by: { $0.key < $1.key }) {
      try ledger.add(try reader.entry(Document(bytes: Array(text.utf8), file: name)))
    }
    return path
  }

  private let ledger: Ledger

  init() throws {
    ledger = try Ledger(path: try Self.made.get(), isReadOnly: true, now: { "" })
  }

  @Test func `a search finds statements whose spans are their words in code points`() throws {
    let found = try ledger.statements(try SearchQuery("killed bridge"), limit: 10)
    #expect(found.count >= 2)
    for statement in found {
      let text = Array((try ledger.reading(statement.report.key)).report.text.unicodeScalars)
      let words = statement.spans.map { span in
        String(String.UnicodeScalarView(text[span.start..<span.end]))
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(words.joined(separator: " … ") == statement.words)
    }
  }

  @Test func `fields say by whom, how and where`() throws {
    func count(_ query: String) throws -> Int {
      try ledger.statements(try SearchQuery(query), limit: nil).count
    }
    #expect(try count("act:deny") > 0)
    #expect(try count("fired holder:Brandt") > 0)
    #expect(try count("fired holder:Nobody") == 0)
    #expect(try count("source:officials") > 0, "a source without a name is one, too")
    #expect(try count("certainty:possible") > 0)
    #expect(try count("kind:direct") > 0)
    #expect(try count("from:2026-06-01 ferry") > 0)
    #expect(try count("to:2026-05-01 ferry") == 0)
    #expect(try count("about:bridge") > 0)
  }

  @Test func `user text is never syntax of full text`() throws {
    for query in ["NEAR(a b)", "\"\"", "a* OR b", "words : x*", "ferry) OR (1", "{holders} b"] {
      guard let query = try? SearchQuery(query) else { continue }
      #expect(throws: Never.self) { try ledger.statements(query, limit: 3) }
    }
  }

  @Test func `claims come by independent origins, then reports`() throws {
    let claims = try ledger.claims(ClaimQuery()).map { try ledger.claim($0) }
    #expect(claims.count > 3)
    let ranks = claims.map { [-$0.independentOrigins, -$0.reports, -$0.lastDay] }
    #expect(ranks == ranks.sorted { $0.lexicographicallyPrecedes($1) })
    for claim in claims {
      #expect(claim.origins.filter(\.isCounted).count == claim.independentOrigins)
      #expect(claim.statements.allSatisfy { $0.claim == claim.key })
      #expect(claim.history.first != nil)
    }
  }

  @Test func `conditions on claims hold together`() throws {
    let search = try SearchQuery("ferry")
    let ferry = try ledger.claims(ClaimQuery(search: search))
    #expect(!ferry.isEmpty)
    let story = try #require(try ledger.claim(ferry[0]).story)
    #expect(try ledger.claims(ClaimQuery(search: search, story: story)).contains(ferry[0]))
    #expect(try ledger.claims(ClaimQuery(search: search, to: 0)).isEmpty)
    #expect(try ledger.claims(ClaimQuery(limit: 1)).count == 1)
    for claim in try ledger.claims(ClaimQuery(isDisputed: true)) {
      #expect(
        try ledger.claim(claim).disagreements.contains {
          ["denies", "disputes", "conflicts"].contains($0.type)
        })
    }
  }

  @Test func `every report is in one story, which knows it`() throws {
    let reports = try ledger.reports(limit: 10)
    #expect(reports.count == 3)
    for report in reports {
      let story = try ledger.story(try #require(report.story))
      #expect(story.reports.contains(report))
      #expect(story.firstDay <= report.day && report.day <= story.lastDay)
    }
  }

  @Test func `an actor has what he said, and his office`() throws {
    let actor = try ledger.actor(try ledger.actor(named: "ilse brandt"))
    #expect(actor.name == "Ilse Brandt")
    #expect(actor.reportCount == 2)
    let said = try ledger.statements(byActor: actor.key, limit: nil)
    #expect(said.count == actor.statementCount && said.count >= 3)
    #expect(try ledger.actors(areSpeakersAlone: true).first == actor.key)
    let source = try ledger.source(actor.key)
    #expect(source.certain + source.hedged <= source.statements)
  }

  @Test func `what is not there is said`() {
    for body: () throws -> Void in [
      { _ = try ledger.claim(999) }, { _ = try ledger.story(999) }, { _ = try ledger.actor(999) },
      { _ = try ledger.report(.number(999)) }, { _ = try ledger.report(.id("sha256:ffffffff")) },
      { _ = try ledger.actor(named: "Nobody At All") },
    ] {
      let error = #expect(throws: LedgerError.self) { try body() }
      #expect(error?.slug == "ledger.unknown")
    }
    let all = #expect(throws: LedgerError.self) { try ledger.report(.id("sha256:")) }
    #expect(all?.slug == "ledger.ambiguous")
  }

  @Test func `PLOVER's sixteen types are in four classes`() {
    let counts = EventClass.allCases.map { kind in
      EventType.allCases.count { EventClass($0) == kind }
    }
    #expect(counts == [4, 3, 4, 5])
  }

  @Test func `a question finds candidates with any of its words`() throws {
    let found = try ledger.candidates(["ferry", "zeppelin"], limit: 10)
    #expect(!found.isEmpty && found.allSatisfy { $0.statement.report.file == "ferry.txt" })
  }
}
