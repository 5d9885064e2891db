public import QuothReport

/// Words of a report that name a place, or an adjective made from one.
public struct PlaceMention: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case name
    /// *Norwegian*, *European*.
    case adjective
    /// *Ill.*, *TX*: a division, after a place in it.
    case abbreviation
    /// A river, lake or mountain known by its last or first word alone: *Marrow Creek*.
    case feature
    /// The name of what acts as a state, which no small town of that name can be.
    case state
  }

  public var span: Span
  /// The words that are looked up; they may stand apart: *Ash* of *Ash and Birch counties* is
  /// looked up as *Ash County*.
  public var name: String
  public var kind: Kind
  /// Whether it is the place of the dateline, which says where the report was written.
  public var isDateline: Bool
  /// How surely the words name a place at all, judged by what stands around them: a sum of weights
  /// that ``PlaceFinder`` gives, where 0 is as likely as not.
  public var evidence: Double
  /// The index of the mention that this one is said to lie in: of *Saltport, Norland* that of
  /// *Norland*.
  public var container: Int?

  /// The evidence of what is known to be a place.
  public static let sure = 10.0

  public init(
    span: Span, name: String, kind: Kind = .name, isDateline: Bool = false,
    evidence: Double = Self.sure, container: Int? = nil
  ) {
    self.span = span
    self.name = name
    self.kind = kind
    self.isDateline = isDateline
    self.evidence = evidence
    self.container = container
  }
}

/// A name that something else, such as a head of the encoder, found in a report.
public struct TypedName: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case person, organisation, state, place, other }

  public var span: Span
  public var kind: Kind

  public init(span: Span, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}
