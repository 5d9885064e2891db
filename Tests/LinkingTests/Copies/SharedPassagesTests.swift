import QuothLinking
import QuothReport
import QuothText
import Testing

@Suite struct SharedPassagesTests {
  private let bridge = CopySamples.bridge
  private let harvest = CopySamples.harvest

  @Test func `a reprint is a whole copy`() {
    let shared = shared(bridge, bridge)
    #expect(shared.extent(of: .first) == .whole)
    #expect(shared.extent(of: .second) == .whole)
    #expect(shared.reason(for: .second) == "6 of 6 paragraphs word for word")
    #expect(shared.passages.count == 1)
  }

  @Test func `a cut copy is whole and its longer original holds a part of it`() {
    let shared = shared(bridge + harvest, Array(bridge[0...2]))
    #expect(shared.extent(of: .first) == .partial)
    #expect(shared.extent(of: .second) == .whole)
  }

  @Test func `paragraphs in another order are the same`() {
    let shared = shared(bridge, bridge.reversed())
    #expect(shared.extent(of: .second) == .whole)
    #expect(shared.second.ratio == 1)
  }

  @Test func `words put in, left out and changed do not end a passage`() {
    let first =
      "Ferries began to carry food and fuel across the Kestrel on Wednesday, but their owners said that heavy loads would have to wait for the spring."
    let second =
      "Ferries started to carry food and fuel across the Kestrel on Wednesday, but their owners said heavy loads would have to wait for the late spring."
    let shared = shared([harvest[0], first], [second] + harvest[2...])
    #expect(shared.passages.count == 1)
    #expect(shared.extent(of: .second) == .partial)
    #expect(shared.reason(for: .second) == "1 of 4 paragraphs, with small edits")
  }

  @Test func `a paragraph within a report of its own is a partial copy`() {
    let own = [harvest[0], harvest[1], bridge[1], harvest[2], harvest[3]]
    let shared = shared(bridge, own)
    #expect(shared.extent(of: .second) == .partial)
    #expect(shared.reason(for: .second) == "1 of 5 paragraphs word for word")
    #expect(words(shared.passages.first?.second, in: report(own)) == String(bridge[1].dropLast()))
  }

  @Test func `one statement quoted in two reports is no copy`() {
    let shared = shared([harvest[0], bridge[2]], [bridge[2], harvest[3]])
    #expect(!shared.passages.isEmpty)
    #expect(shared.extent(of: .second) == nil)
  }

  @Test(arguments: [
    "Marit Halle is a senior writer at the Harbour Herald, where she has covered courts, ports and politics since 2009, and the author of two books about Norland.",
    "Want more of our reporting? You can have the day's stories sent to your inbox every weekday before breakfast: just click here and enter where to send them.",
  ])
  func `what a house prints under every report is no copy`(standing: String) {
    #expect(shared(bridge + [standing], harvest + [standing]).extent(of: .second) == nil)
  }

  @Test func `a closing paragraph that two outlets share is no house's standing words`() {
    let closing = bridge[1]
    var (first, second) = (
      report(Array(bridge.dropFirst(2)) + [closing]).report, report(harvest + [closing]).report
    )
    first.publisher = Stated("Harbour Herald", from: .meta)
    second.publisher = Stated("Harbour Herald", from: .meta)
    let ofOneHouse = SharedPassages(RunningWords(Text(first)), RunningWords(Text(second)))
    second.publisher = Stated("Saltport Courier", from: .meta)
    let ofTwo = SharedPassages(RunningWords(Text(first)), RunningWords(Text(second)))
    #expect(ofOneHouse.extent(of: .second) == nil)
    #expect(ofTwo.extent(of: .second) == .partial)
  }

  @Test func `the closing paragraph of a brief that holds little else is a copy`() {
    let shared = shared(bridge, [bridge[5]])
    #expect(shared.extent(of: .second) == .whole)
  }

  @Test func `an invitation to subscribe is none in the middle either`() {
    let invitation =
      "You can receive this daily letter every weekday morning: just click here, enter your address, and unsubscribe anytime you like without being asked why."
    let shared = shared([bridge[0], invitation, bridge[1]], [harvest[0], invitation, harvest[1]])
    #expect(shared.extent(of: .second) == nil)
  }

  @Test func `nothing shares nothing`() {
    #expect(shared([], []).extent(of: .first) == nil)
    #expect(shared([], bridge).reason(for: .second) == "0 words in 0 passages")
    #expect(shared(bridge, harvest).extent(of: .second) == nil)
  }

  @Test func `a text that says one thing again and again is read to its end`() {
    let again = String(repeating: "the bridge is shut and ", count: 2_000)
    #expect(shared([again], [again]).second.ratio > 0.9)
  }
}
