public import QuothReport
public import QuothTime

/// Who said what, and by which words: one attribution of the report (PARC, PolNeAR).
///
/// Every span slices to words of the report. `source` is empty when the text names nobody;
/// `cue` is empty for a quotation that runs on from the attribution before it. `content` has at
/// least one span, without leading "that" and without edge punctuation other than quotation marks.
public struct Attribution: Identifiable, Sendable, Hashable {
  /// Position in the report's list of attributions; written `a1`, `a2`, … in JSON.
  public var id: Int
  public var source: [Span]
  public var cue: [Span]
  public var content: [Span]
  public var kind: Kind
  public var act: Act
  public var sourceType: SourceType
  public var sourceEntities: [Entity.ID]
  /// The attribution whose content this one stands in.
  public var parent: Attribution.ID?
  public var addressee: [Entity.ID]
  /// Where or by what channel it was said: "in a statement", "on Telegram".
  public var venue: [Span]
  public var saidWhen: Time?
  /// What the report says limits the saying: "without elaborating", "confirmed only".
  public var caveats: [Span]
  /// Calibrated probability, 0 to 1, that source and content are right.
  public var confidence: Double

  public init(
    id: Int, source: [Span], cue: [Span], content: [Span], kind: Kind, act: Act = .other,
    sourceType: SourceType = .none, sourceEntities: [Entity.ID] = [],
    parent: Attribution.ID? = nil, addressee: [Entity.ID] = [], venue: [Span] = [],
    saidWhen: Time? = nil, caveats: [Span] = [], confidence: Double
  ) {
    self.id = id
    self.source = source
    self.cue = cue
    self.content = content
    self.kind = kind
    self.act = act
    self.sourceType = sourceType
    self.sourceEntities = sourceEntities
    self.parent = parent
    self.addressee = addressee
    self.venue = venue
    self.saidWhen = saidWhen
    self.caveats = caveats
    self.confidence = confidence
  }

  /// How much of the content stands within quotation marks.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// At least 90 % of its words.
    case direct
    /// None of its words.
    case indirect
    case mixed
  }

  /// What the source does by saying it.
  public enum Act: String, Sendable, Hashable, CaseIterable {
    case state, report, confirm, deny, accuse, urge, assess, speculate, expect, promise, warn, ask,
      believe, intend, hope, fear, agree, doubt, decline, other
  }

  public enum SourceType: String, Sendable, Hashable, CaseIterable {
    case namedPerson = "named_person"
    case unnamedPerson = "unnamed_person"
    case organisation, state
    case unnamedCollective = "unnamed_collective"
    case media, none

    public var isUnnamed: Bool { self == .unnamedPerson || self == .unnamedCollective }
  }
}
