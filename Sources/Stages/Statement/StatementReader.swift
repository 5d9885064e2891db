public import QuothAnnotation
import QuothReport
public import QuothSyntax
import QuothText
public import QuothTime

/// Reads the propositions of a report, what happens in them, and how they stand to each other.
///
///     StatementReader(certainty: certainty, events: events).read(sources).statements.first?.certainty.code     // "CT+"
///
/// Pure: the same sources give the same answer.
public struct StatementReader: Sendable {
  private let certainty: CertaintyLexicon
  private let events: EventLexicon

  public init(certainty: CertaintyLexicon, events: EventLexicon) {
    self.certainty = certainty
    self.events = events
  }

  /// What was read of a report before: its words and trees, who says what, who is who, when and where.
  public struct Sources: Sendable {
    public var words: Words
    public var syntax: Syntax
    public var attributions: [Attribution]
    public var entities: [Entity]
    public var times: [TimeExpression]
    /// Mentions of places, each with the number of its place.
    public var places: [PlaceMention]
    /// Certainty of the happening at each token by the head of certainty, -3 to 3.
    public var certainty: [Float?]
    /// What may be an event by the head of events.
    public var events: [FoundEvent]
    /// Day of publication.
    public var published: CalendarDay?

    public init(
      words: Words, syntax: Syntax, attributions: [Attribution], entities: [Entity],
      times: [TimeExpression], places: [PlaceMention], certainty: [Float?], events: [FoundEvent],
      published: CalendarDay?
    ) {
      self.words = words
      self.syntax = syntax
      self.attributions = attributions
      self.entities = entities
      self.times = times
      self.places = places
      self.certainty = certainty
      self.events = events
      self.published = published
    }

    /// Where a place is named.
    public struct PlaceMention: Sendable, Hashable {
      public var tokens: Range<Int>
      public var place: Int

      public init(tokens: Range<Int>, place: Int) {
        self.tokens = tokens
        self.place = place
      }
    }
  }

  /// All that statements add to a report.
  public struct Found: Sendable {
    public var statements: [Statement]
    public var events: [Event]
    public var relations: [StatementRelation]
    /// The entities given, and those that take part in an event without being one of them.
    public var entities: [Entity]
  }

  /// - Complexity: O(n · d) in tokens and the depth of trees, and O(s²) in statements for relations.
  public func read(_ sources: Sources) -> Found {
    var builder = StatementBuilder(sources, certainty: certainty, events: events)
    builder.readClauses()
    builder.readNominalContents()
    builder.readPresupposed()
    builder.readActsOfSaying()
    var found = builder.finished()
    found.relations = RelationReader(
      sources: sources, tree: builder.tree, found: found, origins: builder.order
    ).relations()
    return found
  }
}

/// What the head of events says of a word.
public struct FoundEvent: Sendable, Hashable {
  public var trigger: Int
  /// The likeliest.
  public var type: EventType
  /// Head words of the parties, where it finds any.
  public var actor: Int?
  public var recipient: Int?
  /// Probability of each type.
  public var shares: [EventType: Double]
  /// Probability of being an event.
  public var confidence: Double

  public init(
    trigger: Int, type: EventType, actor: Int?, recipient: Int?, shares: [EventType: Double],
    confidence: Double
  ) {
    self.trigger = trigger
    self.type = type
    self.shares = shares
    self.actor = actor
    self.recipient = recipient
    self.confidence = confidence
  }
}
