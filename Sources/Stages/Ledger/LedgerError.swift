public import QuothDatabase

/// Why a ledger did not do as asked. Nothing of the report or correction at hand was kept; all that was kept before
/// still is.
public enum LedgerError: Error, Sendable, Hashable {
  /// The store behind it failed.
  case store(DatabaseError)
  /// The file is of a later version of Quoth.
  case newer(path: String, version: Int, known: Int)
  /// A database of some other program.
  case foreign(path: String)
  /// There is nothing of this name.
  case unknown(name: String, kind: String)
  /// A name that could be several things; `found` are their ids.
  case ambiguous(name: String, kind: String, found: [String])
  /// A query that cannot be understood; `reason` says why.
  case wrongQuery(reason: String)
  /// A correction that cannot be made; `reason` says why.
  case incorrect(reason: String)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .store(.unopened): "ledger.unopened"
    case .store(.readOnly): "ledger.read-only"
    case .store(.busy): "ledger.busy"
    case .store(.full): "ledger.full"
    case .store(.corrupt): "ledger.corrupt"
    case .store(.inputOutput): "ledger.unreadable"
    case .store(.constraint), .store(.query): "ledger.failed"
    case .newer: "ledger.newer"
    case .foreign: "ledger.foreign"
    case .unknown: "ledger.unknown"
    case .ambiguous: "ledger.ambiguous"
    case .wrongQuery: "ledger.wrong-query"
    case .incorrect: "ledger.incorrect"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .store(.unopened(let path, let detail)):
      "\(path): the ledger cannot be opened (\(detail)). "
        + "Check that its folder is there and yours to write, or name another with --ledger."
    case .store(.readOnly(let path)):
      "\(path): the ledger or its folder may only be read. "
        + "Change its permissions, or name another with --ledger."
    case .store(.busy(let path)):
      "\(path): another program has been writing to the ledger for half a minute. Try again when it is done."
    case .store(.full(let path)):
      "\(path): the disk is full. All that was kept before is safe; make room and run the same command again."
    case .store(.corrupt(let path, let detail)):
      "\(path): the file is damaged or no ledger (\(detail)). "
        + "`quoth ledger check` says what is wrong; a backup can be put in its place."
    case .store(.inputOutput(let path, let detail)):
      "\(path): the system failed to read or write (\(detail)). Check the disk, then run the same command again."
    case .store(.constraint(let detail)):
      "A rule of the ledger was broken (\(detail)); nothing was changed. This is a fault of Quoth, please report it."
    case .store(.query(let detail)):
      "The ledger could not be asked (\(detail)). This is a fault of Quoth, please report it."
    case .newer(let path, let version, let known):
      "\(path): was written by a later Quoth (version \(version) of the tables; this one knows \(known)). Update Quoth."
    case .foreign(let path):
      "\(path): is a database, but no ledger of Quoth. Name another file with --ledger."
    case .unknown(let name, let kind):
      "\(name): the ledger has no such \(kind). `quoth search` finds things by their words."
    case .ambiguous(let name, let kind, let found):
      "\(name): could be \(found.joined(separator: ", ")). Give one of these as the \(kind)."
    case .wrongQuery(let reason), .incorrect(let reason): reason
    }
  }
}
