/// The figures of several measures beside their floors, and what they were measured on.
///
///     var board = Scoreboard()
///     board.add("extraction", floors.check("extraction", result.figures), on: [corpus])
///     print(board.table)
public struct Scoreboard: Sendable {
  /// In the order they were added, each once.
  public private(set) var corpora: [MeasuredCorpus] = []
  public private(set) var rows: [Row] = []
  /// Folders of corpora that are not there.
  public var missing: [String] = []

  /// A figure of one measure.
  public struct Row: Hashable, Sendable {
    /// Such as `attribution`.
    public var measure: String
    public var check: FloorCheck

    /// Whether the floor is reached; nil where none is set.
    public var isReached: Bool? { check.floor == nil ? nil : !check.isBroken }
  }

  public init() {}

  public mutating func add(
    _ measure: String, _ checks: [FloorCheck], on corpora: [MeasuredCorpus]
  ) {
    rows += checks.map { Row(measure: measure, check: $0) }
    self.corpora += corpora.filter { !self.corpora.contains($0) }
  }

  /// Whether a floor is missed; the program then ends with status 2.
  public var isBelowFloor: Bool { rows.contains { $0.check.isBroken } }

  /// Measure, figure, floor and verdict of each row, then the corpora, in lines that end in a newline.
  /// Figures are in percent.
  public var table: String {
    let names = rows.map { "\($0.measure) \($0.check.name)" }
    let width = (names + corpora.map(\.name) + ["measure"]).map(\.count).max() ?? 0
    var lines = [Self.left("measure", width) + "   figure    floor   verdict"]
    for (name, row) in zip(names, rows) {
      let figure = row.check.value.map { Decimal.fixed($0, decimals: 2) } ?? "none"
      let floor = row.check.floor.map { Decimal.fixed($0, decimals: 2) } ?? "–"
      let verdict = row.isReached.map { $0 ? "reached" : "MISSED" } ?? "–"
      lines.append(
        Self.left(name, width) + "   \(Decimal.padded(figure, to: 6))   "
          + "\(Decimal.padded(floor, to: 6))   \(verdict)")
    }
    lines += ["", Self.left("corpus", width) + "   documents   fingerprint"]
    lines += corpora.map { corpus in
      Self.left(corpus.name, width) + "   \(Decimal.padded("\(corpus.documents)", to: 9))   "
        + corpus.fingerprint
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func left(_ words: String, _ width: Int) -> String {
    words + String(repeating: " ", count: max(0, width - words.count))
  }
}
