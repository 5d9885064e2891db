import Foundation
import QuothReport
import Testing

@testable import Quoth

/// A sentence in few words: `didn't=did+n't` is a token of two words; a word is
/// `form/lemma/UPOS/head/relation`, later parts left out at will.
private func document(_ sentences: String...) -> TreebankDocument {
  var lines = ["# newdoc id = GUM_news_pier", "# newpar"]
  for sentence in sentences {
    var number = 0
    for token in sentence.split(separator: " ") {
      let sides = token.split(separator: "=")
      let words = sides.count == 2 ? sides[1].split(separator: "+") : [token]
      if words.count > 1 {
        lines.append("\(number + 1)-\(number + words.count)\t\(sides[0])" + "\t_" * 8)
      }
      for word in words {
        number += 1
        let parts = word.split(separator: "/").map(String.init) + Array(repeating: "_", count: 4)
        let head = Int(parts[3]) ?? (number == 1 ? 0 : 1)
        lines.append(
          "\(number)\t\(parts[0])\t\(parts[1])\t\(parts[2])\t_\t_\t\(head)\t\(parts[4])\t_\t_")
      }
    }
    lines.append("")
  }
  return TreebankDocument.documents(inCoNLLU: lines.joined(separator: "\n") + "\n")[0]
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }

private func compare(_ gold: TreebankDocument, _ found: TreebankDocument) -> SyntaxScore {
  SyntaxScore(
    gold: FlatReading(gold.reading, in: gold.text),
    found: FlatReading(found.reading, in: found.text))
}

@Suite struct SyntaxScoreTests {
  @Test func `a treebank agrees with itself in everything`() {
    let gold = document(
      "Ships/ship/NOUN/2/nsubj didn't=did/do/AUX/4/aux+n't/not/PART/4/advmod wait/wait/VERB/0/root",
      "No/no/INTJ/0/root")
    let score = compare(gold, gold)
    for metric in SyntaxMetric.allCases { #expect(score[metric].f1 == 1, "\(metric)") }
    #expect(score[.tokens].gold == 4)
    #expect(score[.words].gold == 5)
    #expect(score[.contentHead].gold == 4)
  }

  /// The cases of the shared task's own tests, with words in place of letters.
  @Test(arguments: [
    ("abcd", "a b c d", 0), ("abc d", "a b c d", 1), ("a bc d", "a b c d", 2),
    ("abc=a+b+c", "a b c", 3), ("a bc=b+c d", "a b c d", 4), ("abcd=a+b+c+d", "ab=a+b cd=c+d", 4),
    ("abc=a+b+c de=d+e", "a bcd=b+c+d e", 5), ("a bc=b+c d", "a b cd", 2),
    ("abc=a+BX+c def=d+EX+f", "ab=a+b cd=c+d ef=e+f", 4), ("ab=a+b cd=bc+d", "a bc d", 2),
    ("a bc=b+c d", "ab=AX+BX cd=CX+a", 1),
  ])
  func `words are aligned as in the shared task`(gold: String, found: String, right: Int) {
    let score = compare(document(gold), document(found))
    #expect(score[.words].right == right)
  }

  @Test func `a wrong head costs the head, a wrong relation the labelled head alone`() {
    let gold = document("Two/two/NUM/2/nummod boats/boat/NOUN/3/nsubj:pass sank/sink/VERB/0/root")
    let found = document("Two/two/NUM/3/nummod boats/boat/NOUN/3/obj sank/sank/NOUN/0/root")
    let score = compare(gold, found)
    #expect(score[.head] == Count(right: 2, found: 3, gold: 3))
    #expect(score[.labelledHead] == Count(right: 1, found: 3, gold: 3))
    #expect(score[.lemma].right == 2)
    #expect(score[.universalTag].right == 2)
    // Subtypes do not count.
    let plain = document("Two/two/NUM/2/nummod boats/boat/NOUN/3/nsubj sank/sink/VERB/0/root")
    #expect(compare(gold, plain)[.labelledHead].f1 == 1)
  }

  @Test func `a head that is not aligned is wrong, and so is its word`() {
    let gold = document("The/the/DET/2/det quay/quay/NOUN/0/root")
    let found = document("The/the/DET/2/det qu/qu/NOUN/0/root ay/ay/X/2/goeswith")
    let score = compare(gold, found)
    #expect(score[.words] == Count(right: 1, found: 3, gold: 2))
    #expect(score[.head] == Count(right: 0, found: 3, gold: 2))
  }

  @Test func `a lemma that gold lacks is right, and only universal features count in any order`() {
    var word = SyntaxReading.Word(form: "x", features: "Person=3|Number=Sing|ExtPos=ADV")
    let span = Span(start: 0, end: 1)
    func reading(_ word: SyntaxReading.Word) -> SyntaxReading {
      SyntaxReading(sentences: [.init(tokens: [.init(span: span, words: [word])])])
    }
    let gold = reading(word)
    word.features = "Number=Sing|Person=3"
    word.lemma = "y"
    let score = SyntaxScore(gold: gold, found: reading(word), text: "x")
    #expect(score[.features].right == 1)
    #expect(score[.lemma].right == 1)
    #expect(SyntaxScore(gold: reading(word), found: gold, text: "x")[.lemma].right == 0)
  }

  @Test func `a reading of nothing scores nothing`() {
    let gold = document("Ships/ship/NOUN/0/root")
    let empty = SyntaxScore(gold: gold.reading, found: SyntaxReading(), text: gold.text)
    for metric in SyntaxMetric.allCases { #expect(empty[metric].f1 == 0) }
  }
}

@Suite struct SyntaxEvaluationTests {
  @Test func `a treebank is read from its text alone and scored by corpus and genre`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "quoth-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let words = ["Ports", "open", "."].enumerated().map { number, word in
      "\(number + 1)\t\(word)\t_\tX\tX\t_\t\(number == 1 ? 0 : 2)\t_\t_\t_\n"
    }
    let file = "# newdoc id = GUM_news_port\n# newpar\n# sent_id = s-1\n" + words.joined() + "\n"
    try Data(file.utf8).write(to: folder.appending(path: "one.conllu"))
    let part = try MeasuredPart(split: "GUM_news_port")
    let evaluation = try SyntaxEvaluation(treebanks: [("gum", folder.path, part)])
    #expect(evaluation.articles.map(\.text) == ["Ports open .\n\n"])
    #expect(evaluation.corpora.map(\.documents) == [1])

    let gold = TreebankDocument.documents(inCoNLLU: file)[0]
    #expect(gold.sentenceNames == ["s-1"])
    let score = evaluation.run { _ in gold.reading }
    #expect(score["gum news"][.head] == Count(right: 3, found: 3, gold: 3))
    #expect(score.figures.count == 20)
    #expect(score.figures.map(\.name).contains("gum news+interview LAS"))
    #expect(score.figures.filter { !$0.name.hasSuffix("CLAS") }.allSatisfy { $0.value == 100 })
    #expect(score.table.hasPrefix("gum Tokens                     100.00\n"))
  }
}
