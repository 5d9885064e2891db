import QuothReport
import QuothStatement
import QuothSyntax
import QuothText

extension Sample {
  /// *They fear the cat might not bite*, with its tree.
  static var bitten: Sample {
    var sample = Sample([(.body, "They fear the cat might not bite.")])
    sample.parse([
      ("They", .pronoun, "PRP", "they", 1, .nsubj), ("fear", .verb, "VBP", "fear", nil, .root),
      ("the", .determiner, "DT", "the", 3, .det), ("cat", .noun, "NN", "cat", 6, .nsubj),
      ("might", .auxiliary, "MD", "might", 6, .aux), ("not", .particle, "RB", "not", 6, .advmod),
      ("bite", .verb, "VB", "bite", 1, .ccomp), (".", .punctuation, ".", ".", 1, .punct),
    ])
    sample.state(
      [sample.span("the cat might not bite")], Certainty(.possible, isNegative: true),
      hedges: [sample.span("might")], timeClass: .planned)
    return sample
  }

  /// *The envoy's cat didn't bite* in two lines, with its tree.
  static var contracted: Sample {
    var sample = Sample([
      (.headline, "Cat bites"), (.credit, "By Bo Elm"), (.body, "The envoy’s cat\ndidn’t bite."),
    ])
    sample.parse(
      [
        ("Cat", .noun, "NN", "cat", 1, .nsubj), ("bites", .verb, "VBZ", "bite", nil, .root),
      ] + Array(repeating: nil, count: 3) + [
        ("The", .determiner, "DT", "the", 6, .det), ("envoy", .noun, "NN", "envoy", 8, .nmod),
        ("’s", .particle, "POS", "’s", 6, .case), ("cat", .noun, "NN", "cat", 11, .nsubj),
        ("did", .auxiliary, "VBD", "do", 11, .aux), ("n’t", .particle, "RB", "not", 11, .advmod),
        ("bite", .verb, "VB", "bite", nil, .root), (".", .punctuation, ".", ".", 11, .punct),
      ])
    return sample
  }

  typealias Parsed = (
    form: String, part: PartOfSpeech, tag: String, lemma: String, head: Int?, relation: Relation
  )

  /// - Precondition: one element a token, nil for tokens that are not parsed, heads counted from 0.
  mutating func parse(_ words: [Parsed?]) {
    precondition(words.count == reading.text.tokens.count)
    reading.syntax = Syntax(
      words: words.map { word in
        word.map {
          Word(
            part: $0.part, tag: $0.tag, features: "_", lemma: $0.lemma, head: $0.head,
            relation: $0.relation)
        }
      }, names: [])
  }
}
