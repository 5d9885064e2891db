import QuothAnnotation
import QuothSyntax

/// Words around names: of offices, callings and honorifics, and of motion and place.
struct RoleWords: Sendable {
  private var sets: [Kind: Set<String>] = [:]

  enum Kind: String, Sendable, CaseIterable {
    /// Nouns of offices of a state: *minister*.
    case office
    /// Nouns of other roles that are not among the sources of attribution: *fellow*.
    case role
    /// What stands before such a noun and belongs to it: *deputy*, *foreign*.
    case modifier
    case former, acting, designate
    /// Honorifics and nouns that tell the gender.
    case male, female
    /// Prepositions behind which a state is a place: *in Norland*.
    case place
    /// Words of motion, behind which *to Norland* is a place.
    case motion
    /// Verbs whose object is a place: *entered Norland*.
    case entering
    /// Verbs before which a capital stands for its state: *Madrid denied*.
    case standing
    /// Nouns for what a capital has when it stands for its state: *Madrid's decision*.
    case possession
    /// Nouns before "of" that make a place: *the coast of Norland*.
    case direction
    /// Verbs that stand before others.
    case aux
    /// What stands before names and is no role.
    case honorific
  }

  init(_ rows: LexiconRows) throws(LexiconError) {
    for row in rows.rows {
      let kind = try row.label(Kind.self, field: 0)
      sets[kind, default: []].formUnion(row.fields[1].split(separator: " ").map(String.init))
    }
  }

  /// What an honorific or a noun tells: *Mrs*, *brother*.
  func gender(_ word: String) -> Entity.Gender? {
    if contains(word, .male) { return .male }
    return contains(word, .female) ? .female : nil
  }

  func contains(_ word: String, _ kind: Kind) -> Bool { sets[kind]?.contains(word) ?? false }
}
