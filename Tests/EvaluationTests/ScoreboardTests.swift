import Foundation
import QuothReport
import Testing

@testable import Quoth

@Suite struct ScoreboardTests {
  private let corpus = MeasuredCorpus(name: "gum", documents: 30, fingerprint: "sha256:ab")

  private func board(_ json: String) throws -> Scoreboard {
    var board = Scoreboard()
    let floors = try Floors(json: Array(json.utf8))
    board.add(
      "text", floors.check("text", [Figure("gum tokens", 98.996), Figure("gum sentences", 90)]),
      on: [corpus])
    return board
  }

  @Test func `the table has measure, figure, floor and verdict, then what was measured on`() throws
  {
    let board = try board(#"{"text": {"gum tokens": 98.9}}"#)
    #expect(!board.isBelowFloor)
    #expect(
      board.table == """
        measure              figure    floor   verdict
        text gum tokens       99.00    98.90   reached
        text gum sentences    90.00        –   –

        corpus               documents   fingerprint
        gum                         30   sha256:ab

        """)
  }

  @Test func `a floor that is missed, or that nothing was measured for, is named and counts`()
    throws
  {
    let missed = try board(#"{"text": {"gum tokens": 99}}"#)
    #expect(missed.isBelowFloor)
    #expect(missed.table.contains("99.00    99.00   MISSED"))
    let unmeasured = try board(#"{"text": {"gum words": 1}}"#)
    #expect(unmeasured.isBelowFloor)
    #expect(unmeasured.table.contains("text gum words         none     1.00   MISSED"))
  }

  @Test func `a corpus that several measures were made on is shown once`() throws {
    var board = try board("{}")
    board.add("syntax", [], on: [corpus])
    #expect(board.corpora == [corpus])
  }

  @Test func `the JSON says the same`() throws {
    var board = try board(#"{"text": {"gum tokens": 99}}"#)
    board.missing = ["ewt"]
    #expect(
      board.json == #"{"figures":[{"measure":"text","name":"gum tokens","value":98.996,"#
        + #""floor":99,"reached":false},{"measure":"text","name":"gum sentences","value":90,"#
        + #""floor":null,"reached":null}],"corpora":[{"name":"gum","documents":30,"#
        + #""fingerprint":"sha256:ab"}],"missing":["ewt"]}"#)
  }
}

/// The page that says what `quoth eval` prints.
@Suite struct EvaluationPageTests {
  @Test func `every key of the table in JSON is on the page`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Evaluation/README.md"), encoding: .utf8)
    var board = Scoreboard()
    board.add(
      "text", [FloorCheck(name: "gum tokens", value: 1, floor: 1)],
      on: [MeasuredCorpus(name: "gum", documents: 1, fingerprint: "sha256:ab")])
    let keys = board.json.matches(of: /"([a-z]+)":/).map { String($0.1) }
    #expect(Set(keys).count == 10, "\(keys)")
    for key in keys { #expect(page.contains("`\(key)`"), "\(key)") }
  }
}

@Suite struct MeasuredPartTests {
  @Test func `a list names documents, and a star the whole corpus`() throws {
    #expect(try MeasuredPart(split: "# Dev.\nGUM_a\n\nGUM_b\n").names == ["GUM_a", "GUM_b"])
    #expect(try MeasuredPart(split: "# All.\n*\n").names == nil)
  }

  @Test(arguments: [("", 1), ("# Nothing.\n", 2), ("GUM_a\nGUM_*b\n", 2), ("PLV@third", 1)])
  func `a line of another kind is refused, not read as a name`(list: String, line: Int) {
    #expect(throws: EvaluationError.malformedSplit(path: "gum.txt", line: line)) {
      try MeasuredPart(split: list, path: "gum.txt")
    }
  }

  @Test func `the lists of the corpora that are measured read`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let counts = [("polnear", 84), ("gum", 30), ("ewt", 318), ("extraction", nil)]
    for (name, count) in counts {
      let path = root.appending(path: "Evaluation/splits/\(name).txt")
      let part = try MeasuredPart(split: try String(contentsOf: path, encoding: .utf8))
      #expect(part.names?.count == count)
    }
  }
}

@Suite struct TreebankFolderTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)")

  private func write(_ name: String, document: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "conllu"), withIntermediateDirectories: true)
    let words = ["Ports", "open", "."].enumerated().map { number, word in
      "\(number + 1)\t\(word)\t_\t_\t_\t_\t0\t_\t_\t_\n"
    }
    let text = "# newdoc id = \(document)\n# newpar\n" + words.joined() + "\n"
    try Data(text.utf8).write(to: folder.appending(path: "conllu/\(name)"))
  }

  @Test func `only the measured documents count, for the scores and for the fingerprint`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("one.conllu", document: "GUM_news_port")
    try write("two.conllu", document: "GUM_news_pier")
    let part = try MeasuredPart(split: "GUM_news_port")
    var evaluation = TextEvaluation()
    let first = try evaluation.add(treebank: "gum", in: folder.path, part: part)
    #expect(first.documents == 1)
    #expect(evaluation.scores["gum"]?.tokens.gold == 3)
    #expect(evaluation.figures.map(\.name).contains("gum news+interview tokens"))
    #expect(!evaluation.figures.map(\.name).contains("gum news tokens"))

    try write("two.conllu", document: "GUM_news_quay")
    var again = TextEvaluation()
    #expect(try again.add(treebank: "gum", in: folder.path, part: part) == first)
    try write("one.conllu", document: "GUM_news_port ")
    #expect(throws: EvaluationError.self) {
      try again.add(treebank: "gum", in: folder.path, part: part)
    }
  }

  @Test func `half a corpus is not scored`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("one.conllu", document: "GUM_news_port")
    let part = try MeasuredPart(split: "GUM_news_port\nGUM_news_pier\nGUM_news_quay")
    var evaluation = TextEvaluation()
    #expect(
      throws: EvaluationError.incomplete(
        folder: folder.path, name: "GUM_news_pier", missing: 2, of: 3)
    ) {
      try evaluation.add(treebank: "gum", in: folder.path, part: part)
    }
    #expect(evaluation.scores.isEmpty)
  }
}
