import QuothAnnotation
import QuothReport
import QuothStatement
import QuothSyntax
import Testing

@testable import QuothView

@Suite struct ExplanationTests {
  private func lines(_ sample: Sample, scores: [Float?] = []) -> [String] {
    Explanation(sample.reading, engine: "by hand", scores: scores)
      .text(width: 100, isColoured: false).split(separator: "\n").map(String.init)
  }

  @Test func `a statement is followed by what made its fields`() throws {
    let lines = lines(.kestrel)
    let start = try #require(lines.firstIndex { $0.hasPrefix("t3    shells were fired") })
    let reasons = lines[start...].prefix(8).joined(separator: "\n")
    #expect(reasons.contains("holder     army ← the source of a4, within a3"))
    #expect(reasons.contains("certainty  PR+ ← hedge “assessed”, cue “assessed”, act assess"))
    #expect(reasons.contains("reporter   Uu ← stands within an attribution"))
    #expect(reasons.contains("time       2026-03-03TMO ← “early Tuesday”, settled by tense"))
    #expect(reasons.contains("predicate  fired ← v3 ASSAULT 70 %, happened"))
  }

  @Test func `the grammar shows modal verbs, negation, conditions and what embeds a predicate`() {
    var sample = Sample.bitten
    let lines = lines(sample, scores: [Float?](repeating: nil, count: 6) + [-1.25])
      .joined(separator: "\n")
    #expect(lines.contains("modal “might”"))
    #expect(lines.contains("negation “not”"))
    #expect(lines.contains("under “fear” (ccomp)"))
    #expect(lines.contains("head of certainty -1.3"))
    #expect(lines.contains("class      planned ← “bite” VB, “might” MD"))
    sample.reading.syntax = nil
    #expect(!self.lines(sample).joined().contains("modal"))
  }

  @Test func `relations are listed with the words that show them`() {
    let lines = lines(.kestrel)
    #expect(lines.contains { $0.contains("denies") && $0.contains("t6 → t3 ← “denied”") })
  }

  @Test(arguments: [40, 60, 100])
  func `no line of an explanation is wider than the terminal`(width: Int) {
    for sample in [Sample.kestrel, .hostile, .crowded, .empty, .bitten] {
      let text = Explanation(sample.reading, engine: "by hand").text(
        width: width, isColoured: false)
      for line in text.split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= width, "\(line)")
      }
    }
  }
}
