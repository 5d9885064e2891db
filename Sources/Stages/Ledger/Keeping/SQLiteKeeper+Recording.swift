import QuothAnnotation
import QuothDatabase
import QuothLinking
import QuothPlace
import QuothReport
import QuothStatement
import QuothText
import QuothTime

extension SQLiteKeeper {
  /// Writes all rows of one report.
  ///
  /// - Returns: Its key.
  func record(_ entry: Entry, address: String?, day: Int) throws(DatabaseError) -> Int {
    let reading = entry.reading
    let bytes = Array(reading.report.text.utf8)
    let columns = ColumnWriter(bytes)
    let key = try insert(
      reading, columns, address: address, day: day, sketch: entry.sketch.bytes,
      copySketch: entry.copySketch.bytes)
    if let original = entry.original {
      try database.run(
        "INSERT INTO originals VALUES (?,?,?,?)",
        [
          .integer(key), .blob(original.bytes), .init(original.mediaType),
          .init(original.charset),
        ])
    }
    let actors = try insertEntities(reading.entities, of: key, columns)
    for place in reading.places { try insert(place, of: key, columns) }
    for (number, time) in reading.times.enumerated() {
      try insert(time, number: number, of: key, columns)
    }
    for attribution in reading.attributions { try insert(attribution, of: key, columns) }
    for event in reading.events { try insert(event, of: key, columns, actors: actors) }
    let slices = Slices(bytes)
    for statement in reading.statements {
      let row = try insert(
        statement, of: key, columns,
        sentence: statement.spans.first.map { reading.text.sentences(overlapping: $0).lowerBound }
          ?? 0,
        words: slices.line(statement.spans),
        holders: Self.holders(of: statement, in: reading, slices),
        sketch: entry.statements[statement.id], voice: entry.voices[statement.id])
      try insertActors(of: statement, row, actors)
    }
    for (number, relation) in reading.relations.enumerated() {
      try insert(relation, number: number, of: key, columns)
    }
    return key
  }

  private func insert(
    _ reading: Reading, _ columns: ColumnWriter, address: String?, day: Int, sketch: [UInt8],
    copySketch: [UInt8]
  ) throws(DatabaseError) -> Int {
    let report = reading.report
    try database.run(
      """
      INSERT INTO reports (id, file, url, url_from, address, publisher, publisher_from, headline,
        headline_from, byline, byline_from, credit, published, published_from, updated, updated_from,
        section, section_from, language, language_from, dateline, text, blocks, sentences, warnings,
        model, added, day, sketch, copy_sketch)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """,
      [
        .text(report.id), .init(report.file), .init(report.url?.value), from(report.url),
        .init(address), .init(report.publisher?.value), from(report.publisher),
        .init(report.headline?.value), from(report.headline),
        .text(columns.strings(report.byline?.value ?? [])), from(report.byline),
        .text(columns.strings(report.credit)), .init(report.published?.value),
        from(report.published), .init(report.updated?.value), from(report.updated),
        .init(report.section?.value), from(report.section), .init(report.language?.value),
        from(report.language), .init(columns.dateline(report.dateline)), .text(report.text),
        .text(columns.blocks(report.blocks)),
        .text(columns.spans(reading.text.sentences.map(\.span))),
        .text(columns.warnings(reading.warnings)), .text(reading.model), .text(now()),
        .integer(day), .blob(sketch), .blob(copySketch),
      ])
    return database.lastKey
  }

  private func from<Value>(_ stated: Stated<Value>?) -> DatabaseValue {
    .init(stated?.basis.rawValue)
  }

