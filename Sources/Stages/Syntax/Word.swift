/// What the parser says of one token.
public struct Word: Sendable, Hashable {
  public var part: PartOfSpeech
  /// English tag of the Penn Treebank, such as `VBD`.
  public var tag: String
  /// Morphological features as CoNLL-U writes them, such as `Number=Sing`; `_` for none.
  public var features: String
  public var lemma: String
  /// The token it depends on; nil for the root of a sentence.
  public var head: Int?
  public var relation: Relation
  /// Subtype of the relation, such as `pass` of `nsubj:pass`.
  public var subtype: String?

  public init(
    part: PartOfSpeech, tag: String, features: String, lemma: String, head: Int?,
    relation: Relation, subtype: String? = nil
  ) {
    self.part = part
    self.tag = tag
    self.features = features
    self.lemma = lemma
    self.head = head
    self.relation = relation
    self.subtype = subtype
  }

  /// The relation with its subtype, such as `nsubj:pass`.
  public var label: String { subtype.map { relation.rawValue + ":" + $0 } ?? relation.rawValue }
}
