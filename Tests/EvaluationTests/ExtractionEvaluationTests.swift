import QuothReport
import Testing

@testable import Quoth

struct ExtractionEvaluationTests {
  @Test func `runs of four words are counted as often as they stand`() {
    let score = ShingleScore(found: "a b c d e, a b c d", wanted: "a b c d e")
    #expect(score.precision == 2.0 / 6)
    #expect(score.recall == 1)
  }

  @Test func `signs part words, letter case counts, short texts are one run`() {
    #expect(
      ShingleScore(found: "“One-two”, three_3 four!", wanted: "One two three_3 four").recall == 1)
    #expect(ShingleScore(found: "one two", wanted: "One two").recall == 0)
    #expect(ShingleScore(found: "", wanted: "one two three four").recall == 0)
    #expect(ShingleScore(found: "", wanted: "").precision == 1)
  }

  private func facts(
    headline: String = "", authors: [String] = [], published: String = ""
  ) -> StatedFacts {
    StatedFacts(
      Report(
        id: "", headline: Stated(headline, from: .text), byline: Stated(authors, from: .text),
        published: Stated(published, from: .text), text: "", blocks: []))
  }

  @Test func `signs and case do not part headlines, and a quarter of other words makes them like`()
  {
    let found = facts(headline: "Two killed as ‘Kestrel’ bridge closes")
    #expect(found.hasSameHeadline(as: facts(headline: "Two Killed as 'Kestrel' bridge closes!")))
    let other = facts(headline: "Two killed as the Kestrel bridge closes")
    #expect(!found.hasSameHeadline(as: other))
    #expect(found.hasLikeHeadline(as: other))
    #expect(!found.hasLikeHeadline(as: facts(headline: "Norland shuts the Kestrel bridge")))
    #expect(!facts().hasLikeHeadline(as: facts()))
  }

  @Test(arguments: [
    ("2026-03-04T23:30:00-05:00", "2026-03-05T04:30:00+00:00", true),
    ("2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00Z", true),
    ("2026-03-04T23:30:00", "2026-03-04", true), ("2026-03-04", "2026-03-05", false),
    ("", "2026-03-04", false),
  ])
  func `days are compared in the zone of the gold`(found: String, gold: String, same: Bool) {
    #expect(facts(published: found).hasSameDay(as: facts(published: gold)) == same)
  }

  @Test func `bylines are right when all names are there and no other`() {
    let found = facts(authors: ["Ana Ruiz", "MIRA LIND"])
    #expect(found.hasSameAuthors(as: facts(authors: ["Mira Lind", "Ana Ruiz"])))
    #expect(!found.hasSameAuthors(as: facts(authors: ["Ana Ruiz"])))
  }
}