  /// - Returns: The actor of each entity, where it has one.
  private func insertEntities(
    _ entities: [Entity], of report: Int, _ columns: ColumnWriter
  ) throws(DatabaseError) -> [Int?] {
    var actors: [Int?] = []
    for entity in entities {
      let actor = try actor(of: entity)
      actors.append(actor)
      try database.run(
        """
        INSERT INTO entities (report, number, name, type, mentions, roles, country, gender, link, members, actor)
        VALUES (?,?,?,?,?,?,?,?,?,?,?)
        """,
        [
          .integer(report), .integer(entity.id + 1), .text(entity.name),
          .text(entity.type.rawValue), .text(columns.mentions(entity.mentions)),
          .text(columns.roles(entity.roles)), .init(entity.country),
          .init(entity.gender?.rawValue), .init(entity.link),
          .text(columns.numbers(entity.members)), .init(actor),
        ])
    }
    return actors
  }

  private func actor(of entity: Entity) throws(DatabaseError) -> Int? {
    guard entity.type != .other, entity.type != .product, let key = ActorKey(entity) else {
      return nil
    }
    if let known = try database.first(
      "SELECT coalesce(merged_into, actor) FROM actors WHERE key = ?", [.text(key.text)],
      { $0.integer(0) })
    {
      return known
    }
    try database.run(
      "INSERT INTO actors (name, type, key, country, link) VALUES (?,?,?,?,?)",
      [
        .text(entity.name), .text(entity.type.rawValue), .text(key.text),
        .init(entity.country), .init(entity.link),
      ])
    return database.lastKey
  }

  private func insert(
    _ place: Place, of report: Int, _ columns: ColumnWriter
  ) throws(DatabaseError) {
    try database.run(
      "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?)",
      [
        .integer(report), .integer(place.id + 1), .text(place.name),
        .text(columns.spans(place.mentions)), .init(place.geonames),
        .init(place.point?.latitude), .init(place.point?.longitude), .init(place.country),
        .init(place.precision?.rawValue),
      ])
  }

  private func insert(
    _ time: TimeExpression, number: Int, of report: Int, _ columns: ColumnWriter
  ) throws(DatabaseError) {
    try database.run(
      "INSERT INTO times VALUES (?,?,?,?,?,?,?,?,?)",
      [
        .integer(report), .integer(number + 1), .text(columns.span(time.span)),
        .text(time.type.rawValue), .text(time.value), .init(time.mod?.rawValue),
        .init(time.begin?.description), .init(time.end?.description),
        .text(time.basis.rawValue),
      ])
  }

