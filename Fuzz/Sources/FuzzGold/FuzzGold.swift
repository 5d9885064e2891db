import FuzzChecks

@testable import Quoth

/// Any text as brat stand-off, as a treebank, as floors and as a list of measured documents.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGold(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let text = String(decoding: input, as: UTF8.self)
  if let gold = try? BratGold(text, path: "fuzz") {
    let article = GoldArticle(name: "fuzz", text: "“We rebuilt it,” she said.", gold: gold)
    _ = try? AttributionScore(article, predicted: [])
  }
  for document in TreebankDocument.documents(inCoNLLU: text) {
    let length = document.text.utf8.count
    precondition(document.tokens.allSatisfy { $0.end <= length }, "a token past the end")
    precondition(document.sentences.allSatisfy { $0.end <= length }, "a sentence past the end")
  }
  var evaluation = TextEvaluation()
  evaluation.add(conllu: text, corpus: "fuzz")
  _ = evaluation.table
  if let floors = try? Floors(json: input) {
    var board = Scoreboard()
    board.add("text", floors.check("text", evaluation.figures), on: [])
    _ = board.table
  }
  _ = try? MeasuredPart(split: text)
  return 0
}
