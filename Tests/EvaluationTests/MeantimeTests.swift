import Foundation
import QuothReport
import Testing

@testable import Quoth

/// A report of our own words in the format of MEANTIME: a headline, the day, one sentence, and one
/// that is not annotated.
private let sample = """
  <?xml version="1.0" ?><Document doc_id="1" doc_name="pier" lang="en">
  \(tokens([["Ruiz", "frees", "pilots"], ["May", "2"], ["She", "did", "n't", "pay", "them", "&amp;", "left"],
            [], [], [], ["Boats", "came"]]))
  <Markables>
  \(markable("ENTITY_MENTION", "1", [1])) \(markable("ENTITY_MENTION", "2", [3]))
  \(markable("ENTITY_MENTION", "3", [6])) \(markable("ENTITY_MENTION", "4", [10]))
  \(markable("EVENT_MENTION", "5", [2], "certainty=\"CERTAIN\" polarity=\"POS\""))
  \(markable("EVENT_MENTION", "6", [7, 9], "certainty=\"CERTAIN\" polarity=\"NEG\""))
  \(markable("EVENT_MENTION", "7", [12], "certainty=\"\" polarity=\"\""))
  \(markable("TIMEX3", "8", [4, 5], "functionInDocument=\"CREATION_TIME\" value=\"2031-05-02\""))
  <ENTITY m_id="9"/><ENTITY m_id="10"/><EVENT m_id="11"/>
  </Markables>
  <Relations>
  \(relation("HAS_PARTICIPANT", ["5"], "1", "sem_role=\"Arg0\""))
  \(relation("HAS_PARTICIPANT", ["5"], "2", "sem_role=\"Arg1\""))
  \(relation("HAS_PARTICIPANT", ["6"], "3", "sem_role=\"Arg0\""))
  \(relation("HAS_PARTICIPANT", ["6"], "4", "sem_role=\"Argm-LOC\""))
  \(relation("REFERS_TO", ["1", "3"], "9")) \(relation("REFERS_TO", ["2", "4"], "10"))
  \(relation("REFERS_TO", ["5"], "11"))
  </Relations></Document>
  """

private func tokens(_ sentences: [[String]]) -> String {
  let all = sentences.enumerated().flatMap { number, words in words.map { (number, $0) } }
  return all.enumerated().map { index, token in
    "<token number=\"\(index)\" sentence=\"\(token.0)\" t_id=\"\(index + 1)\">\(token.1)</token>"
  }.joined(separator: "\n")
}

private func markable(
  _ kind: String, _ id: String, _ tokens: [Int], _ attributes: String = ""
) -> String {
  let anchors = tokens.map { "<token_anchor t_id=\"\($0)\"/>" }.joined()
  return "<\(kind) m_id=\"\(id)\" \(attributes)>\(anchors)</\(kind)>"
}

private func relation(
  _ kind: String, _ sources: [String], _ target: String, _ attributes: String = ""
) -> String {
  let ends = sources.map { "<source m_id=\"\($0)\"/>" }.joined() + "<target m_id=\"\(target)\"/>"
  return "<\(kind) r_id=\"1\" \(attributes)>\(ends)</\(kind)>"
}

@Suite struct MeantimeTests {
  private let document = MeantimeDocument(xml: sample)

  /// From the first byte of one token to the last of another, tokens counted from 1.
  private func span(_ first: Int, _ last: Int? = nil) -> Span {
    Span(
      start: document.text.tokens[first - 1].start,
      end: document.text.tokens[(last ?? first) - 1].end)
  }

  private func score(_ prediction: MeantimeEvaluation.Prediction) -> MeantimeScore {
    var score = MeantimeScore()
    score.add(prediction, to: document)
    return score
  }