  private func insert(
    _ attribution: Attribution, of report: Int, _ columns: ColumnWriter
  ) throws(DatabaseError) {
    try database.run(
      "INSERT INTO attributions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      [
        .integer(report), .integer(attribution.id + 1), .text(columns.spans(attribution.source)),
        .text(columns.spans(attribution.cue)), .text(columns.spans(attribution.content)),
        .text(attribution.kind.rawValue), .text(attribution.act.rawValue),
        .text(attribution.sourceType.rawValue),
        .text(columns.numbers(attribution.sourceEntities)),
        .init(attribution.parent.map { $0 + 1 }), .text(columns.numbers(attribution.addressee)),
        .text(columns.spans(attribution.venue)), .init(columns.time(attribution.saidWhen)),
        .text(columns.spans(attribution.caveats)), .real(attribution.confidence),
      ])
  }

  private func insert(
    _ event: Event, of report: Int, _ columns: ColumnWriter, actors: [Int?]
  ) throws(DatabaseError) {
    try database.run(
      """
      INSERT INTO events (report, number, "trigger", lemma, type, mode, contexts, actors, recipients,
        status, time, first, last, place, numbers, confidence)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """,
      [
        .integer(report), .integer(event.id + 1), .text(columns.span(event.trigger)),
        .text(event.lemma), .init(event.type?.rawValue), .init(event.mode),
        .text(columns.strings(event.contexts)), .text(columns.numbers(event.actors)),
        .text(columns.numbers(event.recipients)), .text(event.status.rawValue),
        .init(columns.time(event.time)), .init(event.time?.begin), .init(event.time?.end),
        .init(event.place.map { $0 + 1 }), .text(columns.counts(event.numbers)),
        .real(event.confidence),
      ])
    guard event.type != nil else { return }
    let key = database.lastKey
    for (parties, isRecipient) in [(event.actors, false), (event.recipients, true)] {
      for party in parties where actors.indices.contains(party) {
        guard let actor = actors[party] else { continue }
        try database.run(
          "INSERT OR IGNORE INTO parties VALUES (?,?,?)",
          [.integer(key), .integer(actor), .init(isRecipient)])
      }
    }
  }

  private func insert(
    _ statement: Statement, of report: Int, _ columns: ColumnWriter, sentence: Int,
    words: String,
    holders: String, sketch: StatementSketch, voice: Voice
  ) throws(DatabaseError) -> Int {
    try database.run(
      """
      INSERT INTO statements (report, number, sentence, words, holders, spans, wording, host, is_phrase, attribution,
        holder, chain, certainty, reporter_certainty, hedges, class, time, first, last, place, events,
        entities, is_presupposed, confidence, sketch, voice, source)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """,
      [
        .integer(report), .integer(statement.id + 1), .integer(sentence + 1), .text(words),
        .text(holders),
        .text(columns.spans(statement.spans)), .text(columns.spans(statement.wording)),
        .init(statement.host.map { $0 + 1 }), .init(statement.isPhrase),
        .init(statement.attribution.map { $0 + 1 }), .text(columns.holder(statement.holder)),
        .text(columns.chain(statement.chain)), .text(statement.certainty.code),
        .text(statement.reporterCertainty.code), .text(columns.spans(statement.hedges)),
        .text(statement.timeClass.rawValue), .init(columns.time(statement.time)),
        .init(statement.time?.begin), .init(statement.time?.end),
        .init(statement.place.map { $0 + 1 }), .text(columns.numbers(statement.events)),
        .text(columns.numbers(statement.entities)), .init(statement.isPresupposed),
        .real(statement.confidence), .blob(sketch.bytes), .text(voice.json), .integer(report),
      ])
    let key = database.lastKey
    try database.run(
      "INSERT INTO search (rowid, words, holders) VALUES (?,?,?)",
      [.integer(key), .text(words), .text(holders)])
    return key
  }

  /// Notes who holds a statement, passes it on, and is spoken of in it.
  private func insertActors(
    of statement: Statement, _ key: Int, _ actors: [Int?]
  ) throws(DatabaseError) {
    func entities(_ holder: Statement.Holder) -> [Int] {
      if case .entities(let ids) = holder { ids } else { [] }
    }
    let holders = entities(statement.holder)
    let messengers = statement.chain.flatMap(entities).filter { !holders.contains($0) }
    let all: [(StatementPart, [Int])] = [
      (.holder, holders), (.messenger, messengers), (.subject, statement.entities),
    ]
    for (part, entities) in all {
      for entity in entities where actors.indices.contains(entity) {
        guard let actor = actors[entity] else { continue }
        try database.run(
          "INSERT OR IGNORE INTO statement_actors VALUES (?,?,?)",
          [.integer(actor), .integer(part.rawValue), .integer(key)])
      }
    }
  }

  private func insert(
    _ relation: StatementRelation, number: Int, of report: Int, _ columns: ColumnWriter
  ) throws(DatabaseError) {
    try database.run(
      "INSERT INTO relations VALUES (?,?,?,?,?,?)",
      [
        .integer(report), .integer(number + 1), .text(relation.type.rawValue),
        .init(relation.from.map { $0 + 1 }), .integer(relation.to + 1),
        .text(columns.spans(relation.evidence)),
      ])
  }

  /// Whose words a statement is, as one would look for them: names and roles of its holders.
  private static func holders(
    of statement: Statement, in reading: Reading, _ slices: Slices
  ) -> String {
    guard case .entities(let ids) = statement.holder else { return "" }
    return ids.filter(reading.entities.indices.contains).map { reading.entities[$0] }
      .map { entity in
        ([entity.name] + entity.roles.map { slices.line([$0.span]) }).joined(separator: " · ")
      }
      .joined(separator: " · ")
  }
}
