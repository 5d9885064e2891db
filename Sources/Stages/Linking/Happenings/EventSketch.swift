/// What linking looks at in one mention of an event: enough to tell whether another one means the same happening.
///
/// What it shares with the other events of its sentence stands in ``SentenceSketch``, once.
public struct EventSketch: Sendable, Hashable {
  /// The stem of its trigger, in letters, so that *shooting* and *shooter* can be seen to be kin.
  public var stem: String
  public var lemma: Term
  public var isVerb: Bool
  /// PLOVER's types, one bit each in the order of ``QuothStatement/EventType/allCases``.
  public var types: UInt16
  /// Those that take part, and the nouns beside it, sorted.
  public var parties: [Term]
  /// Its place in ``EventSketches/sentences``.
  public var sentence: Int
  /// What its trigger means where it stands.
  public var meaning: Meaning

  public init(
    stem: String, lemma: Term, isVerb: Bool = true, types: UInt16 = 0, parties: [Term] = [],
    sentence: Int, meaning: Meaning = .none
  ) {
    self.stem = stem
    self.lemma = lemma
    self.isVerb = isVerb
    self.types = types
    self.parties = parties.sorted()
    self.sentence = sentence
    self.meaning = meaning
  }

  /// Whether both have the same word for it, inflected or not.
  func hasWord(of other: EventSketch) -> Bool { lemma == other.lemma || stem == other.stem }

  /// The share of the longer stem that both begin with; 0 for less than three letters.
  func kinship(with other: EventSketch) -> Double {
    let shared = zip(stem.utf8, other.stem.utf8).prefix { $0 == $1 }.count
    return shared < 3 ? 0 : Double(shared) / Double(max(stem.utf8.count, other.stem.utf8.count))
  }
}

/// What linking looks at in a sentence that tells of events.
public struct SentenceSketch: Sendable, Hashable {
  /// Stems of its content words, sorted.
  public var words: [Term]
  /// Those whom it names or means, sorted.
  public var names: [Term]
  /// The numbers it gives, sorted.
  public var numbers: [Term]
  /// The times it names, sorted, as TIMEX3 writes them.
  public var times: [Term]
  public var meaning: Meaning

  public init(
    words: [Term], names: [Term] = [], numbers: [Term] = [], times: [Term] = [],
    meaning: Meaning = .none
  ) {
    self.words = words.sorted()
    self.names = names.sorted()
    self.numbers = numbers.sorted()
    self.times = times.sorted()
    self.meaning = meaning
  }
}

/// The events of one report.
public struct EventSketches: Sendable, Hashable {
  /// The sentences that tell of them.
  public var sentences: [SentenceSketch]
  /// One an event, in the order of the report's events.
  public var events: [EventSketch]

  /// - Precondition: every event stands in one of the sentences.
  public init(sentences: [SentenceSketch], events: [EventSketch]) {
    precondition(
      events.allSatisfy { sentences.indices.contains($0.sentence) }, "an event without a sentence")
    self.sentences = sentences
    self.events = events
  }

  private static let version = 1

  /// About 500 bytes a sentence and as many an event.
  public var bytes: [UInt8] {
    var out = SketchWriter()
    out.byte(Self.version)
    out.number(sentences.count)
    for sentence in sentences {
      for terms in [sentence.words, sentence.names, sentence.numbers, sentence.times] {
        out.terms(terms)
      }
      out.meaning(sentence.meaning)
    }
    out.number(events.count)
    for event in events {
      out.text(event.stem)
      out.number(event.lemma.number)
      out.byte(event.isVerb ? 1 : 0)
      out.number(Int(event.types))
      out.terms(event.parties)
      out.number(event.sentence)
      out.meaning(event.meaning)
    }
    return out.bytes
  }

  /// Nil for bytes of another version, and for those that are cut off.
  public init?(bytes: [UInt8]) {
    var read = SketchReader(bytes)
    guard read.byte() == Self.version else { return nil }
    sentences = (0..<min(max(read.number(), 0), bytes.count)).map { _ in
      SentenceSketch(
        words: read.terms(), names: read.terms(), numbers: read.terms(), times: read.terms(),
        meaning: read.meaning())
    }
    events = (0..<min(max(read.number(), 0), bytes.count)).map { _ in
      EventSketch(
        stem: read.text(), lemma: Term(number: read.number()), isVerb: read.byte() == 1,
        types: UInt16(truncatingIfNeeded: read.number()), parties: read.terms(),
        sentence: read.number(), meaning: read.meaning())
    }
    guard events.allSatisfy({ sentences.indices.contains($0.sentence) }) else { return nil }
  }
}
