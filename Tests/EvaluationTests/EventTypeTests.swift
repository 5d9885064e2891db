import Foundation
import QuothReport
import Testing

@testable import Quoth

@Suite struct EventTypeEvaluationTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)")

  /// A table of our own sentences, all of them measured.
  private func evaluation(_ rows: [(marked: String, type: String)]) throws -> EventTypeEvaluation {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let lines = rows.enumerated().map { number, row in
      "\(number)\t1\tsentence \(number)\t\(row.marked)\t\(row.type)"
    }
    let header = "\tsentence_id\tsentence\tmarked_sentence\tgold_root"
    try Data(([header] + lines).joined(separator: "\n").utf8)
      .write(to: folder.appending(path: "PLV_train.tsv"))
    return try EventTypeEvaluation(folder: folder.path, part: MeasuredPart(split: "PLV_train/*"))
  }

  private let row = (marked: "<s>Norland </s>and Sudland freed <t>two pilots</t>.", type: "YIELD")

  private func event(
    _ type: String?, actor: Span? = nil, recipient: Span? = nil
  ) -> TypedEvent {
    TypedEvent(
      trigger: Span(start: 20, end: 25), type: type, actors: actor.map { [$0] } ?? [],
      recipients: recipient.map { [$0] } ?? [])
  }

  private let norland = Span(start: 0, end: 7)
  private let sudland = Span(start: 12, end: 19)
  private let pilots = Span(start: 30, end: 36)

  @Test func `marks are taken out of the text, blanks inside them not counting`() throws {
    let sentence = PLOVERSentence(id: "x", marked: row.marked, type: row.type)
    #expect(sentence.text == "Norland and Sudland freed two pilots.")
    #expect(sentence.sources == [norland])
    #expect(sentence.targets == [Span(start: 26, end: 36)])
  }

  @Test func `conceding and retreating are both yielding, and gold against itself is right`() throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation([row])
    for type in ["CONCEDE", "RETREAT", "YIELD"] {
      let score = evaluation.score([[event(type, actor: norland, recipient: pilots)]])
      #expect(score.figures.map(\.value) == [100, 100, 100, 0])
    }
    #expect(evaluation.score([[]]).figures.map(\.value) == [0, 0, 0, 0])
  }

  @Test func `the event that fits both parties is chosen over one that fits one`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let score = try evaluation([row]).score([
      [
        event(nil, actor: norland, recipient: pilots), event("AID", actor: norland),
        event("RETREAT", actor: norland, recipient: pilots), event("ASSAULT"),
      ]
    ])
    #expect(score.rightTypes == 1)
    #expect(score.otherTypes == 2)
    #expect(score.recipients == Count(right: 1, found: 1, gold: 1))
  }

  @Test func `confidence is measured against the gold type`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var right = event("CONCEDE", actor: norland)
    right.confidence = 0.5
    var wrong = event("AID")
    wrong.confidence = 0.75
    let figure = try evaluation([row]).score([[right, wrong]]).figures.last
    #expect(figure == Figure("calibration error", 62.5, isCost: true))
  }

  @Test func `an event that fits nobody is not right, and its heads are wrong`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let score = try evaluation([row]).score([[event("RETREAT", actor: sudland)]])
    #expect(score.rightTypes == 0)
    #expect(score.otherTypes == 0)
    #expect(score.actors == Count(right: 0, found: 1, gold: 1))
    #expect(score.recipients == Count(right: 0, found: 0, gold: 1))
  }

  @Test func `a party named twice is one, and a second head is one too many`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation([
      (marked: "<s>Norland</s> left; <s>Norland</s> went.", type: "YIELD")
    ])
    let again = Span(start: 14, end: 21)
    var event = event("RETREAT", actor: norland)
    event.actors.append(again)
    #expect(evaluation.score([[event]]).actors == Count(right: 1, found: 2, gold: 1))
    #expect(evaluation.score([[event]]).recipients == Count())
  }

  @Test func `only measured sentences count, and a table without its columns is refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try evaluation([row, row, row])
    let part = try MeasuredPart(split: "PLV_train/sentence 1")
    #expect(try EventTypeEvaluation(folder: folder.path, part: part).articles.count == 1)
    try Data("a\tb\n1\t2\n".utf8).write(to: folder.appending(path: "PLV_train.tsv"))
    #expect(throws: EvaluationError.self) {
      try EventTypeEvaluation(folder: folder.path, part: part)
    }
  }
}

@Suite struct EventFreeEvaluationTests {
  @Test func `a listed sentence with a typed event counts against the reading`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "quoth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sentences = (1...4).map { "# sent_id = s-\($0)\n1\tRain\t_\t_\t_\t_\t0\t_\t_\t_\n" }
    let file =
      "# newdoc id = GUM_voyage_pier\n# newpar\n" + sentences.joined(separator: "\n") + "\n"
    try Data(file.utf8).write(to: folder.appending(path: "one.conllu"))
    let part = try MeasuredPart(split: "GUM_voyage_pier")
    let list = try MeasuredPart(split: "s-2\ns-3\n")
    let evaluation = try EventFreeEvaluation(folder: folder.path, part: part, list: list)
    #expect(evaluation.articles.map(\.text) == ["Rain Rain Rain Rain\n\n"])
    // The first sentence is not listed, the third is.
    let score = evaluation.score([[Span(start: 0, end: 4), Span(start: 10, end: 14)]])
    #expect(score.figures == [Figure("given an event", 50, isCost: true)])
    let missing = try MeasuredPart(split: "s-9")
    #expect(throws: EvaluationError.self) {
      try EventFreeEvaluation(folder: folder.path, part: part, list: missing)
    }
  }

  @Test func `the list names sentences of measured documents other than news and interviews`()
    throws
  {
    let evaluation = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Evaluation")
    let list = try MeasuredPart(
      split: try String(contentsOf: evaluation.appending(path: "event-free.txt"), encoding: .utf8))
    let gum = try MeasuredPart(
      split: try String(contentsOf: evaluation.appending(path: "splits/gum.txt"), encoding: .utf8))
    let names = try #require(list.names)
    #expect(names.count == 173)
    for name in names {
      let document = name.prefix(upTo: try #require(name.lastIndex(of: "-")))
      #expect(gum.holds(String(document)))
      #expect(!document.contains("_news_") && !document.contains("_interview_"))
    }
  }
}

@Suite struct MeasuredFifthTests {
  /// The expected numbers were reckoned with Python's hashlib.
  @Test func `a fifth is told by the digest of what follows the prefix`() throws {
    let part = try MeasuredPart(split: "rows/@fifth\n")
    let kept = (0..<1000).filter { part.holds("rows/sentence \($0)") }
    #expect(kept.count == 190)
    #expect(!part.holds("other/sentence 1"))
    #expect(kept.prefix(4) == [0, 9, 13, 20])
  }

  @Test func `a prefix holds what begins so`() throws {
    let part = try MeasuredPart(split: "dev/*\ntrain/7\n")
    #expect(part.holds("dev/1"))
    #expect(part.holds("train/7"))
    #expect(!part.holds("train/8"))
    #expect(part.names == ["train/7"])
  }
}
