import Testing

@testable import QuothEngine

/// The states of a text against those of its windows, each read by itself.
@Suite struct StatesTests {
  /// A text of pieces the small model knows, a unit each; numbers are the units of each sentence, all
  /// in one paragraph.
  private func text(_ sentences: [Int], rows: [Int]? = nil, runs: [Range<Int>] = []) -> EncodedText
  {
    let count = sentences.reduce(0, +)
    return EncodedText(
      ids: (0..<count).map { Int32($0 * 7 % 10) }, features: [(0..<count).map { UInt8($0 % 3) }],
      units: Array(0..<count), paragraphs: [Int](repeating: 0, count: count),
      sentences: sentences.enumerated().flatMap { [Int](repeating: $0, count: $1) },
      rows: rows ?? Array(0..<count), runs: runs)
  }

  private func model() throws -> Model {
    let folder = try TemporaryFolder()
    try SmallModel().write(to: folder.path)
    return try Model(folder: folder.path, options: .init(precision: .int8))
  }

  private func expectClose(_ one: some Collection<Float>, _ other: some Collection<Float>) {
    #expect(one.count == other.count)
    #expect(zip(one, other).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test(arguments: [[9], [5, 4, 4, 5, 4], [20, 3, 41], [130]])
  func `scores of rows are those of the windows that keep them`(sentences: [Int]) throws {
    let model = try model()
    let text = text(sentences)
    let states = try model.states(of: [text], limit: 12, overlap: 6)[0]
    #expect(states.rows.count == text.ids.count * SmallModel.width)
    let scores = try model.scores(of: "tags", states.rows)
    for window in text.windows(limit: 12, overlap: 6) {
      let own = try model.scores([
        Window(
          ids: [model.vocabulary.start] + text.ids[window.read] + [model.vocabulary.end],
          features: [[0] + text.features[0][window.read] + [0]])
      ])[0]
      for subword in window.kept {
        let row = try #require(own["tags"])[subword - window.read.lowerBound + 1]
        expectClose(row, scores[subword])
      }
    }
  }

  @Test func `some rows are the same as among all of them`() throws {
    let model = try model()
    let all = try model.states(of: [text([30, 20])], limit: 12, overlap: 6)[0]
    let wanted = [0, 8, 9, 29, 49]
    let some = try model.states(of: [text([30, 20], rows: wanted)], limit: 12, overlap: 6)[0]
    for (place, row) in wanted.enumerated() {
      let width = SmallModel.width
      #expect(
        some.rows[place * width..<(place + 1) * width] == all.rows[row * width..<(row + 1) * width])
    }
  }

  @Test(arguments: [12, 62])
  func `a mean is that of the states of its run, also over several windows`(limit: Int) throws {
    let model = try model()
    let runs = [0..<3, 5..<40, 41..<42, 42..<50]
    let states = try model.states(of: [text([30, 20], runs: runs)], limit: limit, overlap: 6)[0]
    #expect(states.means.count == runs.count * states.width)
    for (number, run) in runs.enumerated() {
      let mean = (0..<states.width).map { column in
        run.reduce(Float(0)) { $0 + states.rows[$1 * states.width + column] } / Float(run.count)
      }
      expectClose(states.means[number * states.width..<(number + 1) * states.width], mean)
    }
  }

  @Test func `texts are read together as alone`() throws {
    let model = try model()
    let texts = [text([4]), text([30, 20], runs: [0..<50]), text([]), text([11], runs: [2..<4])]
    let together = try model.states(of: texts, limit: 12, overlap: 6)
    for (text, states) in zip(texts, together) {
      let alone = try model.states(of: [text], limit: 12, overlap: 6)[0]
      expectClose(states.rows, alone.rows)
      expectClose(states.means, alone.means)
    }
  }

  @Test func `a unit longer than a window is read in pieces, and every subword has a state`() throws
  {
    let model = try model()
    var text = text([40])
    text.units = [0, 2, 38]
    text.paragraphs = [0, 0, 0]
    text.sentences = [0, 0, 0]
    let states = try model.states(of: [text], limit: 12, overlap: 6)[0]
    for row in 0..<40 {
      #expect(states.rows[row * states.width..<(row + 1) * states.width].contains { $0 != 0 })
    }
  }
}
