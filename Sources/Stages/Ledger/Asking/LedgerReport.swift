/// What identifies a report of a ledger, and where it belongs.
public struct LedgerReport: Sendable, Hashable {
  public var key: Int
  public var id: String
  /// The path or address that it came from.
  public var file: String?
  public var publisher: String?
  public var headline: String?
  /// ISO 8601, as it says.
  public var published: String?
  /// Of publication, or of adding where the report does not say; days since 1970.
  public var day: Int
  public var story: Int?
  public var family: Int?
  /// Ids of other reports.
  public var copyOf: String?
  public var versionOf: String?

  /// `r12`
  public var name: String { "r\(key)" }

  /// As people call it: its publisher, else where it came from.
  public var outlet: String { publisher ?? file ?? id }
}
