public import QuothAnnotation
public import QuothReport

/// A proper name in a report, and what it names as far as whoever found it can tell.
///
/// What ``EntityReader`` finds by rules it also takes from elsewhere: a head of the model that reads names gives
/// values of this type.
public struct NameMention: Sendable, Hashable {
  public var span: Span
  /// `nil` when it may be anything.
  public var type: Entity.Kind?

  public init(span: Span, type: Entity.Kind? = nil) {
    self.span = span
    self.type = type
  }
}

/// Two passages that speak of the same, as a reader of coreference tells.
public struct SameReference: Sendable, Hashable {
  public var mention: Span
  public var antecedent: Span
  /// What the mention is, where it was not yet listed.
  public var kind: Entity.Mention.Kind

  public init(mention: Span, antecedent: Span, kind: Entity.Mention.Kind) {
    self.mention = mention
    self.antecedent = antecedent
    self.kind = kind
  }
}
