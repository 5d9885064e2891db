import QuothLinking
import Testing

/// Reports made up of words; names begin with a capital, places with an at sign.
private func sketch(_ text: String, day: Int? = nil) -> ReportSketch {
  var sketch = ReportSketch(words: [:], published: day)
  for word in text.split(separator: " ") {
    let term = Term(word.lowercased())
    sketch.words[term, default: 0] += 1
    if word.hasPrefix("@") { sketch.places[term, default: 0] += 1 }
    if word.first?.isUppercase == true { sketch.names[term, default: 0] += 1 }
  }
  sketch.leadWords = sketch.words.keys.sorted()
  return sketch
}

private let mill = "fire mill Brandt @saltport dead worker blaze inspector"
private let millAgain = "fire mill Brandt @saltport dead toll worker rescue"
private let vote = "ballot recount Ruiz @lindmark court mayor tally fraud"
private let voteAgain = "ballot recount Ruiz @lindmark judge tally appeal fraud"

struct StoryTests {
  @Test func `reports on one happening stand in one story, others in stories of their own`() {
    var stories = StoryMemory()
    for text in [mill, vote, millAgain, voteAgain] { stories.add(sketch(text, day: 20_000)) }
    #expect((0..<4).map { stories.story(of: $0) } == [0, 1, 0, 1])
  }

  @Test func `the same happening a year later is another`() {
    var stories = StoryMemory()
    stories.add(sketch("match Colts Jaguars playoff Manning touchdown clinch", day: 20_000))
    let later = stories.add(sketch("match Colts Chiefs berth Luck season catch", day: 20_365))
    #expect(stories.story(of: 1) == 1)
    #expect(later.reason(of: 1) == nil)
  }

  @Test func `two stories become one when a report ties them, and the old address forwards`() {
    var stories = StoryMemory()
    stories.add(sketch("fire mill Brandt @saltport", day: 20_000))
    stories.add(sketch("inquiry minister Okoro safety", day: 20_003))
    #expect(stories.story(of: 1) == 1)
    let tying = "fire mill Brandt @saltport inquiry minister Okoro safety"
    for day in 20_001...20_006 { stories.add(sketch(tying, day: day)) }
    #expect(Set((0..<8).map { stories.story(of: $0) }) == [0])
    #expect(stories.address(of: 1) == 0)
  }

  @Test func `what a person put together or kept apart stays so`() {
    var together = StoryMemory()
    together.add(sketch(mill, day: 20_000))
    together.wish(StoryWish(0, 1, isOne: true))
    let decision = together.add(sketch(vote, day: 20_400))
    #expect(together.story(of: 1) == 0)
    #expect(decision.reason(of: 1)?.text { _ in nil } == "put together by hand")

    var apart = StoryMemory()
    apart.add(sketch(mill, day: 20_000))
    apart.wish(StoryWish(0, 1, isOne: false))
    apart.add(sketch(mill, day: 20_000))
    #expect(apart.story(of: 1) == 1)
  }

  @Test func `a wish that comes later moves a report out of its story`() {
    var stories = StoryMemory()
    for text in [mill, millAgain, mill] { stories.add(sketch(text, day: 20_000)) }
    stories.wish(StoryWish(1, 0, isOne: false))
    stories.wish(StoryWish(1, 2, isOne: false))
    stories.add(sketch(mill, day: 20_001))
    #expect(stories.story(of: 0) == 0 && stories.story(of: 2) == 0 && stories.story(of: 3) == 0)
    #expect(stories.story(of: 1) == 1)
  }

  @Test func `a reason names what both reports name, and how far they lie apart`() throws {
    var stories = StoryMemory()
    stories.add(sketch(mill, day: 20_000))
    let decision = stories.add(sketch(millAgain, day: 20_001))
    let reason = try #require(decision.reason(of: 1))
    let names = ["Brandt", "@saltport"]
    let text = reason.text { term in names.first { Term($0.lowercased()) == term } }
    #expect(text.hasPrefix("both name Brandt and @saltport; a day apart; 0.9"))
  }

  @Test func `the same reports in the same order give the same stories`() {
    func run() -> [Int?] {
      var stories = StoryMemory()
      for index in 0..<60 {
        let texts = [mill, vote, millAgain, voteAgain, "storm coast ferry Halle @orle \(index)"]
        stories.add(sketch(texts[index % 5], day: 20_000 + index / 5))
      }
      return (0..<60).map { stories.story(of: $0) }
    }
    #expect(run() == run())
    #expect(Set(run()).count == 3)
  }

  @Test func `a story of hundreds of reports keeps its number`() {
    var stories = StoryMemory()
    for index in 0..<300 { stories.add(sketch(mill + " detail\(index)", day: 20_000 + index / 50)) }
    #expect(Set((0..<300).map { stories.story(of: $0) }) == [0])
  }

  @Test func `a report has at most twenty-four keys, names and what leads before the rest`() {
    let long = sketch((0..<80).map { "word\($0)" }.joined(separator: " ") + " Brandt @saltport")
    let keys = StoryKeys(long, TermWeights(reports: 0, frequencies: [:]))
    #expect(keys.terms.count == StoryKeys.limit)
    #expect(Set(keys.terms.prefix(2)) == [Term("brandt"), Term("@saltport")])
  }

  @Test func `a sketch of a report reads back as it was written`() {
    var written = sketch(mill, day: 20_000)
    written.days = [-3, 19_999]
    written.meaning = Meaning([0.5, -1])
    #expect(ReportSketch(bytes: written.bytes) == written)
  }
}
