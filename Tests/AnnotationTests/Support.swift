import Foundation

@testable import QuothAnnotation
import QuothReport
import QuothText
import QuothTime

/// A text of one body paragraph.
func text(_ words: String) -> Text {
  let block = Block(span: Span(start: 0, end: words.utf8.count), role: .body)
  return Text(Report(id: "sha256:0", text: words, blocks: [block]))
}

func shippedLexiconFile(_ name: String) throws -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized
  return try String(contentsOf: root.appending(path: "Lexicons/" + name), encoding: .utf8)
}

func shippedLexicon() throws -> Lexicon {
  var files: [String: String] = [:]
  for name in Lexicon.files { files[name] = try shippedLexiconFile(name) }
  return try Lexicon { Array((files[$0] ?? "").utf8) }
}

func shippedTimes() throws -> TimeReader {
  var files: [String: String] = [:]
  for name in TimeGrammar.files { files[name] = try shippedLexiconFile(name) }
  return TimeReader(grammar: try TimeGrammar { files[$0] ?? "" })
}
