import QuothAnnotation
import QuothDatabase
import QuothPlace
import QuothReport
public import QuothStatement
import QuothText
import QuothTime

extension SQLiteKeeper {
  /// The record of a report as it was read, corrections included; nil when there is none of this key.
  ///
  /// Words, trees and names are not kept: its syntax is nil.
  ///
  /// - Complexity: O(n) in the record.
  public func reading(_ key: Int) throws(LedgerError) -> Reading? {
    try store { () throws(DatabaseError) in try readingOfStore(key) }
  }

  private func readingOfStore(_ key: Int) throws(DatabaseError) -> Reading? {
    let head = try database.first(
      """
      SELECT id, file, url, url_from, publisher, publisher_from, headline, headline_from, byline,
        byline_from, credit, published, published_from, updated, updated_from, section, section_from,
        language, language_from, dateline, text, blocks, sentences, warnings, model
      FROM reports WHERE report = ?
      """, [.integer(key)]
    ) { row in
      let text = row.text(20)
      let columns = ColumnReader(Array(text.utf8))
      func stated(_ column: Int) -> Stated<String>? {
        row.optionalText(column).map { Stated($0, from: basis(row.text(column + 1))) }
      }
      var report = Report(
        id: row.text(0), file: row.optionalText(1), url: stated(2), publisher: stated(4),
        headline: stated(6), credit: columns.strings(row.text(10)), published: stated(11),
        updated: stated(13), section: stated(15), language: stated(17),
        dateline: columns.dateline(row.optionalText(19)), text: text,
        blocks: columns.blocks(row.text(21)), warnings: columns.warnings(row.text(23)))
      if !row.isNull(9) {
        report.byline = Stated(columns.strings(row.text(8)), from: basis(row.text(9)))
      }
      return (
        report: report, columns: columns, sentences: columns.spans(row.text(22)),
        model: row.text(24)
      )
    }
    guard let head else { return nil }
    let columns = head.columns
    var text = Text(head.report)
    let beginnings = Set(
      head.sentences.map { span in text.tokens.partitionPoint { $0.span.start < span.start } })
    text = text.divided(before: beginnings)
    return Reading(
      text: text, attributions: try attributions(key, columns),
      statements: try statements(key, columns), events: try events(key, columns),
      entities: try entities(key, columns), places: try places(key, columns),
      times: try times(key, columns), relations: try relations(key, columns), model: head.model,
      warnings: head.report.warnings)
  }

  private func basis(_ column: String) -> Basis { Basis(rawValue: column) ?? .text }

  private func attributions(
    _ key: Int, _ columns: ColumnReader
  ) throws(DatabaseError) -> [Attribution] {
    try database.all(
      """
      SELECT number, source, cue, content, kind, act, source_type, source_entities, parent, addressee,
        venue, said_when, caveats, confidence
      FROM attributions WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      Attribution(
        id: row.integer(0) - 1, source: columns.spans(row.text(1)),
        cue: columns.spans(row.text(2)), content: columns.spans(row.text(3)),
        kind: .init(rawValue: row.text(4)) ?? .indirect,
        act: .init(rawValue: row.text(5)) ?? .other,
        sourceType: .init(rawValue: row.text(6)) ?? .none,
        sourceEntities: columns.indices(row.text(7)),
        parent: row.optionalInteger(8).map { $0 - 1 }, addressee: columns.indices(row.text(9)),
        venue: columns.spans(row.text(10)), saidWhen: columns.time(row.optionalText(11)),
        caveats: columns.spans(row.text(12)), confidence: row.real(13))
    }
  }

  private func statements(
    _ key: Int, _ columns: ColumnReader
  ) throws(DatabaseError) -> [Statement] {
    try database.all(
      """
      SELECT number, spans, wording, host, is_phrase, attribution, holder, chain, certainty,
        reporter_certainty, hedges, class, time, place, events, entities, is_presupposed, confidence
      FROM statements WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      Statement(
        id: row.integer(0) - 1, spans: columns.spans(row.text(1)),
        wording: columns.spans(row.text(2)), host: row.optionalInteger(3).map { $0 - 1 },
        isPhrase: row.bool(4), attribution: row.optionalInteger(5).map { $0 - 1 },
        holder: columns.holder(row.text(6)), chain: columns.chain(row.text(7)),
        certainty: Certainty(code: row.text(8)), reporterCertainty: Certainty(code: row.text(9)),
        hedges: columns.spans(row.text(10)), timeClass: .init(rawValue: row.text(11)) ?? .pastFact,
        time: columns.time(row.optionalText(12)), place: row.optionalInteger(13).map { $0 - 1 },
        events: columns.indices(row.text(14)), entities: columns.indices(row.text(15)),
        isPresupposed: row.bool(16), confidence: row.real(17))
    }
  }

