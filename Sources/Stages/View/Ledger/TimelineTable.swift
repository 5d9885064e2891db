import QuothStatement
public import QuothLedger
import QuothReport
import QuothTime

/// What was claimed, day by day.
public struct TimelineTable: LedgerTable {
  public struct Entry: Sendable {
    public var statement: LedgerStatement
    /// Nil where it is not told as a step of a claim.
    public var change: LedgerChange.Kind?

    public init(statement: LedgerStatement, change: LedgerChange.Kind?) {
      self.statement = statement
      self.change = change
    }
  }

  private let entries: [Entry]

  /// - Parameter entries: in any order.
  public init(_ entries: [Entry]) {
    self.entries = entries.sorted {
      Self.order($0.statement).lexicographicallyPrecedes(Self.order($1.statement))
    }
  }

  private static func order(_ statement: LedgerStatement) -> [Int] {
    [statement.report.day, statement.report.key, statement.number]
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    if entries.isEmpty { sheet.paragraph([Run("nothing found", .quiet)]) }
    Self.write(entries, to: &sheet, showsClaim: true)
    return sheet.text
  }

  static func write(_ entries: [Entry], to sheet: inout Sheet, showsClaim: Bool) {
    var day: Int?
    for entry in entries {
      let statement = entry.statement
      if day != statement.report.day {
        sheet.paragraph([Run(LedgerWords.day(statement.report.day), .headline)])
        day = statement.report.day
      }
      let line = StatementLine(statement)
      var extra: [String] = []
      if let change = entry.change, change != .first { extra.append(change.rawValue) }
      if statement.holder != .reporter { extra.append(statement.report.outlet) }
      if showsClaim, let claim = statement.claim { extra.append("c\(claim)") }
      line.write(to: &sheet, indent: 2, showsReport: false, extra: extra)
    }
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines(entries) { json, entry in
      json.object { json in
        json.member("date", CalendarDay(number: entry.statement.report.day).description)
        json.member("change", entry.change?.rawValue)
        json.members(of: entry.statement)
      }
    }
  }

  public static let header = ["date", "change"] + StatementTable.header
  public var cells: [[String]] {
    zip(entries, StatementTable(entries.map(\.statement)).cells).map { entry, cells in
      [
        CalendarDay(number: entry.statement.report.day).description, entry.change?.rawValue ?? "",
      ] + cells
    }
  }
}
