public import QuothReport

/// One document that an input gave, or the reason why it gave none there.
public struct IntakeItem: Sendable {
  /// The same whenever the same input is read: path, member and place in it.
  ///
  /// An interrupted run keeps the keys of what it has done and goes on behind them.
  public var key: String
  public var document: Result<Document, QuothError>

  public init(key: String, document: Result<Document, QuothError>) {
    self.key = key
    self.document = document
  }
}
