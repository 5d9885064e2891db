import QuothDatabase
import QuothTime

extension SQLiteKeeper {
  func standing(of id: String) throws(LedgerError) -> Ledger.Standing {
    try store { () throws(DatabaseError) in
      if try database.first("SELECT 1 FROM reports WHERE id = ?", [.text(id)], { _ in true })
        == true
      {
        return .kept
      }
      let isRemoved = try database.first(
        "SELECT 1 FROM removed WHERE id = ?", [.text(id)], { _ in true })
      return isRemoved == true ? .removed : .unknown
    }
  }

  /// The report that was added last of those at an address.
  func latest(at address: String) throws(LedgerError) -> Int? {
    try store { () throws(DatabaseError) in
      try database.first(
        "SELECT report FROM reports WHERE address = ? ORDER BY report DESC LIMIT 1",
        [.text(address)]
      ) { $0.integer(0) }
    }
  }

  func record(
    _ entry: Entry, address: String?, day: Int, versionOf before: Int?
  ) throws(LedgerError) -> Int {
    try store { () throws(DatabaseError) in
      let key = try record(entry, address: address, day: day)
      if let before {
        try database.run(
          "UPDATE reports SET version_of = ? WHERE report = ?", [.integer(before), .integer(key)])
      }
      return key
    }
  }

  func refuse(item: String, slug: String, message: String) throws(LedgerError) {
    try store { () throws(DatabaseError) in
      try database.run(
        "INSERT OR REPLACE INTO refused VALUES (?,?,?,?)",
        [.text(item), .text(slug), .text(message), .text(now())])
    }
  }

  var reportCount: Int {
    get throws(LedgerError) {
      try store { () throws(DatabaseError) in
        try database.first("SELECT count(*) FROM reports") { $0.integer(0) } ?? 0
      }
    }
  }

  /// Days since 1970.
  var today: Int { CalendarDay(now())?.number ?? 0 }
}
