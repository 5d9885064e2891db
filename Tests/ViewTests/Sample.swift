import QuothAnnotation
import QuothPlace
import QuothReport
import QuothText
import QuothTime

@testable import QuothStatement

/// A reading built by hand: its attributions are written as the words they stand in.
struct Sample {
  var reading: Reading

  /// A report of one block a paragraph; the paragraphs are parted by an empty line.
  init(_ paragraphs: [(Block.Role, String)], configure: (inout Report) -> Void = { _ in }) {
    var text = ""
    var blocks: [Block] = []
    for (role, words) in paragraphs {
      let start = text.utf8.count
      text += words
      blocks.append(Block(span: Span(start: start, end: text.utf8.count), role: role))
      text += "\n\n"
    }
    var report = Report(
      id: "sha256:00ff", file: "herald.txt", language: Stated("en", from: .text), text: text,
      blocks: blocks)
    configure(&report)
    reading = Reading(text: Text(report), attributions: [], entities: [], model: "made by hand")
  }

  /// The n-th place where words stand in the text.
  func span(_ words: String, _ occurrence: Int = 1) -> Span {
    let text = Array(reading.report.text.utf8)
    let wanted = Array(words.utf8)
    var left = occurrence
    for start in 0...max(text.count - wanted.count, 0)
    where text[start...].starts(with: wanted) {
      left -= 1
      if left == 0 { return Span(start: start, end: start + wanted.count) }
    }
    preconditionFailure("“\(words)” does not stand \(occurrence) times in the sample")
  }

  mutating func entity(
    _ name: String, _ type: Entity.Kind = .person, mention: Entity.Mention.Kind = .name
  ) -> Int {
    let id = reading.entities.count
    reading.entities.append(
      Entity(id: id, name: name, type: type, mentions: [.init(span: span(name), kind: mention)]))
    return id
  }

  /// Adds an attribution; words that stand more than once are given as spans instead.
  @discardableResult
  mutating func attribute(
    _ content: [Span], to source: [Span], by cue: [Span], kind: Attribution.Kind = .indirect,
    act: Attribution.Act = .state, type: Attribution.SourceType = .namedPerson,
    entities: [Int] = [], parent: Int? = nil, addressee: [Int] = [],
    when: Time? = nil, venue: [Span] = [], caveats: [Span] = []
  ) -> Int {
    let id = reading.attributions.count
    if let when {
      reading.times.append(
        TimeExpression(
          span: when.span, type: .date, value: when.value,
          begin: when.begin.flatMap { CalendarDay($0) },
          end: when.end.flatMap { CalendarDay($0) }, basis: when.basis))
    }
    reading.attributions.append(
      Attribution(
        id: id, source: source, cue: cue, content: content, kind: kind, act: act, sourceType: type,
        sourceEntities: entities, parent: parent, addressee: addressee, venue: venue,
        saidWhen: when, caveats: caveats, confidence: 0.9))
    return id
  }

  /// Adds a statement; of an attribution, its holder and the way to it are read off the sources.
  @discardableResult
  mutating func state(
    _ spans: [Span], in attribution: Int? = nil, _ certainty: Certainty = .certain,
    reporter: Certainty? = nil, hedges: [Span] = [], timeClass: Statement.TimeClass = .pastFact,
    on time: Time? = nil, at place: Int? = nil, events: [Int] = [], entities: [Int] = [],
    told wording: [Span]? = nil, with host: Int? = nil, isPhrase: Bool = false
  ) -> Int {
    let id = reading.statements.count
    var layers: [Statement.Holder] = []
    var layer = attribution
    while let number = layer {
      let entities = reading.attributions[number].sourceEntities
      layers.insert(entities.isEmpty ? .nobody : .entities(entities), at: 0)
      layer = reading.attributions[number].parent
    }
    reading.statements.append(
      Statement(
        id: id, spans: spans, wording: wording ?? spans, host: host, isPhrase: isPhrase,
        attribution: attribution, holder: layers.last ?? .reporter,
        chain: [.reporter] + layers, certainty: certainty,
        reporterCertainty: reporter ?? (attribution == nil ? certainty : .uncommitted),
        hedges: hedges, timeClass: timeClass, time: time, place: place, events: events,
        entities: entities, isPresupposed: false, confidence: 0.8))
    return id
  }

