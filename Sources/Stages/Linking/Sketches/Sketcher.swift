import QuothAnnotation
import QuothEntity
import QuothPlace
import QuothReport
public import QuothStatement
import QuothSyntax
import QuothText
import QuothTime

/// Makes the sketches of a reading.
///
///     Sketcher(reading, meanings: meanings).statements[0].words
public struct Sketcher {
  let reading: Reading
  let words: Words
  private let meanings: [Meaning]
  private let keys: [ActorKey?]
  /// Whether a token stands in words of a time.
  let isTime: [Bool]
  /// Whom the words of mentions mean, by token, of those whom the report names.
  let named: [Int: Term]

  /// - Parameter meanings: one a statement.
  /// - Precondition: the reading has its syntax.
  public init(_ reading: Reading, meanings: [Meaning]) {
    self.reading = reading
    self.meanings = meanings
    words = Words(reading.text)
    keys = reading.entities.map(ActorKey.init)
    var isTime = [Bool](repeating: false, count: reading.text.tokens.count)
    for time in reading.times {
      for token in reading.text.tokens(overlapping: time.span) { isTime[token] = true }
    }
    self.isTime = isTime
    var named: [Int: Term] = [:]
    for (entity, key) in zip(reading.entities, keys) {
      guard let key else { continue }
      for mention in entity.mentions {
        for token in reading.text.tokens(overlapping: mention.span) { named[token] = key.term }
      }
    }
    self.named = named
  }

  /// One a statement.
  ///
  /// - Complexity: O(n) in the words of all statements.
  public var statements: [StatementSketch] { reading.statements.map(sketch) }

  private func sketch(_ statement: Statement) -> StatementSketch {
    let events = statement.events.filter(reading.events.indices.contains).map { reading.events[$0] }
    var sketch = StatementSketch(
      words: Self.distinct(words.tokens(of: statement.spans).compactMap(stem)),
      names: Self.distinct(statement.entities.compactMap(name)),
      predicates: Self.distinct(events.map { Term(WordStem($0.lemma).text) }),
      types: events.compactMap(\.type).reduce(0) { $0 | Self.bit($1) },
      actors: Self.distinct(events.flatMap(\.actors).compactMap(party)),
      recipients: Self.distinct(events.flatMap(\.recipients).compactMap(party)),
      figures: figures(of: events, in: statement.spans),
      place: statement.place.flatMap(place),
      certainty: statement.certainty, timeClass: statement.timeClass,
      meaning: meanings.indices.contains(statement.id) ? meanings[statement.id] : .none)
    sketch.first = statement.time?.begin.flatMap { CalendarDay($0)?.number }
    sketch.last = statement.time?.end.flatMap { CalendarDay($0)?.number }
    return sketch
  }

  static func distinct(_ terms: [Term]) -> [Term] { Array(Set(terms)) }

  static func bit(_ type: EventType) -> UInt16 {
    EventType.allCases.firstIndex(of: type).map { 1 << UInt16($0) } ?? 0
  }

  /// The stem of a word that carries meaning.
  func stem(_ token: Int) -> Term? {
    guard !isTime[token], let word = reading.syntax?.words[token] else { return nil }
    switch word.part {
    case .noun, .properNoun, .verb, .adjective, .number, .adverb, .other: break
    default: return nil
    }
    let lemma = word.lemma.lowercased()
    return Self.empty.contains(lemma) || Self.empty.contains(words.lower[token])
      ? nil : Term(WordStem(words.lower[token]).text)
  }

  /// Words that tell statements of nothing apart.
  private static let empty: Set<String> = [
    "be", "have", "do", "say", "tell", "also", "there", "then", "so", "very", "just", "such", "now",
    "still", "already", "only", "even", "other", "more", "most", "not", "n't", "%",
  ]

  private func name(_ id: Entity.ID) -> Term? {
    keys.indices.contains(id) ? keys[id]?.term : nil
  }

