public import QuothEngine
import QuothReport
import QuothText

/// One pass of the encoder over a report: the states that all heads read.
///
/// Bylines, credits and datelines are not encoded: they are provenance.
public struct Encoding: Sendable {
  public let words: Words
  public let input: EncoderInput
  private let states: States
  /// The row of each unit.
  private let unitRows: [Int]
  /// The row of each token; nil for tokens that are not encoded.
  public let tokenRows: [Int?]
  /// For each of ``States/means`` the number of its sentence.
  public let sentences: [Int]

  /// - Throws: ``QuothEngine/EngineError/window(detail:)`` when the model refuses its input.
  public init(_ words: Words, model: Model) throws(EngineError) {
    let blocks = words.text.report.blocks.filter { $0.role != .credit }.map(\.span)
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
