import Foundation
import Quoth
import QuothLedger
import QuothReport
import QuothStatement
import QuothView
import Testing

/// What is kept is what was read, once, and can be taken out again.
@Suite struct KeepingTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples/kestrel-bridge")
  private static let reader = Result { () throws(QuothError) in try Reader() }

  private func document(_ name: String) throws -> Document {
    Document(bytes: Array(try Data(contentsOf: Self.examples.appending(path: name))), file: name)
  }

  private func ledger() throws -> Ledger {
    try Ledger(path: ":memory:", now: { "2026-03-05T12:00:00Z" })
  }

  @Test(arguments: ["harbour-herald.txt", "evening-ledger.html", "lindmark-review.md"])
  func `a record comes back as it was read`(name: String) throws {
    let ledger = try ledger()
    let entry = try Self.reader.get().entry(try document(name))
    #expect(try ledger.add(entry) == .added)
    let kept = try #require(try ledger.reading(entry.reading.report.id))
    #expect(Record(kept).json == Record(entry.reading).json)
  }

  @Test func `the same report twice changes nothing`() throws {
    let ledger = try ledger()
    let entry = try Self.reader.get().entry(try document("harbour-herald.txt"))
    #expect(try ledger.add(entry) == .added)
    let before = try ledger.links().flatMap(\.statements).map(\.claim)
    #expect(try ledger.add(entry) == .known)
    #expect(try ledger.reportCount == 1)
    #expect(try ledger.links().flatMap(\.statements).map(\.claim) == before)
  }

  @Test func `what was removed is gone and does not come back`() throws {
    let ledger = try ledger()
    let reader = try Self.reader.get()
    let kept = try reader.entry(try document("harbour-herald.txt"))
    let removed = try reader.entry(try document("evening-ledger.html"))
    try ledger.add(kept)
    try ledger.add(removed)
    let removal = try ledger.remove(removed.reading.report.id)
    #expect(removal.statements == removed.reading.statements.count)
    #expect(try ledger.add(removed) == .removed)
    #expect(try ledger.reportCount == 1)
    #expect(try ledger.reading(removed.reading.report.id) == nil)
    #expect(try ledger.check().isEmpty)
  }

  @Test func `another text under one address is a version`() throws {
    let ledger = try ledger()
    let reader = try Self.reader.get()
    let page = """
      ---
      title: Bridge closed
      url: https://www.herald.example/bridge/?utm_source=feed
      ---

      SALTPORT — The Kestrel bridge was closed on Tuesday, the ministry said.
      """
    let later = page.replacing("Tuesday", with: "Wednesday").replacing("www.", with: "")
    for (text, addition) in [(page, Ledger.Addition.added), (later, .version)] {
      let entry = try reader.entry(Document(bytes: Array(text.utf8), file: "bridge.md"))
      #expect(try ledger.add(entry) == addition)
    }
    #expect(try ledger.links()[1].versionOf == ledger.links()[0].id)
  }

  @Test func `a check finds nothing wrong in what was added`() throws {
    let ledger = try ledger()
    for name in ["harbour-herald.txt", "coastal-news-agency.txt", "lindmark-review.md"] {
      try ledger.add(try Self.reader.get().entry(try document(name)))
    }
    #expect(try ledger.check().isEmpty)
  }

  @Test func `a file that is no ledger is refused with what to do`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path
    try Data("this is a diary, not a database, and it is long enough".utf8)
      .write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: LedgerError.self) {
      try Ledger(path: path, now: { "2026-03-05T12:00:00Z" })
    }
    #expect(error?.slug == "ledger.corrupt")
  }
}
