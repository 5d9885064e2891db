import Foundation
import Testing

@testable import QuothCommand

/// The commands that ask a ledger, over one made of two folders of `Examples`.
@Suite struct AskingTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples")

  private static let ledger: Result<String, any Error> = Result {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "quoth-asking-\(UUID().uuidString).sqlite").path
    let run = try Run(["add", "--ledger", path, "kestrel-bridge"], in: examples)
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  private func run(_ words: String...) throws -> Run {
    try Run(words + ["--ledger", try Self.ledger.get()], in: Self.examples)
  }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    let run = try Run(words + ["--json", "--ledger", try Self.ledger.get()], in: Self.examples)
    return try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [
    ["claims"], ["claims", "bridge"], ["claims", "--disputed"], ["conflicts"], ["stories"],
    ["search", "bridge"], ["actors"], ["sources"], ["events"], ["show", "r1t1"], ["show", "r1"],
    ["timeline", "y1"], ["story", "y1"],
  ])
  func `no line is wider than the terminal`(words: [String]) throws {
    let run = try Run(words + ["--ledger", try Self.ledger.get()], in: Self.examples)
    #expect(run.status < 2 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `rows have the keys that others rely on`() throws {
    let wanted = [
      ["claims"]: [
        "claim", "words", "story", "statements", "origins", "independent_origins",
        "disagreement", "credibility", "history",
      ],
      ["stories"]: ["report", "file", "story", "copy_of", "family", "version_of"],
      ["events"]: ["event", "type", "mentions"], ["actors"]: ["actor", "name", "mentions"],
      ["search", "bridge"]: [
        "report", "file", "statement", "spans", "holder", "certainty", "polarity", "origin",
      ],
    ]
    for (command, keys) in wanted {
      let run = try Run(
        command + ["--json", "--ledger", try Self.ledger.get()], in: Self.examples)
      let line = try #require(run.output.split(separator: "\n").first)
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(keys.filter { row[$0] == nil } == [], "\(command)")
    }
  }

  @Test func `every statement of every claim points at its words`() throws {
    for row in try rows("claims") {
      for statement in try #require(row["statements"] as? [[String: Any]]) {
        let id = try #require(statement["id"] as? String)
        #expect(try rows("show", id).first?["id"] as? String == id)
        break
      }
    }
  }

  @Test func `CSV is quoted as RFC 4180 says`() throws {
    let lines = try run("search", "bridge", "--csv").output.components(separatedBy: "\r\n")
    #expect(lines.first?.hasPrefix("id,report,file,statement,start,end,words") == true)
    #expect(lines.count > 2 && lines.last == "")
  }

  @Test func `a passage is shown between marks`() throws {
    let run = try run("show", "r1t1")
    #expect(run.status == 0 && run.output.contains("⟦") && run.output.contains("characters"))
  }

  @Test func `the ledger answers a question, or says that it does not`() throws {
    let answer = try run("ask", "Who denied that the forces had fired?")
    #expect(answer.status == 0 && answer.output.contains("Ivo Maric"))
    let none = try run("ask", "What does a loaf of bread cost in Lindmark?")
    #expect(none.status == 1 && none.output == "The ledger does not say.\n")
  }

  @Test(arguments: [
    (["search", "foo:bar"], "ledger.wrong-query"), (["show", "zzz"], "ledger.no-name"),
    (["claim", "12"], "ledger.no-name"), (["claim", "c99999"], "ledger.unknown"),
    (["actor", "Nobody At All"], "ledger.unknown"), (["search"], "ledger.wrong-query"),
  ])
  func `what cannot be answered has a name`(words: [String], slug: String) throws {
    let run = try Run(words + ["--ledger", try Self.ledger.get()])
    #expect(run.status == 2 && run.errors.contains("(\(slug))"), "\(run.errors)")
  }
}
