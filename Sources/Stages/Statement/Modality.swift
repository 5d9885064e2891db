/// How a clause is put forward by its holder: how sure, and in what time.
struct Modality: Hashable {
  var certainty: Certainty
  /// Nil where nothing but the tense of the verb says it.
  var timeClass: Statement.TimeClass?
  /// Tokens of the words that grade it.
  var hedges: [Int] = []
  /// Whether it is said to come from nobody in particular: *reportedly*.
  var isHearsay = false
  /// Whether it is taken for granted.
  var isPresupposed = false

  static let plain = Modality(certainty: .certain)
}