  private func figures(_ prediction: MeantimeEvaluation.Prediction) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: score(prediction).figures.map { ($0.name, $0.value) })
  }

  @Test func `a report is set up from its tokens, with the day it states`() {
    #expect(
      document.article.text == "Ruiz frees pilots\nMay 2\nShe didn't pay them & left\nBoats came")
    #expect(document.article.published == "2031-05-02")
    #expect(document.article.blocks.map(\.role) == [.headline, .body, .body, .body])
    #expect(document.scope == 0..<12)
    #expect(document.events.map(\.tokens.indices) == [[1], [6, 8], [11]])
    #expect(document.events.map(\.certainty) == ["CERTAIN", "CERTAIN", nil])
    #expect(document.events.map(\.participants.count) == [2, 1, 0])
    #expect(document.entities.map { $0.map(\.indices) } == [[[0], [5]], [[2], [9]]])
  }

  @Test func `gold against itself is 100`() {
    let figures = figures(
      .init(
        events: [
          .init(
            trigger: span(2), certainty: .certain,
            participants: [
              .init(head: span(1), role: .actor), .init(head: span(3), role: .recipient),
            ]),
          .init(
            trigger: span(7, 9), certainty: .certainlyNot,
            participants: [.init(head: span(6), role: .actor)]),
          .init(trigger: span(12)),
        ],
        times: [.init(span: span(4, 5), value: "2031-05-02")],
        entities: [[span(1), span(6)], [span(3), span(10)]]))
    // The gold trigger of two parts is no single span.
    #expect(abs((figures["events exact"] ?? 0) - 100 * 2.0 / 3) < 1e-9)
    for (name, value) in figures where name != "events exact" { #expect(value == 100, "\(name)") }
  }

  @Test func `a wrong role, certainty or value costs its own figure`() {
    let score = score(
      .init(
        events: [
          .init(
            trigger: span(1, 2), certainty: .probablyNot,
            participants: [.init(head: span(1), role: .recipient)])
        ],
        times: [.init(span: span(5), value: "2031-05-03")]))
    #expect(score.events == Count(right: 1, found: 1, gold: 3))
    #expect(score.exactEvents == Count(right: 0, found: 1, gold: 3))
    #expect(score.participants == Count(right: 1, found: 1, gold: 3))
    #expect(score.actors == Count(right: 0, found: 0, gold: 2))
    #expect(score.recipients == Count(right: 0, found: 1, gold: 1))
    #expect(score.times == Count(right: 1, found: 1, gold: 1))
    #expect(score.exactTimes.right == 0)
    #expect(score.timeValues.right == 0)
    #expect(score.figures.first { $0.name == "certainty" }?.value == 0)
    #expect(score.figures.first { $0.name == "polarity" }?.value == 0)
  }

  @Test func `an event that gold lacks costs, unless it stands where nothing is annotated`() {
    let participant = MeantimeEvaluation.Participant(head: span(6), role: .actor)
    let score = score(
      .init(
        events: [
          .init(trigger: span(10), participants: [participant]),
          .init(trigger: span(14), participants: [.init(head: span(13), role: .actor)]),
        ], entities: [[span(1), span(13)]]))
    #expect(score.events == Count(right: 0, found: 1, gold: 3))
    #expect(score.participants == Count(right: 0, found: 1, gold: 3))
    #expect(score.coreference.muc.found == 0)
  }

  @Test func `nothing read scores nothing`() {
    for (name, value) in figures(.init()) { #expect(value == 0, "\(name)") }
  }

  @Test func `only the three open parts are read`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "quoth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["airbus", "apple", "gm", "other"] {
      let path = folder.appending(path: "intra-doc_annotation/corpus_\(part)")
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      try Data(sample.utf8).write(to: path.appending(path: "pier.xml"))
    }
    let evaluation = try MeantimeEvaluation(folder: folder.path)
    #expect(evaluation.articles.count == 3)
    #expect(evaluation.run { _ in .init() }.events == Count(right: 0, found: 0, gold: 9))
    try FileManager.default.removeItem(at: folder.appending(path: "intra-doc_annotation/corpus_gm"))
    #expect(throws: (any Error).self) { try MeantimeEvaluation(folder: folder.path) }
  }
}

@Suite struct TagScannerTests {
  private func pieces(_ text: String) -> [TagScanner.Piece] {
    var scanner = TagScanner(text)
    var pieces: [TagScanner.Piece] = []
    while let piece = scanner.next() { pieces.append(piece) }
    return pieces
  }

  @Test func `tags, attributes and words are read in order, references resolved`() {
    #expect(
      pieces("<?xml?><!-- no --><a b=\"1 &lt; 2\" c = 'x'>A &amp; &#66;&#x43; &no;</a><d/>") == [
        .open(name: "a", attributes: ["b": "1 < 2", "c": "x"], isEmpty: false),
        .words("A & BC &no;"), .close(name: "a"), .open(name: "d", attributes: [:], isEmpty: true),
      ])
  }

  @Test(arguments: ["<", "<a", "<a b=", "<a b=\"", "&", "<>", "a > b", "<a b>"])
  func `what is broken off ends, and nothing traps`(text: String) {
    #expect(pieces(text).count <= 2)
  }
}
