import Quoth
import QuothReport
import Testing

/// Two paragraphs by the rules of CoNLL-U: a heading, and a sentence with a word of two parts.
private let sample = """
  # newdoc id = GUM_news_harbour
  # newpar
  # newpar_block = head (1 s)
  # text = Port opens
  1\tPort\t_\t_\t_\t_\t0\t_\t_\t_
  2\topens\t_\t_\t_\t_\t0\t_\t_\t_

  # text = We didn't, he said.
  1\tWe\t_\t_\t_\t_\t0\t_\t_\t_
  2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
  2\tdid\t_\t_\t_\t_\t0\t_\t_\t_
  3\tn't\t_\t_\t_\t_\t0\t_\t_\t_
  4\t,\t_\t_\t_\t_\t0\t_\t_\t_
  5\the\t_\t_\t_\t_\t0\t_\t_\t_
  6\tsaid\t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No
  7\t.\t_\t_\t_\t_\t0\t_\t_\t_

  """

@Suite struct TextEvaluationTests {
  @Test func `a document is scored by words and by sentences of its paragraphs`() {
    var evaluation = TextEvaluation()
    evaluation.add(conllu: sample, corpus: "gum")
    let score = evaluation.scores["gum news"]
    #expect(score?.tokens == Count(right: 9, found: 9, gold: 9))
    #expect(score?.sentences == Count(right: 2, found: 2, gold: 2))
  }

  @Test func `a boundary that gold lacks costs precision and recall`() {
    var evaluation = TextEvaluation()
    let joined = sample.replacing("2-3\tdidn't", with: "2-3\tdidnot")
    evaluation.add(conllu: joined, corpus: "gum")
    let tokens = evaluation.scores["gum"]?.tokens
    #expect(tokens == Count(right: 8, found: 8, gold: 8))

    let split = sample.replacing("5\the\t", with: "5\the-man\t")
    var other = TextEvaluation()
    other.add(conllu: split, corpus: "gum")
    #expect(other.scores["gum"]?.tokens == Count(right: 8, found: 11, gold: 9))
  }

  @Test func `documents outside the measured part do not count`() {
    var evaluation = TextEvaluation()
    evaluation.add(conllu: sample, corpus: "gum", keeping: { _ in false })
    #expect(evaluation.scores.isEmpty)
  }

  @Test func `the benchmark counts the tokens of the whole text`() {
    var seconds = 0.0
    let benchmark = TextBenchmark("The port is open.\nShips wait.", passes: 3) {
      seconds += 1
      return .seconds(seconds)
    }
    #expect(benchmark.tokens == 8)
    #expect(benchmark.times.count == 3)
    #expect(benchmark.megabytesPerSecond == 29e-6)
  }
}
