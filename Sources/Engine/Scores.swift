/// What the heads say of each subword.
public struct Scores: Equatable, Sendable {
  /// What one head says: row-major (tokens, columns).
  public struct Table: Equatable, Sendable {
    public let columns: Int
    public var values: [Float]

    public var rows: Int { columns > 0 ? values.count / columns : 0 }

    /// The scores of one subword, one a column.
    public subscript(token: Int) -> ArraySlice<Float> {
      values[token * columns..<(token + 1) * columns]
    }
  }

  /// Number of subwords scored.
  public let tokens: Int
  /// Tables by the name of the head.
  public internal(set) var tables: [String: Table]

  /// The table of a head, or nil when the model has none of this name.
  public subscript(head: String) -> Table? { tables[head] }
}
