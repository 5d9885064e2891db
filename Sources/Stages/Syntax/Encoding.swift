public import QuothEngine
import QuothReport
import QuothText

/// One pass of the encoder over a report: the states that all heads read.
///
/// Bylines, credits and datelines are not encoded: they are provenance. A head tells after which
/// marks sentences begin that grammar alone does not find (*it closed. nobody knows why*); ``words`` are divided
/// there as well.
public struct Encoding: Sendable {
  public private(set) var words: Words
  public private(set) var input: EncoderInput
  private var states: States
  /// The row of each unit.
  private let unitRows: [Int]
  /// The row of each token; nil for tokens that are not encoded.
  public let tokenRows: [Int?]
  /// For each of ``States/means`` the number of its sentence.
  public private(set) var sentences: [Int]

  private static let startHead = "starts"
  private static let stops: Set<String> = [".", "?", "!"]
  /// Score above which a sentence begins after a stop; after other marks it is 0.
  private static let leastAfterStop: Float = -2

  /// - Throws: ``QuothEngine/EngineError/window(detail:)`` when the model refuses its input.
  public init(_ words: Words, model: Model) throws(EngineError) {
    let blocks = words.text.report.blocks.filter { $0.role.isClaimed }.map(\.span)
    let input = EncoderInput(blocks, of: words, vocabulary: model.vocabulary)
    let tokens = words.text.tokens.map { Self.subword(of: $0.span, in: input) }
    var encoded = input.encoded
    encoded.rows = Self.union(input.first, tokens.compactMap { $0 })
    var sentences: [Int] = []
    for (number, sentence) in words.text.sentences.enumerated() {
      let first = input.starts.partitionPoint { $0 >= sentence.span.start }
      let end = input.starts.partitionPoint { $0 >= sentence.span.end }
      guard first < end else { continue }
      encoded.runs.append(first..<end)
      sentences.append(number)
    }
    var rows = [Int](repeating: 0, count: input.ids.count)
    for (row, subword) in encoded.rows.enumerated() { rows[subword] = row }
    self.words = words
    self.input = input
    self.sentences = sentences
    unitRows = input.first.map { rows[$0] }
    tokenRows = tokens.map { $0.map { rows[$0] } }
    states = try model.states(of: [encoded])[0]
    divide(before: try beginnings(model))
  }

  /// The words within a sentence that begin one of their own, each after a mark.
  private func beginnings(_ model: Model) throws(EngineError) -> Set<Int> {
    let scores = try model.scores(of: Self.startHead, states.rows)
    func isWord(_ token: Int) -> Bool {
      ![.punctuation, .symbol].contains(words.text.tokens[token].kind)
    }
    return Set(
      words.text.sentences.flatMap { sentence in
        sentence.tokens.dropFirst().filter { token in
          isWord(token) && !isWord(token - 1)
            && tokenRows[token].flatMap { scores[$0].first }.map {
              $0 > (Self.stops.contains(words.lower[token - 1]) ? Self.leastAfterStop : 0)
            } ?? false
        }
      })
  }

  /// Divides sentences; the mean state of a part is that of its words.
  private mutating func divide(before beginnings: Set<Int>) {
    guard !beginnings.isEmpty else { return }
    let whole = Dictionary(uniqueKeysWithValues: zip(sentences, 0...))
    let before = words.text.sentences
    words = words.divided(before: beginnings)
    input.sentences = input.units.map { words.sentence(at: $0.start) }
    sentences = []
    var means: [Float] = []
    for (number, sentence) in words.text.sentences.enumerated() {
      let old = before.partitionPoint { $0.tokens.upperBound > sentence.tokens.lowerBound }
      guard let run = whole[old] else { continue }
      sentences.append(number)
      means +=
        before[old].tokens == sentence.tokens
        ? Array(states.means[run * states.width..<(run + 1) * states.width])
        : mean(ofTokens: sentence.tokens)
    }
    states.means = means
  }

  /// The mean state of tokens, of ``States/width`` values; zeros where none is encoded.
  public func mean(ofTokens tokens: some Sequence<Int>) -> [Float] {
    mean(of: tokens.compactMap { tokenRows[$0] })
  }

  private func mean(of rows: [Int]) -> [Float] {
    var sum = [Float](repeating: 0, count: states.width)
    for row in rows {
      for column in sum.indices { sum[column] += states.rows[row * states.width + column] }
    }
    return sum.map { $0 / Float(max(rows.count, 1)) }
  }

  /// The states of all rows, row-major.
  public var rows: [Float] { states.rows }

  /// The mean states of ``sentences``, row-major.
  public var means: [Float] { states.means }

  /// The states of some units, row-major, in the order given.
  public func states(ofUnits units: some Sequence<Int>) -> [Float] {
    var out: [Float] = []
    for unit in units {
      let row = unitRows[unit]
      out += states.rows[row * states.width..<(row + 1) * states.width]
    }
    return out
  }

  /// Where a token is read: the first subword that begins in it, else the one that it stands in.
  private static func subword(of token: Span, in input: EncoderInput) -> Int? {
    let next = input.starts.partitionPoint { $0 >= token.start }
    if next < input.starts.count, input.starts[next] < token.end { return next }
    let unit = input.units.partitionPoint { $0.end > token.start }
    return unit < input.units.count && input.units[unit].start < token.end ? next - 1 : nil
  }

  private static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    var out: [Int] = []
    out.reserveCapacity(a.count + b.count / 8)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let next = min(i < a.count ? a[i] : Int.max, j < b.count ? b[j] : Int.max)
      out.append(next)
      while i < a.count, a[i] == next { i += 1 }
      while j < b.count, b[j] == next { j += 1 }
    }
    return out
  }
}
