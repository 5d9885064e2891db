import Testing

@testable import QuothLinking

/// Reports of our own on two fires, in words.
private func report(
  _ events: [(stem: String, parties: [String])], words: [String], names: [String]
) -> HappeningGrouping.Report {
  let sentence = SentenceSketch(
    words: (words + events.map(\.stem)).map { Term($0) }, names: names.map { Term($0) },
    meaning: Meaning([1, 0, 0]))
  return HappeningGrouping.Report(
    sketch: ReportSketch(
      words: counts(words), names: counts(names), lead: Meaning([1, 0, 0])),
    events: EventSketches(
      sentences: [sentence],
      events: events.map { event in
        EventSketch(
          stem: event.stem, lemma: Term(event.stem), parties: event.parties.map { Term($0) },
          sentence: 0, meaning: Meaning([1, 0, 0]))
      }))
}

private func counts(_ words: [String]) -> [Term: Int] {
  Dictionary(uniqueKeysWithValues: words.map { (Term($0), 1) })
}

private let mill = report(
  [("burn", ["mill"]), ("arrest", ["ruiz"])], words: ["mill", "burn", "saltport", "arrest"],
  names: ["ruiz", "saltport"])
private let millAgain = report(
  [("arrest", ["ruiz"]), ("burn", ["mill"])], words: ["mill", "burn", "saltport", "arrest"],
  names: ["ruiz", "saltport"])
private let tanker = report(
  [("burn", ["tanker"])], words: ["tanker", "burn", "harbour", "crew"], names: ["brandt"])

@Suite struct HappeningGroupingTests {
  /// One event is as likely another as their words are the same, and half as likely in reports on other things.
  private let grouping = HappeningGrouping(
    HappeningScore(HappeningWeights(byWordAndReport: ())), threshold: 0.5, importance: { _ in 1 })

  @Test func `an event that a near report tells of joins its happening, and says why`() throws {
    let groups = grouping.groups(
      of: millAgain, among: [HappeningGrouping.Neighbour(mill, happenings: [3, 8])])
    #expect(groups.map(\.events) == [[0], [1]])
    #expect(groups.map(\.happenings) == [[8], [3]])
    let join = try #require(groups[0].join)
    #expect(join.neighbour == 0)
    #expect(join.other == 1)
    #expect(join.likelihood > 0.5)
    #expect(join.why.contains("same word"))
    #expect(join.why.contains("same parties"))
  }

  @Test func `the same word in a report on something else is another happening`() {
    let groups = grouping.groups(
      of: tanker, among: [HappeningGrouping.Neighbour(mill, happenings: [3, 8])])
    #expect(groups.map(\.happenings) == [[]])
    #expect(groups[0].join == nil)
  }

  @Test func `two happenings that the new report shows to be one are named together`() {
    let groups = grouping.groups(
      of: mill,
      among: [
        HappeningGrouping.Neighbour(mill, happenings: [9, nil]),
        HappeningGrouping.Neighbour(millAgain, happenings: [nil, 4]),
      ])
    #expect(groups.map(\.happenings) == [[4, 9], []])
  }

  @Test func `every event stands in one group, whatever the neighbours`() {
    for neighbours in [[], [mill], [mill, tanker, millAgain]] {
      let known = neighbours.enumerated().map { number, report in
        HappeningGrouping.Neighbour(
          report, happenings: report.events.events.indices.map { number * 10 + $0 })
      }
      let groups = HappeningGrouping { _ in 1 }.groups(of: millAgain, among: known)
      #expect(groups.flatMap(\.events).sorted() == [0, 1])
      #expect(groups == HappeningGrouping { _ in 1 }.groups(of: millAgain, among: known))
    }
  }
}

extension HappeningWeights {
  /// Likely where the words are the same and those of the reports, too.
  fileprivate init(byWordAndReport: Void) {
    var row = [Double](repeating: 0, count: HappeningSigns.Sign.allCases.count + 1)
    row[HappeningSigns.Sign.sameWord.rawValue] = 4
    row[HappeningSigns.Sign.reportWords.rawValue] = 4
    row[row.count - 1] = -6
    self.init(hidden: [row], output: [4, 0])
  }
}

@Suite struct HappeningScoreTests {
  private func signs(_ one: Int, _ other: Int, near: ReportNearness?) -> HappeningSigns {
    let (first, second) = (mill.events, millAgain.events)
    return HappeningSigns(
      first.events[one], second.events[other],
      sentences: SentenceNearness(first.sentences[0], second.sentences[0]) { _ in 1 },
      reports: near, importance: { _ in 1 })
  }

  @Test func `the trained weights have a row of one for each sign`() {
    let weights = HappeningWeights.trained
    #expect(weights.hidden.allSatisfy { $0.count == HappeningSigns.Sign.allCases.count + 1 })
    #expect(weights.output.count == weights.hidden.count + 1)
  }

  @Test func `the same word of the same parties in near reports is likelier than in far ones`() {
    let score = HappeningScore()
    let near = score.likelihood(
      signs(0, 1, near: ReportNearness(words: 0.6, names: 0.7, lead: 0.8)))
    let far = score.likelihood(signs(0, 1, near: ReportNearness(words: 0, names: 0, lead: 0)))
    let other = score.likelihood(
      signs(0, 0, near: ReportNearness(words: 0.6, names: 0.7, lead: 0.8)))
    #expect(near > 0.5)
    #expect(near > far)
    #expect(near > other)
  }

  @Test func `two signs differ only where the mentions do`() {
    let signs = signs(0, 1, near: .same)
    #expect(signs.values.count == HappeningSigns.Sign.allCases.count)
    #expect(signs[.sameWord] == 1)
    #expect(signs[.kinWords] == 1)
    #expect(abs(signs[.parties] - 1) < 1e-9)
    #expect(signs[.sameReport] == 0)
  }
}

@Suite struct EventSketchTests {
  @Test func `words that begin alike are kin`() {
    func sketch(_ stem: String) -> EventSketch {
      EventSketch(stem: stem, lemma: Term(stem), sentence: 0)
    }
    #expect(sketch("explod").kinship(with: sketch("explosion")) == 5.0 / 9)
    #expect(sketch("kill").kinship(with: sketch("kick")) == 0)
  }

  @Test func `sketches come back from their bytes`() {
    #expect(EventSketches(bytes: mill.events.bytes) == mill.events)
    let none = EventSketches(sentences: [], events: [])
    #expect(EventSketches(bytes: none.bytes) == none)
  }

  @Test(arguments: 0..<40) func `bytes that are cut off or of another version never trap`(
    _ cut: Int
  ) {
    let bytes = mill.events.bytes
    _ = EventSketches(bytes: Array(bytes.prefix(cut * bytes.count / 40)))
    #expect(EventSketches(bytes: [9] + bytes.dropFirst()) == nil)
  }

  @Test func `a report is as near as can be to itself, and far from one on something else`() {
    let same = ReportNearness(mill.sketch, mill.sketch) { _ in 1 }
    #expect(abs(same.words - 1) < 1e-9)
    #expect(abs(same.names - 1) < 1e-9)
    let other = ReportNearness(mill.sketch, tanker.sketch) { _ in 1 }
    #expect(other.names == 0)
    #expect(other.rank < same.rank)
  }
}
