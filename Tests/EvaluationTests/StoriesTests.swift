import Testing

@testable import Quoth

struct StoriesTests {
  @Test func `B-cubed counts for each thing how much of its group is right and how much is there`()
  {
    let score = BCubed(gold: ["a", "a", "a", "b"], found: [1, 1, 2, 2])
    #expect(abs(score.precision - (1 + 1 + 0.5 + 0.5) / 4) < 1e-12)
    #expect(abs(score.recall - (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4) < 1e-12)
    #expect(BCubed(gold: ["a", "b"], found: [0, 1]).f1 == 1)
    #expect(BCubed(gold: [Int](), found: [Int]()).f1 == 0)
  }

  @Test func `the order in which reports come in is the same in every run`() {
    var generator = Shuffle(seed: 1)
    #expect(
      (0..<6).shuffled(using: &generator)
        == {
          var again = Shuffle(seed: 1)
          return (0..<6).shuffled(using: &again)
        }())
    var reference = Shuffle(seed: 1_234_567)
    #expect(reference.next() == 6_457_827_717_110_365_317)
  }
}