  /// Somebody's name, or the noun that stands for somebody unnamed.
  private func party(_ id: Entity.ID) -> Term? {
    guard reading.entities.indices.contains(id) else { return nil }
    if let term = keys[id]?.term { return term }
    let entity = reading.entities[id]
    guard let mention = entity.mentions.first(where: { $0.kind == .nominal }) else { return nil }
    let tokens = reading.text.tokens(overlapping: mention.span)
    let head = tokens.last { token in
      guard let word = reading.syntax?.words[token] else { return false }
      return word.part == .noun && !(word.head.map(tokens.contains) ?? false)
    }
    return head.map { Term(WordStem(words.lower[$0]).text) }
  }

  /// Numbers of its events with what they count, then those alone: *the figure was 900*.
  private func figures(of events: [Event], in spans: [Span]) -> [StatementSketch.Figure] {
    let counts = events.flatMap(\.numbers)
    let counted = counts.compactMap { count in
      count.value.map {
        StatementSketch.Figure(
          value: $0, unit: count.unit.map { Term(WordStem($0.lowercased()).text) })
      }
    }
    return counted + numerals(in: spans, without: counts.map(\.span))
  }

  /// Numbers of two and more that are no times and name nothing, as *Room 7* does.
  private func numerals(in spans: [Span], without counted: [Span]) -> [StatementSketch.Figure] {
    guard let syntax = reading.syntax else { return [] }
    let reader = NumeralReader(words: words, syntax: syntax)
    let taken = Set(words.tokens(of: counted))
    var found: [StatementSketch.Figure] = []
    var end = 0
    for token in words.tokens(of: spans)
    where token >= end && !taken.contains(token) && !isTime[token] {
      guard let numeral = reader.numeral(at: token), let value = numeral.value else { continue }
      end = numeral.tokens.upperBound
      let before = token > 0 ? syntax.words[token - 1]?.part : nil
      guard value >= 2, before != .noun, before != .properNoun else { continue }
      found.append(StatementSketch.Figure(value: value, unit: nil))
    }
    return found
  }

  private func place(_ id: Int) -> Term? {
    reading.places.indices.contains(id) ? Term(NameKey(reading.places[id].name).text) : nil
  }
}

extension Sketcher {
  /// The whole report.
  ///
  /// - Parameter sentences: what each sentence means, by its number.
  /// - Complexity: O(n) in words.
  public func report(sentences: [Int: Meaning]) -> ReportSketch {
    var stems: [Term: Int] = [:]
    var leading: Set<Term> = []
    let claimed = reading.text.sentences.filter(\.role.isClaimed)
    for (number, sentence) in claimed.enumerated() {
      for stem in sentence.tokens.compactMap(stem) {
        stems[stem, default: 0] += 1
        if number < Self.leadLength { leading.insert(stem) }
      }
    }
    let kept = stems.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.wordLimit)
    var names: [Term: Int] = [:]
    for (entity, key) in zip(reading.entities, keys) where entity.type != .place {
      if let key { names[key.term, default: 0] += entity.mentions.count { $0.kind == .name } }
    }
    var places: [Term: Int] = [:]
    for (entity, key) in zip(reading.entities, keys) where entity.type == .place {
      if let key { places[key.term, default: 0] += entity.mentions.count }
    }
    let told = sentences.keys.sorted().filter { reading.text.sentences[$0].role.isClaimed }
    let days = Set(reading.times.compactMap { $0.begin == $0.end ? $0.begin?.number : nil })
    return ReportSketch(
      words: Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) }), names: names,
      places: places, leadWords: kept.map(\.key).filter(leading.contains),
      days: Array(days.sorted().prefix(Self.dayLimit)),
      published: (reading.report.published?.value).flatMap { CalendarDay($0)?.number },
      meaning: .mean(of: told.compactMap { sentences[$0] }),
      lead: .mean(of: told.prefix(Self.leadLength).compactMap { sentences[$0] }))
  }

  private static let wordLimit = 120
  private static let dayLimit = 24
  /// Sentences, headline and deck among them, that tell what a report is about.
  private static let leadLength = 5
}
