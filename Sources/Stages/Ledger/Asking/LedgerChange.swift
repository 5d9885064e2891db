/// A step in the history of a claim: who said something that nobody had said of it before.
public struct LedgerChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case first = "first said"
    case origin = "another origin"
    case figure = "another figure"
    case denial = "denied"
    case correction = "corrected"
    case walkBack = "walked back"
    case surer = "surer than before"
    case lessSure = "less sure than before"
  }

  public var kind: Kind
  public var statement: LedgerStatement

  public init(kind: Kind, statement: LedgerStatement) {
    self.kind = kind
    self.statement = statement
  }
}
