import Foundation
import QuothAnnotation
import QuothReport
import Testing

@testable import Quoth

struct AttributionEvaluationTests {
  private func evaluate(
    _ corpus: SampleCorpus, predictions: String? = nil, floors: Floors = Floors(),
    _ read: (String) -> [Attribution]
  ) throws -> AttributionEvaluation.Result {
    try AttributionEvaluation.run(
      folders: [corpus.folder.path], predictions: predictions, floors: floors
    ) { text, id in
      AttributionEvaluation.Prediction(text: text, attributions: read(id))
    }
  }

  @Test func `a reading that has everything as RECORD writes it is all right by PolNeAR's`() throws
  {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let result = try evaluate(corpus) { corpus.reading(of: $0) }
    #expect(result.articles == 3)
    for check in result.checks where check.name != "calibration error" {
      #expect(check.value == 100, "\(check.name)")
    }
  }

  @Test func `a flawed reading has the figures that the reference scorer gave`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let names = corpus.articles.keys.sorted()
    let result = try evaluate(corpus) {
      corpus.flawedReading(of: $0, from: names.firstIndex(of: $0)!)
    }
    let figures = AttributionMetric.all.map { Self.line($0.name, result.score[$0]) }
    #expect(figures.joined(separator: "\n") == Self.expected)
  }

  @Test(.enabled(if: ReferenceScorer.isPresent, "attribution_score.py stands beside the checkout"))
  func `the reference scorer prints the same figures`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let names = corpus.articles.keys.sorted()
    for first in [0, 3, 6] {
      let predictions = corpus.path("predictions.jsonl")
      let result = try evaluate(corpus, predictions: predictions) {
        corpus.flawedReading(of: $0, from: first + names.firstIndex(of: $0)!)
      }
      let scorer = ReferenceScorer(gold: corpus.folder.path, predictions: predictions)
      let printed = try JSONDecoder().decode(
        [String: [String: Double]].self, from: try scorer.output(["--json"]))
      let ours = try JSONDecoder().decode(JSONTwin.self, from: Data(result.json.utf8))
      #expect(ours.metrics == printed)
      let table = String(decoding: try scorer.output([]), as: UTF8.self)
      #expect(result.table.contains(table))
    }
  }

  @Test func `the table and the JSON show figures, floors and corpus`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let floors = try Floors(json: Array(#"{"attribution": {"attributed": 99.5, "mixed": 0}}"#.utf8))
    let result = try evaluate(corpus, floors: floors) {
      $0 == "ferry" ? [] : corpus.reading(of: $0)
    }
    #expect(result.isBelowFloor)
    #expect(result.checks.filter(\.isBroken).map(\.name) == ["attributed"])
    #expect(result.table.hasPrefix("corpus sha256:"))
    #expect(result.table.contains("floor  99.50  BROKEN\n"))
    let twin = try JSONDecoder().decode(JSONTwin.self, from: Data(result.json.utf8))
    #expect(twin.corpus == result.fingerprint)
    #expect(twin.figures["attributed"]?.floor == 99.5)
    #expect(twin.figures["attributed"]?.broken == true)
    #expect(twin.figures["direct"]?.floor == nil)
  }

  @Test func `the fingerprint depends on names and contents, not on the place`() throws {
    let one = try SampleCorpus()
    let two = try SampleCorpus()
    defer { [one, two].forEach { $0.remove() } }
    let first = try GoldCorpus(folders: [one.folder.path]).fingerprint
    #expect(try GoldCorpus(folders: [two.folder.path]).fingerprint == first)
    try Data("Another text.".utf8).write(to: URL(filePath: two.path("text/lost.txt")))
    #expect(try GoldCorpus(folders: [two.folder.path]).fingerprint != first)
    #expect(
      CorpusFile.fingerprint(of: [.init(name: "text/bridge.txt", bytes: Array("It fell.".utf8))])
        == "sha256:1f98a8b18b5c2d10b69c879e5680984a6e97918a3ae4be0cb88b3f5e06154ad5")
  }

  @Test func `a byte-order mark that the reader took off shifts nothing`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let text = "\u{FEFF}" + corpus.articles["bridge"]!.text
    try Data(text.utf8).write(to: URL(filePath: corpus.path("text/bridge.txt")))
    let marks = corpus.path("attributions/bridge_a1.ann")
    try Data("T1\tContent 1 24\tx\nE1\tContent:T1\n".utf8).write(to: URL(filePath: marks))
    let result = try AttributionEvaluation.run(folders: [corpus.folder.path]) { text, id in
      let read = id == "bridge" ? corpus.articles[id]!.text : text
      return .init(
        text: read,
        attributions: id == "bridge"
          ? [
            Attribution(
              id: 0, source: [], cue: [], content: [.init(start: 0, end: 23)], kind: .indirect,
              confidence: 1)
          ]
          : [])
    }
    #expect(result.score[.filler(.strict, .content)].goldFound == 1)
  }

  @Test func `a reading of another text is refused`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    #expect(throws: EvaluationError.otherText(article: "bridge")) {
      try AttributionEvaluation.run(folders: [corpus.folder.path]) { text, id in
        .init(text: text + " ", attributions: [])
      }
    }
  }

  @Test func `a folder without gold and a text that is not UTF-8 are named`() throws {
    let corpus = try SampleCorpus()
    defer { corpus.remove() }
    let text = corpus.path("text/bridge.txt")
    try Data([0x41, 0xFF]).write(to: URL(filePath: text))
    #expect(throws: EvaluationError.notUTF8(path: text)) {
      try AttributionEvaluation(folders: [corpus.folder.path])
    }
    for name in corpus.articles.keys {
      try FileManager.default.removeItem(atPath: corpus.path("text/\(name).txt"))
    }
    #expect(
      throws: EvaluationError.noGold(
        folder: corpus.folder.path, layout: EvaluationError.attributionLayout)
    ) {
      try AttributionEvaluation(folders: [corpus.folder.path])
    }
  }

  @Test func `predictions are written one article a line, names escaped`() throws {
    var file = PredictionsFile()
    file.append(
      [StandoffAttribution(source: [0..<7], content: [1..<2, 4..<9])], of: "a \"b\"\n\\é")
    #expect(
      file.text == #"{"id": "a \"b\"\u000a\\é", "attributions": [{"source": [[0, 7]], "#
        + #""cue": [], "content": [[1, 2], [4, 9]]}]}"# + "\n")
  }

  private static func line(_ name: String, _ tally: Tally) -> String {
    "\(name) \(tally.predictedRight) \(tally.predicted) \(tally.goldFound) \(tally.gold)"
  }

  /// Right and all predictions, right and all gold: as `count` of the reference scorer gave them.
  private static let expected = """
    token/source 30 30 30 39
    token/cue 14 28 14 22
    token/content 96 96 96 117
    strict/source 11 12 11 14
    strict/cue 10 13 10 15
    strict/content 11 15 11 15
    exact/source 11 12 11 14
    exact/cue 10 13 10 15
    exact/content 11 15 11 15
    chunk/source 11 12 11 15
    chunk/cue 10 13 10 16
    chunk/content 14 16 14 18
    overlap/source 12 12 12 14
    overlap/cue 10 13 10 15
    overlap/content 14 15 14 15
    attr/content 12 17 12 15
    attr/+src-ov 10 17 10 15
    attr/+src-iou 9 17 9 15
    attr/+src-ex 9 17 9 15
    attr/+cue 7 17 7 15
    attr/all-exact 6 17 6 15
    given-content/source right 9 11 9 11
    attr/content/direct 5 8 5 6
    attr/+src-ov/direct 4 8 4 6
    attr/+src-iou/direct 3 8 3 6
    attr/+src-ex/direct 3 8 3 6
    attr/+cue/direct 2 8 2 6
    attr/all-exact/direct 1 8 1 6
    attr/content/indirect 7 8 7 8
    attr/+src-ov/indirect 6 8 6 8
    attr/+src-iou/indirect 6 8 6 8
    attr/+src-ex/indirect 6 8 6 8
    attr/+cue/indirect 5 8 5 8
    attr/all-exact/indirect 5 8 5 8
    attr/content/mixed 0 1 0 1
    attr/+src-ov/mixed 0 1 0 1
    attr/+src-iou/mixed 0 1 0 1
    attr/+src-ex/mixed 0 1 0 1
    attr/+cue/mixed 0 1 0 1
    attr/all-exact/mixed 0 1 0 1
    """
}

/// What ``AttributionEvaluation/Result/json`` holds.
private struct JSONTwin: Decodable {
  struct Figure: Decodable {
    var value: Double?
    var floor: Double?
    var broken: Bool
  }
  var corpus: String
  var figures: [String: Figure]
  var metrics: [String: [String: Double]]
}
