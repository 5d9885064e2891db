import QuothAnnotation
import QuothLinking
import QuothReport
public import QuothStatement
public import QuothSyntax
import QuothText

/// One article of a corpus as it was read: what the heads of the model say, and the record made of it.
///
/// The states of the encoder are not kept, so that the readings of whole corpora fit into memory.
public struct MeasuredReading: Sendable {
  public let words: Words
  public let syntax: Syntax
  /// What the head of coreference finds.
  public let chains: [CoreferenceReader.Chain]
  /// What the head of certainty says of each token, -3 to 3.
  public let certainty: [Float?]
  /// What the head of events finds.
  public let events: [FoundEvent]
  /// The record.
  public let reading: Reading
  /// What linking looks at, where happenings are asked for.
  let happenings: MeasuredHappenings?

  /// - Throws: ``QuothError`` when the model fails.
  public init(_ article: MeasuredArticle, by reader: Reader) throws(QuothError) {
    let heads = try reader.heads(Words(Text(article.report)))
    words = heads.encoding.words
    syntax = heads.syntax
    chains = heads.chains
    certainty = heads.certainty
    events = heads.events.filter { $0.confidence > 0.5 }
    reading = try reader.read(heads)
    happenings = try reader.happenings(article.happenings, heads, reading)
  }

  init(
    words: Words, syntax: Syntax, chains: [CoreferenceReader.Chain] = [], certainty: [Float?],
    events: [FoundEvent] = [], reading: Reading
  ) {
    self.words = words
    self.syntax = syntax
    self.chains = chains
    self.certainty = certainty
    self.events = events
    self.reading = reading
    happenings = nil
  }

  func span(ofToken token: Int) -> Span { words.text.tokens[token].span }

  /// The head word of a mention: the first that depends on a word outside it.
  func head(ofMention mention: Span) -> Span {
    let tokens = words.text.tokens(overlapping: mention)
    let head = tokens.first { token in
      guard let word = syntax.words[token] else { return false }
      return word.head.map { !tokens.contains($0) } ?? true
    }
    return head.map(span) ?? mention
  }

  /// The head words of entities, each of the mention that stands nearest to a trigger in its sentence;
  /// entities that are not mentioned there have none.
  func heads(ofEntities entities: [Int], beside trigger: Span) -> [Span] {
    guard let number = words.text.sentences(overlapping: trigger).first else { return [] }
    let sentence = words.text.sentences[number].span
    return entities.compactMap { entity in
      reading.entities[entity].mentions.lazy.map(\.span).filter(sentence.overlaps)
        .min { $0.distance(to: trigger) < $1.distance(to: trigger) }
        .map(head(ofMention:))
    }
  }
}

extension Span {
  /// Bytes between two spans; 0 where they meet.
  fileprivate func distance(to other: Span) -> Int {
    max(0, start - other.end, other.start - end)
  }
}
