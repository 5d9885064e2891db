import Foundation
import QuothStatement
import QuothSyntax
import Testing

@testable import Quoth

/// `quoth ask`, `quoth events` and `quoth actors` on the reports of `Examples`.
@Suite struct QueryTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples")

  private func run(_ words: String...) throws -> Run {
    try Run(words, in: Self.examples.appending(path: "kestrel-bridge"))
  }

  private func rows(_ run: Run) throws -> [[String: Any]] {
    try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [["ask", "Who denied it?"], ["events"], ["actors"]])
  func `without a file they say that there is no ledger yet and what to do`(words: [String]) throws
  {
    let run = try Run(words + ["--ledger", "/nowhere/ledger.sqlite"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasSuffix("(ledger.missing)\n") && run.errors.contains("quoth add"))
  }

  @Test func `a question without a word is refused before anything is read`() throws {
    let run = try run("ask", "?", "harbour-herald.txt")
    #expect(run.status == 2 && run.errors.contains("(ask.no-question)"))
  }

  @Test func `an answer has its holder, how sure he is, and where it stands`() throws {
    let run = try run("ask", "Who denied that the forces had fired?", "harbour-herald.txt")
    #expect(run.status == 0)
    let first = try #require(run.output.split(separator: "\n").first)
    #expect(first.contains("denies"))
    #expect(first.contains("Ivo Maric:") && first.contains("forces had fired"))
    #expect(first.hasSuffix("¶6 L17"))
  }

  @Test func `rows of answers point at the characters of the report`() throws {
    let run = try run(
      "ask", "--json", "-n", "2", "How many lorries were counted?", "harbour-herald.txt")
    let rows = try rows(run)
    #expect((1...2).contains(rows.count))
    let text = Array(
      try String(
        contentsOf: Self.examples.appending(path: "kestrel-bridge/harbour-herald.txt"),
        encoding: .utf8
      ).unicodeScalars)
    for row in rows {
      #expect(row["file"] as? String == "harbour-herald.txt")
      for span in try #require(row["spans"] as? [[String: Any]]) {
        let start = try #require(span["start"] as? Int)
        let end = try #require(span["end"] as? Int)
        #expect(String(String.UnicodeScalarView(text[start..<end])) == span["text"] as? String)
      }
    }
    #expect((rows.first?["words"] as? String)?.contains("212 lorries") == true)
  }

  @Test(arguments: [
    "What does a loaf of bread cost in Lindmark?", "Who won the regatta?",
    "When was the opera house opened?",
  ])
  func `what the report does not say is said, with status 1`(question: String) throws {
    let run = try run("ask", question, "harbour-herald.txt")
    #expect(run.output == "The report does not say.\n" && run.status == 1)
    let json = try self.run("ask", "--json", question, "harbour-herald.txt")
    #expect(json.output.isEmpty && json.status == 1)
  }

  @Test func `events and actors of several reports are rows that name their report`() throws {
    for (command, key) in [("events", "event"), ("actors", "actor")] {
      let rows = try rows(
        try run(command, "--json", "harbour-herald.txt", "tarn-valley-courier.txt"))
      #expect(rows.count > 4)
      #expect(Set(rows.compactMap { $0[key] as? String }).count == rows.count)
      let files = rows.flatMap { $0["mentions"] as? [[String: Any]] ?? [] }
        .compactMap { $0["file"] as? String }
      #expect(Set(files) == ["harbour-herald.txt", "tarn-valley-courier.txt"])
    }
  }

  @Test func `a report that cannot be read is named, and the others answer`() throws {
    let run = try run("actors", "lost.txt", "harbour-herald.txt")
    #expect(run.status == 2 && run.errors.contains("lost.txt"))
    #expect(run.output.contains("Ivo Maric"))
  }

  @Test func `--json of read is its format json`() throws {
    let one = try run("read", "--json", "harbour-herald.txt")
    let two = try run("read", "--format", "json", "harbour-herald.txt")
    #expect(one.output == two.output && one.output.hasPrefix("{\"schema\":\"quoth/1\""))
  }

  // MARK: Stems and vectors

  @Test(arguments: [
    ["fire", "fired", "firing", "fires"], ["deny", "denied", "denies"],
    ["stop", "stopped", "stopping"], ["bus", "buses"], ["loss", "losses"], ["bridge", "bridge's"],
  ])
  func `the forms of a word have one stem`(forms: [String]) {
    #expect(Set(forms.map { WordStem($0).text }).count == 1, "\(forms.map { WordStem($0).text })")
  }

  @Test func `other words keep other stems`() {
    let words = [
      "ring", "red", "ship", "shape", "army", "arm", "minister", "ministry", "news", "new",
    ]
    #expect(Set(words.map { WordStem($0).text }).count >= words.count - 1)
    #expect(WordStem("").text.isEmpty && WordStem("s").text == "s")
  }
}
