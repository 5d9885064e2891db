import QuothLinking
import QuothReport
public import QuothStatement
import QuothTime

/// Many reports, and what they claim together.
///
///     let ledger = try Ledger(path: path, now: now)
///     try ledger.add(entry)       // .added
///     try ledger.add(entry)       // .known: the same report twice changes nothing
///
/// A ledger belongs to one task at a time. What ``add(_:)`` returned has been kept, even when the program is killed
/// the next moment.
public final class Ledger {
  let keeper: SQLiteKeeper

  /// Opens the ledger at a path, and makes one where there is none unless it is for reading alone.
  ///
  /// - Parameter now: the time now, ISO 8601.
  public init(
    path: String, isReadOnly: Bool = false, now: @escaping () -> String
  ) throws(LedgerError) {
    keeper = try SQLiteKeeper(path: path, isReadOnly: isReadOnly, now: now)
  }

  /// What the ledger knows of a report by its id.
  public enum Standing: Sendable, Hashable {
    case unknown
    case kept
    /// Somebody took it out, and it is not to come back by itself.
    case removed
  }

  public func standing(of id: String) throws(LedgerError) -> Standing {
    try keeper.standing(of: id)
  }

  /// What became of a report that was added.
  public enum Addition: Sendable, Hashable {
    case added
    /// A later or earlier text under the same address.
    case version
    case known
    case removed
  }

  /// Keeps a report, and links it with all that was kept before.
  ///
  /// - Complexity: O(n) in the report; what it is compared with is bounded, however many reports there are.
  @discardableResult
  public func add(_ entry: Entry) throws(LedgerError) -> Addition {
    try keeper.together { () throws(LedgerError) in
      switch try keeper.standing(of: entry.reading.report.id) {
      case .kept: return .known
      case .removed: return .removed
      case .unknown: break
      }
      let report = entry.reading.report
      let address = report.url.map { Address($0.value).text }
      let day = (report.published?.value).flatMap { CalendarDay($0)?.number } ?? keeper.today
      let before = try address.flatMap { address throws(LedgerError) in
        try keeper.latest(at: address)
      }
      let key = try keeper.record(entry, address: address, day: day, versionOf: before)
      try link(key, entry)
      return before == nil ? .added : .version
    }
  }

  /// Notes that an item could not be read, in place of what was noted of it before.
  public func refuse(item: String, slug: String, message: String) throws(LedgerError) {
    try keeper.refuse(item: item, slug: slug, message: message)
  }

  public var reportCount: Int {
    get throws(LedgerError) { try keeper.reportCount }
  }
}

extension Ledger {
  /// The record of a report by its id, corrections included; nil when it is not kept.
  public func reading(_ id: String) throws(LedgerError) -> Reading? {
    try keeper.key(ofReport: id).flatMap { key throws(LedgerError) in try keeper.reading(key) }
  }
}
