/// What linking looks at in a whole report: enough to tell whether another one is on the same happening.
public struct ReportSketch: Sendable, Hashable {
  /// Stems of content words with how often they stand in it, the most frequent ones.
  public var words: [Term: Int]
  /// Names of people, bodies and states, with how often.
  public var names: [Term: Int]
  /// Names of places, with how often.
  public var places: [Term: Int]
  /// Of ``words``, those in its headline and first sentences, sorted.
  public var leadWords: [Term]
  /// Single days that it speaks of, as days since 1970, sorted.
  public var days: [Int]
  /// The day of publication, likewise; nil where it is not known.
  public var published: Int?
  /// What it is about.
  public var meaning: Meaning
  /// Of its headline and first sentences.
  public var lead: Meaning

  public init(
    words: [Term: Int], names: [Term: Int] = [:], places: [Term: Int] = [:],
    leadWords: [Term] = [], days: [Int] = [], published: Int? = nil,
    meaning: Meaning = .none, lead: Meaning = .none
  ) {
    self.words = words
    self.names = names
    self.places = places
    self.leadWords = leadWords.sorted()
    self.days = days.sorted()
    self.published = published
    self.meaning = meaning
    self.lead = lead
  }

  private static let version = 2

  public var bytes: [UInt8] {
    var out = SketchWriter()
    out.byte(Self.version)
    for table in [words, names, places] {
      out.number(table.count)
      for (term, count) in table.sorted(by: { $0.key < $1.key }) {
        out.number(term.number)
        out.byte(min(count, 255))
      }
    }
    out.terms(leadWords)
    out.byte(min(days.count, 255))
    for day in days.prefix(255) { out.number(day) }
    out.optional(published)
    out.meaning(meaning)
    out.meaning(lead)
    return out.bytes
  }

  /// Nil for bytes of another version.
  public init?(bytes: [UInt8]) {
    var read = SketchReader(bytes)
    guard read.byte() == Self.version else { return nil }
    var tables: [[Term: Int]] = []
    for _ in 0..<3 {
      var table: [Term: Int] = [:]
      for _ in 0..<min(max(read.number(), 0), bytes.count) {
        let term = Term(number: read.number())
        table[term] = read.byte()
      }
      tables.append(table)
    }
    let leadWords = read.terms()
    let days = (0..<read.byte()).map { _ in read.number() }
    self.init(
      words: tables[0], names: tables[1], places: tables[2], leadWords: leadWords, days: days,
      published: read.optional(), meaning: read.meaning(), lead: read.meaning())
  }
}

extension ReportSketch {
  /// Every term of the report, once: what document frequencies count.
  public var terms: Set<Term> {
    Set(words.keys).union(names.keys).union(places.keys)
  }
}
