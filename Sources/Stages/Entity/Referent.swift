import QuothAnnotation

/// Who or what several names, phrases and pronouns speak of, in the making.
struct Referent {
  /// The group of its names or of the source it is; `nil` for phrases only.
  var group: Int?
  var type: Entity.Kind?
  var isNamed = false
  var isPlural = false
  var genders: Set<Entity.Gender> = []
  /// Nouns that the report has called it by: *committee*, *general*.
  var nouns: Set<String> = []
  /// What stood before those nouns and in its names.
  var modifiers: Set<String> = []
  /// The referent that it belongs to.
  var owner: Int?
  /// Of *Nurses and porters* both, of *the two countries* the countries.
  var members: [Int] = []
  /// Indices of its phrases.
  var phrases: [Int] = []
  var count = 0
  var last: Place?

  /// Where it was last spoken of.
  struct Place {
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var governor: Int?
  }

  /// Whether its kind lets it be the one that another kind names, *the town* the place and *the hospital* the
  /// organisation; what says nothing goes with all but a person.
  func mayBe(_ kind: Entity.Kind?) -> Bool {
    guard let type, let kind else { return (type ?? kind) != .person }
    if type == kind { return true }
    let kinds: Set<Entity.Kind> = [type, kind]
    return kinds == [.state, .place] || kinds == [.organisation, .place]
      || kinds == [.organisation, .group] || kinds == [.other, .product]
  }
}
