public import QuothAnnotation

/// Words that grade how sure a holder is, from `Lexicons/certainty`.
public struct CertaintyLexicon: Sendable {
  /// What a word does to the clause it embeds; `Lexicons/certainty/SOURCE.md` says what each means.
  enum Effect: String, Sendable {
    case fact, same, not, deny, doubt, exclude, probable, possible, planned, open
  }

  /// What an adverb says of its clause.
  enum Grade: String, Sendable {
    case possible, probable, certain, doubt, hearsay, negative
  }

  public static let files = ["certainty/embedding.tsv", "certainty/adverbs.tsv"]

  /// By form, a particle behind a blank.
  private let effects: [String: Effect]
  let grades: [String: Grade]

  /// - Parameter file: the text of a file of ``files``, by name.
  /// - Throws: ``QuothAnnotation/LexiconError`` naming file and line when a line is malformed.
  public init(_ file: (String) -> [UInt8]) throws(LexiconError) {
    var effects: [String: Effect] = [:]
    for row in try LexiconRows(file, Self.files[0], fields: 3).rows {
      let effect = try row.label(Effect.self, field: 0)
      for word in row.words(field: 1) {
        for form in Inflection.forms(of: word) { effects[form] = effects[form] ?? effect }
      }
    }
    var grades: [String: Grade] = [:]
    for row in try LexiconRows(file, Self.files[1], fields: 3).rows {
      let grade = try row.label(Grade.self, field: 0)
      for word in row.words(field: 1) { grades[word] = grade }
    }
    self.effects = effects
    self.grades = grades
  }

  /// The effect of a word by its form, or by its lemma where the form is irregular, with the word behind
  /// it where they belong together: *ruled out*.
  func effect(of form: String, lemma: String, before next: String?) -> Effect? {
    if let next, let joined = effects[form + " " + next] ?? effects[lemma + " " + next] {
      return joined
    }
    return effects[form] ?? effects[lemma]
  }
}
