import QuothAnnotation
import QuothDatabase
import QuothReport
import QuothStatement

extension Ledger {
  /// Looks at all that is kept: whether the file is whole, every span lies in its text and has its words, and every link
  /// leads somewhere.
  ///
  /// - Parameter visit: called with the number of reports looked at so far, and of all.
  /// - Complexity: O(n) in the ledger.
  public func check(
    visit: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> [LedgerFault] {
    var faults = try keeper.store { () throws(DatabaseError) in
      try keeper.database.all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
        .map { LedgerFault(message: $0) }
        + keeper.database.all("PRAGMA foreign_key_check") { row in
          LedgerFault(
            message: "row \(row.integer(1)) of \(row.text(0)) leads to nothing in \(row.text(2))")
        }
    }
    let keys = try keeper.store { () throws(DatabaseError) in
      try keeper.database.all("SELECT report FROM reports ORDER BY report") { $0.integer(0) }
    }
    for (number, key) in keys.enumerated() {
      if let reading = try keeper.reading(key) {
        faults += Self.faults(of: reading)
        faults += try keeper.faults(ofWords: key, reading)
      }
      visit(number + 1, keys.count)
    }
    return faults
  }

  private static func faults(of reading: Reading) -> [LedgerFault] {
    let length = reading.report.text.utf8.count
    var faults: [LedgerFault] = []
    func check(_ what: String, _ isRight: Bool) {
      if !isRight { faults.append(LedgerFault(report: reading.report.id, message: what)) }
    }
    func fit(_ spans: [Span]) -> Bool { spans.allSatisfy { $0.end <= length && !$0.isEmpty } }
    let entities = reading.entities.indices
    for attribution in reading.attributions {
      check(
        "a\(attribution.id + 1) points outside the text",
        fit(attribution.source + attribution.cue + attribution.content))
      check(
        "a\(attribution.id + 1) names an entity that is not there",
        (attribution.sourceEntities + attribution.addressee).allSatisfy(entities.contains))
    }
    for statement in reading.statements {
      check("t\(statement.id + 1) points outside the text", fit(statement.spans))
      check("t\(statement.id + 1) has no words", !statement.spans.isEmpty)
      check(
        "t\(statement.id + 1) names something that is not there",
        statement.entities.allSatisfy(entities.contains)
          && statement.events.allSatisfy(reading.events.indices.contains)
          && (statement.place.map(reading.places.indices.contains) ?? true))
    }
    for event in reading.events {
      check("v\(event.id + 1) points outside the text", fit([event.trigger]))
      check(
        "v\(event.id + 1) names an entity that is not there",
        (event.actors + event.recipients).allSatisfy(entities.contains))
    }
    for entity in reading.entities {
      check("e\(entity.id + 1) points outside the text", fit(entity.mentions.map(\.span)))
    }
    return faults
  }

  /// Copies the ledger as it is at this moment to another file.
  public func backUp(to path: String) throws(LedgerError) {
    try keeper.store { () throws(DatabaseError) in try keeper.database.copy(to: path) }
  }

  /// Gives the room of what was removed back to the disk.
  public func vacuum() throws(LedgerError) {
    try keeper.store { () throws(DatabaseError) in
      try keeper.database.execute("INSERT INTO search(search) VALUES ('optimize')")
      try keeper.database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}

extension SQLiteKeeper {
  /// Statements whose words are not those of the text, and what full-text search does not hold.
  func faults(ofWords report: Int, _ reading: Reading) throws(LedgerError) -> [LedgerFault] {
    let slices = Slices(Array(reading.report.text.utf8))
    let words = try store { () throws(DatabaseError) in
      try database.all(
        "SELECT words FROM statements WHERE report = ? ORDER BY number", [.integer(report)]
      ) { $0.text(0) }
    }
    return zip(reading.statements, words).filter { slices.line($0.spans) != $1 }.map {
      LedgerFault(
        report: reading.report.id, message: "t\($0.0.id + 1) has other words than its text")
    }
  }
}
