import QuothDatabase
import QuothReport
import QuothStatement

extension SQLiteKeeper {
  /// - Parameter rest: what stands behind `FROM events e JOIN reports …`.
  func shownEvents(
    from source: String = "events e", _ rest: String, _ values: [DatabaseValue]
  ) throws(DatabaseError) -> [LedgerEvent] {
    struct Columns {
      var report: Int
      var actors: [Int]
      var recipients: [Int]
    }
    let columns = ColumnReader.points
    let rows = try database.all(
      """
      SELECT e.event, e.report, e.number, e.happening, e.type, e.lemma, e.status, e."trigger", e.time,
        p.name, e.actors, e.recipients
      FROM \(source) LEFT JOIN places p ON p.report = e.report AND p.number = e.place \(rest)
      """, values
    ) { row in
      (
        LedgerEvent(
          key: row.integer(0),
          report: LedgerReport(key: row.integer(1), id: "", day: 0), number: row.integer(2),
          happening: row.optionalInteger(3),
          type: row.optionalText(4).flatMap(EventType.init), lemma: row.text(5),
          status: .init(rawValue: row.text(6)) ?? .happened, trigger: columns.span(row.text(7)),
          time: columns.time(row.optionalText(8)), place: row.optionalText(9), actors: [],
          recipients: [], sentence: ""),
        Columns(
          report: row.integer(1), actors: columns.indices(row.text(10)),
          recipients: columns.indices(row.text(11)))
      )
    }
    var events: [LedgerEvent] = []
    for (event, columns) in rows {
      guard let report = try shownReport(columns.report) else { continue }
      var event = event
      event.report = report
      event.actors = try names(of: columns.actors, in: columns.report)
      event.recipients = try names(of: columns.recipients, in: columns.report)
      event.sentence = try sentence(around: event.trigger, of: columns.report)
      events.append(event)
    }
    return events
  }

  /// The sentence in which a span begins, as one line.
  func sentence(around span: Span, of report: Int) throws(DatabaseError) -> String {
    let sentence = try database.first(
      """
      SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM reports, json_each(sentences)
      WHERE report = ? AND json_extract(value, '$[0]') <= ? AND json_extract(value, '$[1]') > ?
      """, [.integer(report), .integer(span.start), .integer(span.start)]
    ) { Span(start: $0.integer(0), end: $0.integer(1)) }
    return try words(sentence ?? span, of: report)
  }

  /// Happenings of events with a type of PLOVER, the newest report's first.
  func typedHappenings(limit: Int) throws(DatabaseError) -> [LedgerHappening] {
    try happenings(
      of: try shownEvents(
        from: "reports r CROSS JOIN events e ON e.report = r.report",
        """
        WHERE e.type IS NOT NULL AND \(Self.isLead)
        ORDER BY r.day DESC, r.report DESC, e.number LIMIT ?
        """, [.integer(limit)]))
  }

  private static let isLead = """
    (e.happening IS NULL OR e.event = (SELECT min(o.event) FROM events o WHERE o.happening = e.happening))
    """

  /// Happenings in the order of adding, with those events that no other report tells of.
  func happenings(from first: Int, limit: Int) throws(DatabaseError) -> [LedgerHappening] {
    try happenings(
      of: try shownEvents(
        "WHERE e.event > ? AND \(Self.isLead) ORDER BY e.event LIMIT ?",
        [.integer(first), .integer(limit)]))
  }

  private func happenings(of leads: [LedgerEvent]) throws(DatabaseError) -> [LedgerHappening] {
    var found: [LedgerHappening] = []
    for lead in leads {
      guard let happening = lead.happening else {
        found.append(LedgerHappening(key: nil, mentions: [lead]))
        continue
      }
      found.append(
        LedgerHappening(
          key: happening,
          mentions: try shownEvents(
            "WHERE e.happening = ? ORDER BY e.event", [.integer(happening)])))
    }
    return found
  }

  /// Events that one actor does to the other, either way, by day.
  ///
  /// - Complexity: O(n) in the events of the first.
  func relations(
    _ first: Int, _ second: Int
  ) throws(DatabaseError) -> [LedgerRelations.Entry] {
    let one = Self.list(try withMerged([first]))
    let other = Self.list(try withMerged([second]))
    let keys = try database.all(
      """
      SELECT p.event, max(p.is_recipient = 0) FROM parties p
      JOIN parties q ON q.event = p.event AND q.is_recipient <> p.is_recipient
      WHERE p.actor IN (\(one)) AND q.actor IN (\(other)) GROUP BY p.event
      """
    ) { ($0.integer(0), $0.bool(1)) }
    var entries: [LedgerRelations.Entry] = []
    for (key, isFromFirst) in keys {
      for event in try shownEvents("WHERE e.event = ? AND e.type IS NOT NULL", [.integer(key)]) {
        entries.append(.init(event: event, isFromFirst: isFromFirst, isRepeated: false))
      }
    }
    entries.sort { ($0.event.day, $0.event.key) < ($1.event.day, $1.event.key) }
    var seen: Set<String> = []
    for index in entries.indices where entries[index].isReal {
      let event = entries[index].event
      let act = "\(event.type?.rawValue ?? "") \(event.lemma) \(entries[index].isFromFirst)"
      // One happening, one sentence wherever it is reprinted, one act in a family of copies.
      let identities = [
        event.happening.map { "g\($0)" }, "\(act) \(event.sentence)",
        event.report.family.map { "\(act) \(event.day) f\($0)" },
      ].compactMap(\.self)
      entries[index].isRepeated = identities.contains(where: seen.contains)
      seen.formUnion(identities)
    }
    return entries
  }
}
