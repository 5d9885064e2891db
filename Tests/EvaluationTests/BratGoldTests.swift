import Testing

@testable import Quoth

struct BratGoldTests {
  @Test func `roles, pieces and discarded text are read, notes are not`() throws {
    let gold = try BratGold(
      """
      T1\tSource 0 7\tAnn Lee
      T2\tCue 8 12\tsaid
      T3\tContent 13 16;17 30\tthe x
      T4\tAttribution 8 12\tsaid
      E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
      T5\tDiscard 1 3;4 5\tnn
      #1\tAnnotatorNotes T1\thm

      """, path: "lee.ann")
    #expect(
      gold.attributions == [
        StandoffAttribution(source: [0..<7], cue: [8..<12], content: [13..<16, 17..<30])
      ])
    #expect(gold.discarded == [1..<3, 4..<5])
  }

  @Test func `numbered roles add their pieces in order of place`() throws {
    let gold = try BratGold(
      "T1\tContent 20 30\ta\nT2\tContent 0 9\tb\r\nE1\tContent:T1 Content2:T2 Source:T9\r\n",
      path: "")
    #expect(gold.attributions == [StandoffAttribution(content: [0..<9, 20..<30])])
  }

  @Test func `a text column that runs over a line end is passed over`() throws {
    let gold = try BratGold(
      "T1\tContent 0 9\tover\ntwo lines\tand a tab\nTuesday\tx\nE1\tContent:T1\n", path: "")
    #expect(gold.attributions.count == 1)
  }

  @Test func `an attribution without content does not count`() throws {
    #expect(try BratGold("T1\tCue 0 4\tsaid\nE1\tCue:T1\n", path: "").attributions.isEmpty)
  }

  @Test(arguments: [
    "T1\tContent\tx", "T1\tContent 3\tx", "T1\tContent 9 3\tx", "T1\tContent -1 3\tx",
    "T1\tContent 1 2;\tx", "T1\tContent 1 99999999999999999999\tx", "E1\tContent", "E1\tA:B:C",
  ])
  func `a line that brat does not write is named`(line: String) {
    #expect(throws: EvaluationError.malformedAnnotation(path: "x.ann", line: 2)) {
      try BratGold("#1\tnote\n\(line)\n", path: "x.ann")
    }
  }

  @Test func `the first annotator by file name marks the article`() {
    let codings = GoldCorpus.firstCodings([
      "port_b.ann", "port_a.ann", "Bridge_2_x.ann", "notes.txt", "_a.ann", "port_.ann",
      "port_é.ann", "port.ann",
    ])
    #expect(codings.map(\.article) == ["Bridge_2", "port"])
    #expect(codings.map(\.coding) == ["Bridge_2_x.ann", "port_a.ann"])
  }
}
