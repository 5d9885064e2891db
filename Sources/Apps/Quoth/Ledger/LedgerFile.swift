public import QuothLedger
import QuothSystem
import QuothTime

/// Where ledgers lie, and how they are opened.
public enum LedgerFile {
  /// The ledger that is meant when none is named: `quoth/ledger.sqlite` in the data folder of the XDG Base Directory
  /// Specification.
  public static var standard: String {
    let data =
      Machine.environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (Machine.environment("HOME") ?? ".") + "/.local/share"
    return data + "/quoth/ledger.sqlite"
  }

  /// The time now in UTC, to the second: `2026-03-04T09:00:00Z`.
  private static var now: String {
    let seconds = Machine.secondsSince1970
    let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(CalendarDay(number: seconds / 86_400))T\(clock.joined(separator: ":"))Z"
  }

  /// Opens a ledger to write; makes it, and the folders above it, where there is none.
  public static func open(_ path: String?) throws(QuothError) -> Ledger {
    let path = path ?? standard
    do throws(LedgerError) {
      try? Files.makeFolder(above: path)
      return try Ledger(path: path, now: { now })
    } catch {
      throw QuothError(error)
    }
  }

  /// Opens a ledger that is there, to ask it.
  ///
  /// - Throws: ``QuothError`` with slug `ledger.missing` where there is none.
  public static func openToAsk(_ path: String?) throws(QuothError) -> Ledger {
    let path = path ?? standard
    guard Files.exists(path) else {
      throw QuothError(
        slug: "ledger.missing",
        message:
          "\(path): there is no ledger yet. Make one with `quoth add REPORT...`, or name another with --ledger."
      )
    }
    do throws(LedgerError) {
      return try Ledger(path: path, isReadOnly: true, now: { now })
    } catch {
      throw QuothError(error)
    }
  }
}
