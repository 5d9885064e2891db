public import QuothEngine
public import QuothSyntax
import QuothText

/// The head of events: at each word the PLOVER type of what happens there, with pointers to the one who
/// acts and the one it is done to. Twin of `understanding.py` in Tools/training.
public struct EventHead: Sendable {
  private let model: Model
  private let types: [EventType?]
  /// Scores of a party by its signed distance, of actor and recipient.
  private let distance: [[Float]]

  static let name = "events"
  private static let width = 32

  /// - Throws: ``QuothSyntax/SyntaxError/unfitModel(name:lacks:)`` when the model has not the head.
  public init(model: Model) throws(SyntaxError) {
    let unfit = SyntaxError.unfitModel(
      name: model.manifest.name, lacks: "the head \(Self.name)")
    guard let head = model.manifest.heads.first(where: { $0.name == Self.name }),
      head.labels.first == "none", let distance = model.tensor("events.distance")?.values,
      distance.count == 2 * DistanceBucket.count,
      head.output >= head.labels.count + 4 * Self.width + 2
    else { throw unfit }
    types = head.labels.map { EventType(rawValue: $0) }
    guard types.dropFirst().allSatisfy({ $0 != nil }) else { throw unfit }
    self.model = model
    self.distance = [
      Array(distance[..<DistanceBucket.count]), Array(distance[DistanceBucket.count...]),
    ]
  }

  /// What may be an event, in text order.
  ///
  /// - Parameter least: probability of being an event below which a word is left out.
  public func read(
    _ encoding: Encoding, least: Double = 0.05
  ) throws(EngineError) -> [FoundEvent] {
    let table = try model.scores(of: Self.name, encoding.rows)
    var found: [FoundEvent] = []
    for sentence in encoding.words.text.sentences {
      let tokens = sentence.tokens.filter { encoding.tokenRows[$0] != nil }
      let rows = tokens.compactMap { encoding.tokenRows[$0] }
      for (place, row) in rows.enumerated() {
        let scores = table[row].prefix(types.count)
        let shares = Vectors.shares(scores)
        guard 1 - shares[0] > least else { continue }
        let best = 1 + Vectors.best(scores.dropFirst())
        guard let type = types[best] else { continue }
        found.append(
          FoundEvent(
            trigger: tokens[place], type: type,
            actor: party(0, of: place, rows, table).map { tokens[$0] },
            recipient: party(1, of: place, rows, table).map { tokens[$0] },
            shares: Dictionary(
              uniqueKeysWithValues: types.indices.dropFirst().compactMap { number in
                types[number].map { ($0, shares[number]) }
              }),
            confidence: 1 - shares[0]))
      }
    }
    return found
  }

  /// The word of the sentence that a trigger points to, as its actor (0) or recipient (1).
  private func party(_ side: Int, of place: Int, _ rows: [Int], _ table: Scores.Table) -> Int? {
    let query = part(table[rows[place]], 2 * side)
    let nobody = table[rows[place]].dropFirst(types.count + 4 * Self.width + side).first ?? 0
    var best: (place: Int?, score: Float) = (nil, nobody)
    for (other, row) in rows.enumerated() {
      let score =
        Vectors.product(query, part(table[row], 2 * side + 1)) / Float(Self.width).squareRoot()
        + distance[side][DistanceBucket.of(other - place)]
      if score > best.score { best = (other, score) }
    }
    return best.place
  }

  private func part(_ row: ArraySlice<Float>, _ number: Int) -> ArraySlice<Float> {
    row.dropFirst(types.count + number * Self.width).prefix(Self.width)
  }
}
