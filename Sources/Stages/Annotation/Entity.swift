public import QuothReport

/// Somebody or something the report speaks of, with all that the report says of who it is.
///
/// `country` and `link` are what a lexicon knows of it, and `nil` unless that is sure; the rest is read from the
/// report alone.
public struct Entity: Identifiable, Sendable, Hashable {
  /// Position in the report's list of entities; written `e1`, `e2`, … in JSON.
  public var id: Int
  /// The fullest name that the report gives, or the words of an unnamed source.
  public var name: String
  public var type: Kind
  /// In text order.
  public var mentions: [Mention]
  /// Offices and callings as stated, in text order.
  public var roles: [Role]
  /// The state it belongs to, ISO 3166-1 alpha-3.
  public var country: String?
  /// Only where an honorific, a word such as "spokeswoman" or a pronoun shows it.
  public var gender: Gender?
  /// Its id in `Lexicons/actors`, such as `state:DEU`.
  public var link: String?
  /// Those whom a group is known to hold: of *the two countries* the countries, of a *we* the speaker.
  public var members: [Entity.ID]

  public init(
    id: Int, name: String, type: Kind, mentions: [Mention], roles: [Role] = [],
    country: String? = nil, gender: Gender? = nil, link: String? = nil,
    members: [Entity.ID] = []
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.mentions = mentions
    self.roles = roles
    self.country = country
    self.gender = gender
    self.link = link
    self.members = members
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, organisation, state, place, group, product, other
  }

  public enum Gender: String, Sendable, Hashable {
    case female, male
  }

  public struct Mention: Sendable, Hashable {
    public var span: Span
    public var kind: Kind
    /// Whether a city, a house or a street stands for a state: *Madrid said*.
    public var isMetonym: Bool
    /// Whether the name is written otherwise than before and taken for a slip: *Ryes* after *Rey*.
    public var isMisspelt: Bool

    public init(span: Span, kind: Kind, isMetonym: Bool = false, isMisspelt: Bool = false) {
      self.span = span
      self.kind = kind
      self.isMetonym = isMetonym
      self.isMisspelt = isMisspelt
    }

    public enum Kind: String, Sendable, Hashable {
      case name, nominal, pronoun, adjective
    }
  }

  /// An office or calling, in the words of the report: *deputy minister*, *former president*.
  public struct Role: Sendable, Hashable {
    /// From the first word of the role to its noun, "former" and "acting" included.
    public var span: Span
    /// The state or body it belongs to: *Norland's foreign minister*, *a fellow with the Harbour Institute*.
    public var of: Entity.ID?
    public var standing: Standing

    public init(span: Span, of: Entity.ID? = nil, standing: Standing = .current) {
      self.span = span
      self.of = of
      self.standing = standing
    }

    /// How the report says the role is held.
    public enum Standing: String, Sendable, Hashable {
      case current
      /// *former*, *ex-*, *then-*, *late*
      case former
      /// *acting*, *interim*, *caretaker*
      case acting
      /// *president-elect*, *incoming*
      case designate
    }
  }
}
