import QuothDatabase
import QuothLinking
import QuothReport
import QuothText

/// A report as copies are found among them.
struct CopyMember {
  var report: Int
  var text: Text
  var words: RunningWords
  var columns: ColumnWriter

  init(report: Int, text: Text) {
    self.report = report
    self.text = text
    words = RunningWords(text)
    columns = ColumnWriter(Array(text.report.text.utf8))
  }

  var member: Family.Member {
    Family.Member(
      id: text.report.id, published: text.report.published?.value,
      publisher: text.report.publisher?.value, credits: Credits(text).all,
      words: words.words.count)
  }
}

extension SQLiteKeeper {
  /// Which kind of key a row of `report_keys` is.
  enum KeyKind: Int {
    case copy = 0
    case story = 1
  }

  /// The reports worth comparing with one, and the index from now on knows it.
  func copyCandidates(of report: Int, _ sketch: CopySketch) throws(DatabaseError) -> [Int] {
    var holders: [UInt64: [Int]] = [:]
    for key in sketch.keys {
      let found = try database.all(
        "SELECT report FROM report_keys WHERE kind = 0 AND key = ? ORDER BY report LIMIT ?",
        [.integer(Int(bitPattern: UInt(key))), .integer(CopyIndex.depth)]
      ) { $0.integer(0) }
      if !found.isEmpty { holders[key] = found }
      if found.count < CopyIndex.depth {
        try database.run(
          "INSERT OR IGNORE INTO report_keys VALUES (0,?,?)",
          [.integer(Int(bitPattern: UInt(key))), .integer(report)])
      }
    }
    return CopyIndex(holders: holders).candidates(for: sketch)
  }

  func copyMember(_ report: Int) throws(DatabaseError) -> CopyMember? {
    try database.first(
      """
      SELECT id, url, publisher, byline, credit, published, dateline, text, blocks
      FROM reports WHERE report = ?
      """, [.integer(report)]
    ) { row in
      let body = row.text(7)
      let columns = ColumnReader(Array(body.utf8))
      var kept = Report(
        id: row.text(0), url: row.optionalText(1).map { Stated($0, from: .address) },
        publisher: row.optionalText(2).map { Stated($0, from: .text) },
        credit: columns.strings(row.text(4)),
        published: row.optionalText(5).map { Stated($0, from: .text) },
        dateline: columns.dateline(row.optionalText(6)), text: body,
        blocks: columns.blocks(row.text(8)))
      let byline = columns.strings(row.text(3))
      if !byline.isEmpty { kept.byline = Stated(byline, from: .text) }
      return CopyMember(report: report, text: Text(kept))
    }
  }

  /// Notes what two reports share.
  func keep(
    _ shared: SharedPassages, of report: Int, and other: Int, _ own: ColumnWriter,
    _ others: ColumnWriter
  ) throws(DatabaseError) {
    guard let extent = shared.extent(of: .second), let ofOther = shared.extent(of: .first) else {
      return
    }
    var passages = "["
    for passage in shared.passages {
      if passages != "[" { passages += "," }
      passages += "[" + own.span(passage.second) + "," + others.span(passage.first) + "]"
    }
    try database.run(
      "INSERT OR REPLACE INTO shared_passages VALUES (?,?,?,?,?,?,?)",
      [
        .integer(report), .integer(other), .text(extent.rawValue), .text(ofOther.rawValue),
        .real(shared.second.ratio), .text(shared.reason(for: .second)), .text(passages + "]"),
      ])
  }

  /// All reports that passages connect with one, itself among them, at most some hundreds.
  func copyComponent(of report: Int) throws(DatabaseError) -> [Int] {
    var seen: Set<Int> = [report]
    var next = [report]
    while let one = next.popLast(), seen.count < Self.componentLimit {
      let others = try database.all(
        """
        SELECT other FROM shared_passages WHERE report = ?1
        UNION SELECT report FROM shared_passages WHERE other = ?1
        """, [.integer(one)]
      ) { $0.integer(0) }
      for other in others where seen.insert(other).inserted { next.append(other) }
    }
    return seen.sorted()
  }

  private static let componentLimit = 400