  private func events(_ key: Int, _ columns: ColumnReader) throws(DatabaseError) -> [Event] {
    try database.all(
      """
      SELECT number, "trigger", lemma, type, mode, contexts, actors, recipients, status, time, place,
        numbers, confidence
      FROM events WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      Event(
        id: row.integer(0) - 1, trigger: columns.span(row.text(1)), lemma: row.text(2),
        type: row.optionalText(3).flatMap(EventType.init), mode: row.optionalText(4),
        contexts: columns.strings(row.text(5)), actors: columns.indices(row.text(6)),
        recipients: columns.indices(row.text(7)),
        status: .init(rawValue: row.text(8)) ?? .happened,
        time: columns.time(row.optionalText(9)), place: row.optionalInteger(10).map { $0 - 1 },
        numbers: columns.counts(row.text(11)), confidence: row.real(12))
    }
  }

  private func entities(_ key: Int, _ columns: ColumnReader) throws(DatabaseError) -> [Entity] {
    try database.all(
      """
      SELECT number, name, type, mentions, roles, country, gender, link, members
      FROM entities WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      Entity(
        id: row.integer(0) - 1, name: row.text(1), type: .init(rawValue: row.text(2)) ?? .other,
        mentions: columns.mentions(row.text(3)), roles: columns.roles(row.text(4)),
        country: row.optionalText(5), gender: row.optionalText(6).flatMap(Entity.Gender.init),
        link: row.optionalText(7), members: columns.indices(row.text(8)))
    }
  }

  private func places(_ key: Int, _ columns: ColumnReader) throws(DatabaseError) -> [Place] {
    try database.all(
      """
      SELECT number, mentions, name, geonames, latitude, longitude, country, precision
      FROM places WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      Place(
        id: row.integer(0) - 1, mentions: columns.spans(row.text(1)), name: row.text(2),
        geonames: row.optionalInteger(3),
        point: row.optionalReal(4).map { Point(latitude: $0, longitude: row.real(5)) },
        country: row.optionalText(6), precision: row.optionalText(7).flatMap(Place.Precision.init))
    }
  }

  private func times(
    _ key: Int, _ columns: ColumnReader
  ) throws(DatabaseError) -> [TimeExpression] {
    try database.all(
      "SELECT span, type, value, mod, first, last, basis FROM times WHERE report = ? ORDER BY number",
      [.integer(key)]
    ) { row in
      TimeExpression(
        span: columns.span(row.text(0)), type: .init(rawValue: row.text(1)) ?? .date,
        value: row.text(2), mod: row.optionalText(3).flatMap(TimeExpression.Modifier.init),
        begin: row.optionalText(4).flatMap { CalendarDay($0) },
        end: row.optionalText(5).flatMap { CalendarDay($0) },
        basis: .init(rawValue: row.text(6)) ?? .inferred)
    }
  }

  private func relations(
    _ key: Int, _ columns: ColumnReader
  ) throws(DatabaseError) -> [StatementRelation] {
    try database.all(
      """
      SELECT type, "from", "to", evidence FROM relations WHERE report = ? ORDER BY number
      """, [.integer(key)]
    ) { row in
      StatementRelation(
        type: .init(rawValue: row.text(0)) ?? .contrast,
        from: row.optionalInteger(1).map { $0 - 1 }, to: row.integer(2) - 1,
        evidence: columns.spans(row.text(3)))
    }
  }
}
