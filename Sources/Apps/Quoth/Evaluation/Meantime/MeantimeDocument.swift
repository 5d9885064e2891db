import QuothReport

/// One report of MEANTIME with the gold that is scored.
///
/// Events, times and participants are marked in the headline and the first sentences, up to
/// ``lastSentence``; what is found after them is not scored.
/// Source: Minard et al. 2016, "MEANTIME, the NewsReader Multilingual Event and Time Corpus".
struct MeantimeDocument: Sendable {
  struct Event: Sendable {
    var tokens: TokenSet
    /// `CERTAIN`, `PROBABLE`, `POSSIBLE` or `UNDERSPECIFIED`; nil where it is not marked.
    var certainty: String?
    /// `POS`, `NEG` or `UNDERSPECIFIED`; nil where it is not marked.
    var polarity: String?
    var participants: [Participant] = []
  }

  struct Participant: Sendable, Hashable {
    var tokens: TokenSet
    var role: MeantimeEvaluation.Role
  }

  struct TimeExpression: Sendable {
    var tokens: TokenSet
    var value: String
  }

  /// The last one that is annotated; 0 is the headline, 1 the line of the date.
  static let lastSentence = 5

  let id: String
  let text: TokenizedText
  /// The day of publication.
  let published: String?
  private(set) var events: [Event] = []
  private(set) var times: [TimeExpression] = []
  /// Mentions of one entity each.
  private(set) var entities: [[TokenSet]] = []
  /// The tokens of the sentences that are annotated.
  let scope: Range<Int>

  /// - Complexity: O(n) in bytes.
  init(xml: String) {
    let document = CATDocument(xml: xml)
    id = document.name
    var text = TokenizedText()
    var start = 0
    while start < document.tokens.count {
      let sentence = document.tokens[start].sentence
      let words = document.tokens[start...].prefix { $0.sentence == sentence }
      text.append(sentence: words.map(\.word))
      start += words.count
    }
    self.text = text
    scope = 0..<document.tokens.prefix { $0.sentence <= Self.lastSentence }.count
    published =
      document.order.lazy.compactMap { document.markables[$0] }
      .first { $0.attributes["functionInDocument"] == "CREATION_TIME" }?.attributes["value"]
    times = document.marked("TIMEX3").map { _, markable in
      TimeExpression(
        tokens: TokenSet(markable.tokens), value: markable.attributes["value"] ?? "")
    }
    readEvents(document)
    readEntities(document)
  }

  private mutating func readEvents(_ document: CATDocument) {
    let marked = document.marked("EVENT_MENTION")
    var places: [String: Int] = [:]
    for (id, markable) in marked {
      places[id] = events.count
      events.append(
        Event(
          tokens: TokenSet(markable.tokens), certainty: Self.stated("certainty", of: markable),
          polarity: Self.stated("polarity", of: markable)))
    }
    for relation in document.relations where relation.kind == "HAS_PARTICIPANT" {
      guard let source = relation.sources.first, let event = places[source],
        let mention = document.markables[relation.target], !mention.tokens.isEmpty,
        let role = MeantimeEvaluation.Role(semanticRole: relation.attributes["sem_role"] ?? "")
      else { continue }
      events[event].participants.append(
        Participant(tokens: TokenSet(mention.tokens), role: role))
    }
  }

  private mutating func readEntities(_ document: CATDocument) {
    var mentions: [String: [TokenSet]] = [:]
    var order: [String] = []
    for relation in document.relations
    where relation.kind == "REFERS_TO" && document.markables[relation.target]?.kind == "ENTITY" {
      if mentions[relation.target] == nil { order.append(relation.target) }
      mentions[relation.target, default: []] += relation.sources.compactMap { source in
        document.markables[source].flatMap { $0.tokens.isEmpty ? nil : TokenSet($0.tokens) }
      }
    }
    entities = order.compactMap { mentions[$0] }
  }

  private static func stated(_ name: String, of markable: CATDocument.Markable) -> String? {
    markable.attributes[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Each sentence a block, the first one the headline, published on the day it states.
  var article: MeasuredArticle {
    MeasuredArticle(
      id: id, text: text.text, blocks: text.blocks { $0 == 0 }, published: published)
  }

  /// The tokens of the annotated part that a span touches; nil when there are none.
  func tokens(_ span: Span) -> TokenSet? {
    guard let range = GoldTokens(text.tokens)[span], range.overlaps(scope) else { return nil }
    return TokenSet(range.clamped(to: scope))
  }
}
