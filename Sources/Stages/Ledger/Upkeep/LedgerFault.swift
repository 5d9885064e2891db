/// Something in a ledger that does not fit together.
public struct LedgerFault: Sendable, Hashable {
  /// The report it was found in, by its id; nil for the file as a whole.
  public var report: String?
  public var message: String
}
