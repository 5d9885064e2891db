import QuothAnnotation
import QuothSyntax

/// A noun phrase or pronoun of a report, with what its words show of who or what is meant.
struct Phrase: Hashable {
  /// The token that it is known by.
  var head: Int
  /// Maximal, without apposition, clause and what "and" joins to it.
  var tokens: Range<Int>
  var form: Form
  /// By its noun, or by the pronoun; `nil` when that says nothing.
  var type: Entity.Kind?
  var isPlural: Bool
  var gender: Entity.Gender?
  /// Lemma of the noun, in lower case.
  var noun: String
  /// Words before the noun that tell it from others: *energy* of *the energy ministry*.
  var modifiers: Set<String>
  /// Head token of the possessor: *Norland* of *Norland's army* and of *the army of Norland*.
  var owner: Int?
  var isSubject: Bool
  /// The predicate or noun that it depends on.
  var governor: Int?
  var sentence: Int

  enum Form: Hashable {
    /// *the nurses*, *this ship*, *her brother*
    case definite
    /// *a nurse*, *nurses*, *two ships*
    case indefinite
    case pronoun(Pronoun)
  }

  enum Pronoun: Hashable {
    /// *I* and *we*
    case speaker, speakers
    case he, she, it, they
    /// *each other*
    case mutual
  }

  var pronoun: Pronoun? {
    guard case .pronoun(let pronoun) = form else { return nil }
    return pronoun
  }

  var kind: Entity.Mention.Kind { pronoun == nil ? .nominal : .pronoun }
}
