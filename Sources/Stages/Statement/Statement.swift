public import QuothAnnotation
public import QuothReport
public import QuothTime

/// One proposition of a report, in the reporter's own voice or within an attribution.
///
/// Every span slices to words of the report. Never a guess at truth: ``certainty`` is how sure the
/// holder is, ``confidence`` how sure we are of having read it right.
public struct Statement: Identifiable, Sendable, Hashable {
  /// Position in the report's list of statements; written `t1`, `t2`, … in JSON.
  public var id: Int
  /// Its words, in text order; a subject it shares with a clause before is a span of its own.
  public var spans: [Span]
  /// Its words with those of the clauses that hang on it, as one would quote it.
  public var wording: [Span]
  /// The statement in whose wording it is told: of a relative clause or a reason that of the clause around it, of
  /// *I think* that of what is thought.
  public var host: Statement.ID?
  /// Whether its wording begins with a phrase that a verb of saying takes, not with a clause: *praised her work*.
  public var isPhrase: Bool
  /// The innermost attribution whose content it stands in.
  public var attribution: Attribution.ID?
  public var holder: Holder
  /// From the reporter inwards, one link a layer of attributions, the last one being the holder.
  public var chain: [Holder]
  public var certainty: Certainty
  /// ``Certainty/uncommitted`` within an attribution unless the reporter takes it over.
  public var reporterCertainty: Certainty
  /// The words that make it less than certain, or more.
  public var hedges: [Span]
  public var timeClass: TimeClass
  public var time: Time?
  /// Place as an index into the report's places.
  public var place: Int?
  public var events: [Event.ID]
  public var entities: [Entity.ID]
  /// Whether the report takes it for granted, in a noun phrase: *Sudland's invasion of 2031*.
  public var isPresupposed: Bool
  public var confidence: Double

  package init(
    id: Int, spans: [Span], wording: [Span], host: Statement.ID?, isPhrase: Bool,
    attribution: Attribution.ID?, holder: Holder, chain: [Holder], certainty: Certainty,
    reporterCertainty: Certainty, hedges: [Span], timeClass: TimeClass, time: Time? = nil,
    place: Int? = nil, events: [Event.ID], entities: [Entity.ID], isPresupposed: Bool,
    confidence: Double
  ) {
    self.id = id
    self.spans = spans
    self.wording = wording
    self.host = host
    self.isPhrase = isPhrase
    self.attribution = attribution
    self.holder = holder
    self.chain = chain
    self.certainty = certainty
    self.reporterCertainty = reporterCertainty
    self.hedges = hedges
    self.timeClass = timeClass
    self.time = time
    self.place = place
    self.events = events
    self.entities = entities
    self.isPresupposed = isPresupposed
    self.confidence = confidence
  }

  /// Who holds it to be so.
  public enum Holder: Sendable, Hashable {
    case reporter
    case entities([Entity.ID])
    /// The text names nobody: *is believed to*.
    case nobody
  }

  /// When what it tells is, as told.
  public enum TimeClass: String, Sendable, Hashable, CaseIterable {
    case pastFact = "past_fact"
    case ongoing, planned, hypothetical, normative

    /// Whether it is told as a fact.
    public var isOfFacts: Bool { self == .pastFact || self == .ongoing }
  }
}
