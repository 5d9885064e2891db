import Quoth
import QuothLedger
import QuothSystem
import QuothView

/// `quoth ledger` and `quoth remove`: looking after a ledger.
struct UpkeepCommand {
  let arguments: Arguments
  let console: Console

  /// `quoth ledger check|backup|vacuum`
  ///
  /// - Returns: The exit status, 2 when something is wrong with the ledger.
  func run() throws -> Int32 {
    switch arguments.operands[0] {
    case "check": return try check()
    case "backup":
      guard arguments.operands.count > 1 else {
        throw UsageError.missingOperand("FILE", path: arguments.path)
      }
      let copy = arguments.operands[1]
      guard !Files.exists(copy) else {
        throw Failure(
          slug: "ledger.backup-exists", message: "\(copy): is there already. Name a new file.")
      }
      try LedgerFile.openToAsk(arguments.value("ledger")).backUp(to: copy)
      console.note("copied to \(copy)")
    default:
      try LedgerFile.open(arguments.value("ledger")).vacuum()
    }
    return 0
  }

  private func check() throws -> Int32 {
    let ledger = try LedgerFile.openToAsk(arguments.value("ledger"))
    var progress = Progress(total: try ledger.reportCount)
    let faults = try ledger.check { _, _ in progress.advance() }
    progress.clear()
    for fault in faults {
      console.report(
        Failure(slug: "ledger.corrupt", message: fault.message, input: fault.report))
    }
    let count = try ledger.reportCount
    console.note(
      faults.isEmpty
        ? "\(count) report\(count == 1 ? "" : "s"), every span and link holds"
        : "\(faults.count) fault\(faults.count == 1 ? "" : "s") in \(count) reports")
    return faults.isEmpty ? 0 : 2
  }

  /// `quoth remove REPORT...`
  func remove() throws -> Int32 {
    var ledgers = [try LedgerFile.open(arguments.value("ledger"))]
    if let backup = arguments.value("backup") { ledgers.append(try LedgerFile.open(backup)) }
    for name in arguments.operands {
      let id = try ledgers[0].reportID(named: name)
      for ledger in ledgers {
        let removal = try ledger.remove(id)
        console.note(Self.words(removal))
      }
    }
    return 0
  }

  /// `sha256:1d6a… removed: 31 statements; 20 claims gone, 4 changed; 2 other reports changed`
  private static func words(_ removal: Removal) -> String {
    var parts = ["\(removal.statements) statement\(removal.statements == 1 ? "" : "s")"]
    parts.append("\(removal.claimsGone) claims gone, \(removal.claimsChanged) changed")
    if !removal.reportsChanged.isEmpty {
      parts.append(
        "no longer copies or versions of it: " + removal.reportsChanged.joined(separator: ", "))
    }
    return "\(removal.id) removed: " + parts.joined(separator: "; ")
  }
}
