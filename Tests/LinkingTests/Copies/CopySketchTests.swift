import QuothLinking
import Testing

@Suite struct CopySketchTests {
  private func sketch(_ paragraphs: [String]) -> CopySketch {
    CopySketch(RunningWords(report(paragraphs)))
  }

  @Test func `spelling, quotation marks and small numbers do not change a word`() {
    let american = sketch([
      "The defense of the harbor's two centers wasn't organized by labor, the U.S. theater said, at seven percent of the cost."
    ])
    let british = sketch([
      "The defence of the harbour’s 2 centres was not organised by labour, the US theatre said, at 7 % of the cost."
    ])
    #expect(!american.keys.isEmpty)
    #expect(american == british)
  }

  @Test func `the headline, captions and credits are not what is copied`() {
    let plain = CopySketch(RunningWords(report(CopySamples.bridge)))
    let dressed = CopySketch(
      RunningWords(
        report(CopySamples.bridge, headline: "Bridge shut", credits: ["With files from CNA"])))
    #expect(plain == dressed)
  }

  @Test func `a sketch holds few keys and comes back from its bytes`() {
    let long = sketch(
      (0..<60).map { number in
        CopySamples.bridge.map { "\($0) It was day \(number) of \(number * 31)." }.joined(
          separator: " ")
      })
    #expect(long.keys.count <= CopySketch.limit)
    #expect(CopySketch(bytes: long.bytes) == long)
    #expect(CopySketch(bytes: []) == nil)
    #expect(CopySketch(bytes: Array(long.bytes.dropLast())) == nil)
    #expect(sketch([]).keys.isEmpty)
    #expect(CopySketch(bytes: sketch([]).bytes) == sketch([]))
  }

  @Test func `resemblance is of the whole`() {
    let bridge = sketch(CopySamples.bridge)
    #expect(bridge.resemblance(to: bridge) == 1)
    #expect(bridge.resemblance(to: sketch(Array(CopySamples.bridge.reversed()))) > 0.6)
    #expect(bridge.resemblance(to: sketch(CopySamples.harvest)) < 0.1)
    #expect(sketch([]).resemblance(to: sketch([])) == 0)
  }

  @Test func `two paragraphs in another report bring the two together`() {
    var index = CopyIndex()
    index.add(0, sketch(CopySamples.bridge))
    let roundUp = CopySamples.harvest + CopySamples.bridge[3...4]
    #expect(index.candidates(for: sketch(roundUp)) == [0])
    #expect(index.candidates(for: sketch(CopySamples.harvest)) == [])
  }

  @Test func `reprints of one story leave room for the other story`() {
    var index = CopyIndex()
    for copy in 0..<40 {
      index.add(copy, sketch(CopySamples.bridge + ["Copy \(copy) of the story."]))
    }
    index.add(40, sketch(CopySamples.harvest))
    let candidates = index.candidates(for: sketch(CopySamples.bridge + CopySamples.harvest[...1]))
    #expect(candidates.first == 0)
    #expect(candidates.contains(40))
    #expect(candidates.count <= CopyIndex.breadth)
  }

  @Test func `a statement that both quote gives no key`() {
    let statement =
      "\"We will not gamble with lives, and we will rebuild what has to be rebuilt before a single lorry crosses that river again, whatever it costs and however long it takes us,\""
    var index = CopyIndex()
    index.add(0, sketch(CopySamples.bridge + [statement + " Ruiz said."]))
    #expect(
      index.candidates(
        for: sketch(CopySamples.harvest + [statement + " the minister told growers."])) == [])
  }
}