  mutating func relate(_ from: Int?, _ type: StatementRelation.Kind, _ to: Int, by evidence: Span) {
    reading.relations.append(
      StatementRelation(type: type, from: from, to: to, evidence: [evidence]))
  }

  /// Adds a time of the report.
  @discardableResult
  mutating func time(_ span: Span, _ value: String, _ begin: String, _ end: String? = nil) -> Time {
    reading.times.append(
      TimeExpression(
        span: span, type: value.contains("T") ? .time : .date, value: value,
        begin: CalendarDay(begin), end: CalendarDay(end ?? begin)))
    reading.times.sort { $0.span < $1.span }
    return Time(value: value, begin: begin, end: end ?? begin, basis: .tense, span: span)
  }

  /// Adds an event at the n-th place of a word.
  mutating func event(
    _ trigger: String, _ occurrence: Int = 1, lemma: String, type: EventType? = nil,
    actors: [Int] = [], recipients: [Int] = [], status: Event.Status, on time: Time? = nil,
    numbers: [Event.Count] = []
  ) {
    reading.events.append(
      Event(
        id: reading.events.count, trigger: span(trigger, occurrence), lemma: lemma, type: type,
        mode: nil, contexts: [], actors: actors, recipients: recipients, status: status, time: time,
        place: nil, numbers: numbers, confidence: 0.7))
  }
}

extension Sample {
  /// The report of the brief that everybody aims at: a ministry, an army through its spokesperson,
  /// a denial, two diplomats.
  static var kestrel: Sample {
    var sample = Sample([
      (.headline, "Two killed as Kestrel bridge closes; Norland blames Sudland"),
      (.credit, "With files from the Coastal News Agency"),
      (
        .body,
        """
        SALTPORT — Norland shut the Kestrel bridge on Tuesday after at least two people were \
        killed there, the transport ministry said in a statement.
        """
      ),
      (
        .body,
        """
        The army assessed that shells were fired from Sudland's side early Tuesday, its \
        spokesperson Ilse Brandt said without elaborating on how the military knew.
        """
      ),
      (
        .body,
        """
        “They fired on civilians, and they will answer for it,” Brandt told the Herald on \
        Wednesday. Sudland officials denied such claims. Sudland's foreign minister, Ivo Maric, \
        confirmed only that the border was closed.
        """
      ),
      (
        .body,
        """
        Talks may resume next week, according to two diplomats who were not authorised to speak. \
        Analysts say Norland could certainly use the pause.
        """
      ),
    ]) { report in
      report.publisher = Stated("Harbour Herald", from: .jsonLD)
      report.headline = Stated(
        "Two killed as Kestrel bridge closes; Norland blames Sudland", from: .text)
      report.published = Stated("2026-03-04T07:15:00Z", from: .jsonLD)
      report.credit = ["Coastal News Agency"]
    }
    let dateline = sample.span("SALTPORT —")
    var report = sample.reading.report
    report.dateline = Dateline(span: dateline, place: sample.span("SALTPORT"))
    sample.reading.text = Text(report)

    let norland = sample.entity("Norland", .state)
    let ministry = sample.entity("transport ministry", .organisation)
    let army = sample.entity("army", .organisation)
    let brandt = sample.entity("Ilse Brandt")
    sample.reading.entities[norland].country = "NOR"
    sample.reading.entities[brandt].roles = [.init(span: sample.span("spokesperson"), of: army)]
    let herald = sample.entity("Herald", .organisation)
    let officials = sample.entity("Sudland officials", .group, mention: .nominal)
    let maric = sample.entity("Ivo Maric")
    let diplomats = sample.entity("two diplomats", .group, mention: .nominal)
    let analysts = sample.entity("Analysts", .group, mention: .nominal)
    _ = sample.entity("Kestrel bridge", .place)
    let wednesday = Time(
      value: "2026-03-04", begin: "2026-03-04", end: "2026-03-04", basis: .text,
      span: sample.span("Wednesday"))

    sample.attribute(
      [sample.span("Sudland")], to: [sample.span("Norland")], by: [sample.span("blames")],
      act: .accuse, type: .state, entities: [norland])
    let said = sample.attribute(
      [
        sample.span(
          "Norland shut the Kestrel bridge on Tuesday after at least two people were killed there")
      ], to: [sample.span("the transport ministry")], by: [sample.span("said")],
      type: .organisation, entities: [ministry], venue: [sample.span("in a statement")])
    let outer = sample.attribute(
      [
        sample.span(
          "The army assessed that shells were fired from Sudland's side early Tuesday")
      ], to: [sample.span("its spokesperson Ilse Brandt")], by: [sample.span("said", 2)],
      entities: [brandt],
      caveats: [sample.span("without elaborating on how the military knew")])
    let assessed = sample.attribute(
      [sample.span("shells were fired from Sudland's side early Tuesday")],
      to: [sample.span("The army")], by: [sample.span("assessed")], act: .assess,
      type: .organisation, entities: [army], parent: outer)
    let told = sample.attribute(
      [sample.span("“They fired on civilians, and they will answer for it,”")],
      to: [sample.span("Brandt", 2)], by: [sample.span("told")], kind: .direct, act: .accuse,
      entities: [brandt], addressee: [herald], when: wednesday)
    let denied = sample.attribute(
      [sample.span("such claims")], to: [sample.span("Sudland officials")],
      by: [sample.span("denied")], act: .deny, type: .unnamedCollective, entities: [officials])
    let confirmed = sample.attribute(
      [sample.span("the border was closed")],
      to: [sample.span("Sudland's foreign minister, Ivo Maric")],
      by: [sample.span("confirmed only")], act: .confirm, entities: [maric],
      caveats: [sample.span("confirmed only")])
    let according = sample.attribute(
      [sample.span("Talks may resume next week")],
      to: [sample.span("two diplomats who were not authorised to speak")],
      by: [sample.span("according to")], type: .unnamedCollective, entities: [diplomats])
    let analysed = sample.attribute(
      [sample.span("Norland could certainly use the pause")], to: [sample.span("Analysts")],
      by: [sample.span("say")], type: .unnamedCollective, entities: [analysts])

    sample.readWhatIsStated(
      said: said, assessed: assessed, told: told, denied: denied, confirmed: confirmed,
      according: according, analysed: analysed)
    return sample
  }

