/// What a cell of a database holds.
public enum DatabaseValue: Sendable, Hashable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

extension DatabaseValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
}

extension DatabaseValue {
  public init(_ value: Int?) { self = value.map(DatabaseValue.integer) ?? .null }
  public init(_ value: Double?) { self = value.map(DatabaseValue.real) ?? .null }
  public init(_ value: String?) { self = value.map(DatabaseValue.text) ?? .null }
  public init(_ value: [UInt8]?) { self = value.map(DatabaseValue.blob) ?? .null }
  public init(_ value: Bool) { self = .integer(value ? 1 : 0) }
}
