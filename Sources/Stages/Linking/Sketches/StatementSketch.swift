public import QuothStatement

/// What linking looks at in one statement: enough to tell whether another one says the same.
public struct StatementSketch: Sendable, Hashable {
  /// Stems of its content words, sorted, without those of times; names among them.
  public var words: [Term]
  /// Those named in it or meant by its pronouns, sorted.
  public var names: [Term]
  /// Stems of the verbs and nouns that it rests on, sorted.
  public var predicates: [Term]
  /// PLOVER's types of its events, one bit each in the order of ``QuothStatement/EventType/allCases``.
  public var types: UInt16
  /// Who does it, and to whom, sorted.
  public var actors: [Term]
  public var recipients: [Term]
  public var figures: [Figure]
  /// First and last day that it speaks of, as days since 1970; nil where open.
  public var first: Int?
  public var last: Int?
  public var place: Term?
  public var certainty: Certainty
  public var timeClass: Statement.TimeClass
  public var meaning: Meaning

  /// A number and what it counts.
  public struct Figure: Sendable, Hashable {
    public var value: Double
    public var unit: Term?

    public init(value: Double, unit: Term?) {
      self.value = value
      self.unit = unit
    }
  }

  public init(
    words: [Term], names: [Term] = [], predicates: [Term] = [], types: UInt16 = 0,
    actors: [Term] = [], recipients: [Term] = [], figures: [Figure] = [], first: Int? = nil,
    last: Int? = nil, place: Term? = nil, certainty: Certainty = .certain,
    timeClass: Statement.TimeClass = .pastFact, meaning: Meaning = .none
  ) {
    self.words = words.sorted()
    self.names = names.sorted()
    self.predicates = predicates.sorted()
    self.types = types
    self.actors = actors.sorted()
    self.recipients = recipients.sorted()
    self.figures = figures
    self.first = first
    self.last = last
    self.place = place
    self.certainty = certainty
    self.timeClass = timeClass
    self.meaning = meaning
  }
}