  private mutating func readWhatIsStated(
    said: Int, assessed: Int, told: Int, denied: Int, confirmed: Int, according: Int, analysed: Int
  ) {
    let tuesday = time(span("Tuesday"), "2026-03-03", "2026-03-03")
    let early = time(span("early Tuesday"), "2026-03-03TMO", "2026-03-03")
    let nextWeek = time(span("next week"), "2026-W11", "2026-03-09", "2026-03-15")
    reading.places = [
      Place(
        id: 0, mentions: [span("SALTPORT")], name: "Saltport", geonames: 7,
        point: Point(latitude: 54.5, longitude: -3.25), country: "NOR", precision: .point)
    ]
    event("shut", lemma: "shut", actors: [0], status: .happened, on: tuesday)
    event(
      "killed", 2, lemma: "kill", type: .assault, status: .happened,
      numbers: [.init(span: span("two"), value: 2, unit: "person")])
    event("fired", lemma: "fire", type: .assault, status: .happened, on: early)
    event("resume", lemma: "resume", type: .consult, status: .planned, on: nextWeek)

    state(
      [span("Norland shut the Kestrel bridge on Tuesday")], in: said, on: tuesday, events: [0],
      entities: [0])
    state([span("at least two people were killed there")], in: said, events: [1])
    let shells = state(
      [span("shells were fired from Sudland's side early Tuesday")], in: assessed,
      Certainty(.probable), hedges: [span("assessed")], on: early, events: [2])
    let fired = state([span("They fired on civilians")], in: told)
    state([span("they will answer for it")], in: told, timeClass: .planned)
    let denial = state([span("such claims")], in: denied, Certainty(.certain, isNegative: true))
    state([span("the border was closed")], in: confirmed)
    state(
      [span("Talks may resume next week")], in: according, Certainty(.possible),
      hedges: [span("may")], timeClass: .planned, on: nextWeek, events: [3])
    state(
      [span("Norland could certainly use the pause")], in: analysed, Certainty(.probable),
      hedges: [span("could certainly")], timeClass: .hypothetical)
    relate(denial, .anaphora, shells, by: span("such claims"))
    relate(denial, .denies, shells, by: span("denied"))
    relate(fired, .corroborates, shells, by: span("They fired on civilians"))
  }
}
