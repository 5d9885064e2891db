import Quoth
import QuothLedger
import QuothTime
import QuothView

/// What the commands that ask a ledger share: the ledger, how much is wanted, and how it is written.
struct AskingCommand {
  let arguments: Arguments
  let console: Console
  let ledger: Ledger

  init(_ arguments: Arguments, console: Console) throws {
    self.arguments = arguments
    self.console = console
    ledger = try LedgerFile.openToAsk(arguments.value("ledger"))
  }

  /// Rows shown to people, unless more are asked for; programs get all.
  private static let shown = 20

  var isForPrograms: Bool { arguments.has("json") || arguments.has("csv") }

  var limit: Int? { arguments.count("limit") ?? (isForPrograms ? nil : Self.shown) }

  var limitShown: Int { arguments.count("limit") ?? Self.shown }

  /// The operands as one line of words.
  var words: String { arguments.operands.joined(separator: " ") }

  /// A day as a number, from an option.
  func day(_ option: String) -> Int? {
    arguments.value(option).flatMap { CalendarDay($0)?.number }
  }

  // MARK: Writing

  /// Writes a whole answer.
  ///
  /// - Returns: The exit status, 1 where it is empty.
  func write(_ table: some LedgerTable, isEmpty: Bool = false) throws -> Int32 {
    try write(table, hasHeader: true)
    return isEmpty ? 1 : 0
  }

  /// Writes an answer of many rows, some at a time for programs, all at once for people.
  ///
  /// - Returns: The exit status, 1 where there is none.
  func write<Element, Table: LedgerTable>(
    _ keys: [Int], _ read: (Int) throws -> Element, _ table: ([Element]) -> Table
  ) throws -> Int32 {
    guard isForPrograms else {
      return try write(table(try keys.map(read)), isEmpty: keys.isEmpty)
    }
    if keys.isEmpty { try write(table([]), hasHeader: true) }
    for start in stride(from: 0, to: keys.count, by: Self.batch) {
      let part = try keys[start..<min(start + Self.batch, keys.count)].map(read)
      try write(table(part), hasHeader: start == 0)
    }
    return keys.isEmpty ? 1 : 0
  }

  static let batch = 100

  func write(_ table: some LedgerTable, hasHeader: Bool) throws {
    if arguments.has("json") {
      try console.write(table.json)
    } else if arguments.has("csv") {
      try console.write(table.csv(hasHeader: hasHeader))
    } else {
      try console.write(table.text(width: console.columns, isColoured: console.isColoured))
    }
  }

  /// Says that an id leads to another one.
  func note(_ asked: String, leadsTo present: String) {
    if asked != present { console.note("\(asked) is part of \(present) now.") }
  }

  // MARK: Names

  /// A thing named by its id alone.
  ///
  /// - Throws: ``Failure`` saying how ids of this kind look.
  func name<Key>(
    _ text: String, _ kind: String, like example: String, _ key: (LedgerName) -> Key?
  ) throws(Failure) -> Key {
    guard let key = LedgerName(text).flatMap(key) else {
      throw Failure(
        slug: "ledger.no-name",
        message: "“\(text)” is no \(kind). Give its id, such as \(example).")
    }
    return key
  }

  func claim(_ text: String) throws(Failure) -> Int {
    try name(text, "claim", like: "c12") { if case .claim(let key) = $0 { key } else { nil } }
  }

  func story(_ text: String) throws(Failure) -> Int {
    try name(text, "story", like: "y3") { if case .story(let key) = $0 { key } else { nil } }
  }
}
