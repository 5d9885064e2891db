import Foundation
import Testing

/// `quoth eval FOLDER` on a folder where only a small treebank lies.
@Suite struct EvalTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let words = ["Ports", "open", "."].enumerated().map { number, word in
      "\(number + 1)\t\(word)\t_\t_\t_\t_\t0\t_\t_\t_\n"
    }
    try scratch.write(
      "corpora/gum/conllu/GUM_news_port.conllu",
      "# newdoc id = GUM_news_port\n# sent_id = GUM_news_port-1\n" + words.joined() + "\n")
    try scratch.write(
      "corpora/gum/ontogum/GUM_news_port.conll", "1\tPorts\t(1)\n2\topen\t_\n3\t.\t_\n")
    try scratch.write("data/Evaluation/event-free.txt", "GUM_news_port-1\n")
    try scratch.write("data/Evaluation/splits/gum.txt", "GUM_news_port\n")
    try scratch.write("corpora/gum/xml/GUM_news_port.xml", "<text>\nPorts\tNNS\n</text>\n")
    for corpus in ["polnear", "ewt", "tempeval3", "conll03", "factuality", "plover", "ecbplus"] {
      try scratch.write("data/Evaluation/splits/\(corpus).txt", "one\n")
    }
    try scratch.write(
      "data/Evaluation/floors.json", #"{"text": {"gum tokens": 100, "ewt tokens": 9}}"#)
  }

  private static let missing = [
    "polnear/data/dev", "ewt", "tempeval3", "extraction", "geo", "conll03", "factuality", "plover",
    "ecbplus", "meantime", "basil",
  ]

  private func run(_ words: [String]) throws -> Run {
    try Run(
      words, environment: ["QUOTH_DATA": scratch.folder.appending(path: "data").path],
      in: scratch.folder)
  }

  @Test(arguments: [
    ["eval", "corpora"], ["eval", "all", "corpora/"], ["eval", "corpora", "-j", "1"],
  ])
  func `the corpora that are there are measured, and the others are named`(words: [String]) throws {
    defer { scratch.remove() }
    let run = try run(words)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(/text gum tokens +100\.00 +100\.00 +reached\n/))
    #expect(run.output.contains(/\ngum +1   sha256:[0-9a-f]{64}\n/))
    #expect(run.errorLines.count == Self.missing.count, "\(run.errors)")
    for name in Self.missing {
      #expect(run.errors.contains("corpora/\(name): is not there"), "\(run.errors)")
    }
    #expect(!run.output.contains("ewt"))
  }

  @Test func `a floor that is missed ends with status 2 and says so`() throws {
    defer { scratch.remove() }
    try scratch.write("floors.json", #"{"text": {"gum sentences": 100.5}}"#)
    let run = try run(["eval", "all", "corpora", "--floors", "floors.json", "--json"])
    #expect(run.status == 2)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [[String: Any]])
    #expect(figures.filter { $0["reached"] as? Bool == false }.count == 1)
    #expect(object?["missing"] as? [String] == Self.missing)
  }

  @Test func `a corpus with a part missing is named, and the status is 2`() throws {
    defer { scratch.remove() }
    try scratch.write("data/Evaluation/splits/gum.txt", "GUM_news_port\nGUM_news_pier\n")
    let run = try run(["eval", "corpora"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("lacks 1 of the 2 documents"))
    #expect(run.errors.contains("(evaluation.incomplete)"))
  }

  @Test func `a measure of understanding stands beside its floors, and tells what was read`() throws
  {
    defer { scratch.remove() }
    try scratch.write("floors.json", #"{"syntax": {"gum Tokens": 100, "gum+ewt LAS": 86}}"#)
    let run = try run([
      "eval", "syntax", "corpora/gum/", "--floors", "floors.json", "--predictions", "read.jsonl",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(/\nsyntax gum Tokens +100.00 +100.00 +reached\n/))
    #expect(!run.output.contains("ewt"))
    let lines = try String(
      contentsOf: scratch.folder.appending(path: "read.jsonl"), encoding: .utf8)
    #expect(lines.hasPrefix(#"{"id":"GUM_news_port","text":"Ports open"#))
  }

  @Test func `a mistyped measure is not taken for a folder`() throws {
    defer { scratch.remove() }
    let run = try run(["eval", "atribution"])
    #expect(run.status == 2)
    #expect(run.errors.contains("Did you mean attribution?"))
  }
}