  /// How much of each of two reports stands in the other.
  func copyLinks(among reports: [Int]) throws(DatabaseError) -> [Family.Link] {
    let index = Dictionary(uniqueKeysWithValues: zip(reports, 0...))
    var links: [Family.Link] = []
    for report in reports {
      try database.each(
        "SELECT other, extent, extent_of_other FROM shared_passages WHERE report = ?",
        [.integer(report)]
      ) { row throws(DatabaseError) in
        guard let first = index[report], let second = index[row.integer(0)],
          let ofFirst = CopyExtent(rawValue: row.text(1)),
          let ofSecond = CopyExtent(rawValue: row.text(2))
        else { return }
        links.append(
          Family.Link(first: first, second: second, ofFirst: ofFirst, ofSecond: ofSecond))
      }
    }
    return links
  }

  /// Writes the families of some reports anew, and which report each statement in a copied passage comes from.
  ///
  /// - Returns: Reports whose statements now come from elsewhere than before.
  func keep(_ families: [Family], of reports: [Int]) throws(DatabaseError) -> Set<Int> {
    var moved: Set<Int> = []
    for report in reports {
      try database.run("UPDATE reports SET family = NULL WHERE report = ?", [.integer(report)])
      try database.run("DELETE FROM copies WHERE report = ?", [.integer(report)])
    }
    for family in families {
      let original = reports[family.original]
      try database.run("INSERT OR IGNORE INTO families VALUES (?)", [.integer(original)])
      for member in [family.original] + family.copies.map(\.member) {
        try database.run(
          "UPDATE reports SET family = coalesce(family, ?) WHERE report = ?",
          [.integer(original), .integer(reports[member])])
      }
      for copy in family.copies {
        try database.run(
          "INSERT OR REPLACE INTO copies VALUES (?,?,?)",
          [.integer(reports[copy.member]), .integer(original), .text(copy.extent.rawValue)])
      }
    }
    for report in reports where try resource(report) { moved.insert(report) }
    return moved
  }

  /// Says anew which report each statement of one comes from.
  private func resource(_ report: Int) throws(DatabaseError) -> Bool {
    let columns = ColumnReader.points
    let originals = try database.all(
      "SELECT original, extent FROM copies WHERE report = ? ORDER BY extent DESC, original",
      [.integer(report)]
    ) { ($0.integer(0), $0.text(1)) }
    var copied: [(original: Int, spans: [Span])] = []
    for (original, _) in originals {
      let spans = try database.all(
        """
        SELECT passages, 0 FROM shared_passages WHERE report = ?1 AND other = ?2
        UNION ALL SELECT passages, 1 FROM shared_passages WHERE report = ?2 AND other = ?1
        """, [.integer(report), .integer(original)]
      ) { row in columns.passages(row.text(0)).map { row.integer(1) == 0 ? $0.own : $0.other } }
      copied.append((original, spans.flatMap(\.self)))
    }
    var isChanged = false
    let statements = try database.all(
      "SELECT statement, spans, source FROM statements WHERE report = ?", [.integer(report)]
    ) { ($0.integer(0), columns.spans($0.text(1)), $0.integer(2)) }
    for (statement, spans, source) in statements {
      let found = copied.first { copy in
        spans.allSatisfy { span in copy.spans.contains { $0.overlaps(span) } }
      }
      guard (found?.original ?? report) != source else { continue }
      isChanged = true
      try database.run(
        "UPDATE statements SET source = ? WHERE statement = ?",
        [.integer(found?.original ?? report), .integer(statement)])
    }
    return isChanged
  }
}

extension SQLiteKeeper {
  /// Whether two reports are versions of one: they have one address.
  func areVersions(_ report: Int, _ other: Int) throws(DatabaseError) -> Bool {
    try database.first(
      """
      SELECT 1 FROM reports a JOIN reports b ON a.address = b.address
      WHERE a.report = ? AND b.report = ?
      """, [.integer(report), .integer(other)]
    ) { _ in true } ?? false
  }

  /// The claims that statements of a report belong to.
  func claims(of report: Int) throws(DatabaseError) -> [Int] {
    try database.all(
      "SELECT DISTINCT claim FROM statements WHERE report = ? AND claim IS NOT NULL",
      [.integer(report)]
    ) { $0.integer(0) }
  }

  func drop(claim: Int) throws(DatabaseError) {
    try database.run("DELETE FROM claims WHERE merged_into = ?", [.integer(claim)])
    try database.run("DELETE FROM claims WHERE claim = ?", [.integer(claim)])
  }
}
