/// A state, a body, a news agency or an outlet of `Lexicons/actors`.
public struct Actor: Identifiable, Sendable, Hashable {
  /// Stable, such as `state:DEU`, `body:un`, `agency:reuters`.
  public var id: String
  /// The name it is listed by.
  public var name: String
  public var kind: Kind
  /// The state that it is, belongs to or sits in, ISO 3166-1 alpha-3; `nil` for a body of several states.
  public var country: String?

  public enum Kind: String, Sendable, Hashable {
    case state, body, agency, media
  }

  /// What a name says of the actor that it names.
  public struct Sense: Sendable, Hashable {
    public var actor: Actor
    public var form: Form
    /// Whether the name is written in capitals only, *WHO*, so that other spellings are other words.
    var isCapitals: Bool
  }

  public enum Form: String, Sendable, Hashable {
    case name, official
    /// A name that it had, or the name of a state that is no more.
    case former
    /// *Spanish*
    case adjective
    /// *Spaniards*
    case demonym
    /// *Madrid*
    case capital
    /// A house or a street: *the Kremlin*.
    case seat
  }
}
