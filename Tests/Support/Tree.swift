public import QuothSyntax

/// Trees written by hand: a line for each token with word, part of speech or tag, relation and head.
///
///     Tree("Rey NNP nsubj 2\nslept VBD root 0").words
///
/// Heads count from 1 within their sentence, 0 is the root; an empty line ends a sentence. Lemmas that do not come last
/// are the words in lower case, of plurals without their last letter.
public struct Tree: Sendable {
  /// One a token.
  public let words: [Word]
  /// The tokens as written.
  public let forms: [String]

  public init(_ lines: String) {
    var words: [Word] = []
    var forms: [String] = []
    var start = 0
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: " ").map(String.init)
      guard (4...5).contains(fields.count), let head = Int(fields[3]) else {
        start = words.count
        continue
      }
      let relation = fields[2].split(separator: ":").map(String.init)
      let tag = fields[1]
      let lower = fields[0].lowercased()
      forms.append(fields[0])
      words.append(
        Word(
          part: Self.parts[tag] ?? .other, tag: tag, features: "_",
          lemma: fields.count > 4 ? fields[4] : tag == "NNS" ? String(lower.dropLast()) : lower,
          head: head == 0 ? nil : start + head - 1,
          relation: Relation(rawValue: relation[0]) ?? .dep,
          subtype: relation.count > 1 ? relation[1] : nil))
    }
    self.words = words
    self.forms = forms
  }

  private static let parts: [String: PartOfSpeech] = [
    "NN": .noun, "NNS": .noun, "NNP": .properNoun, "PRP": .pronoun, "PRP$": .pronoun,
    "WP": .pronoun,
    "DT": .determiner, "JJ": .adjective, "CD": .number, "VBD": .verb, "VBZ": .verb, "VBP": .verb,
    "VBN": .verb, "VBG": .verb, "VB": .verb, "MD": .auxiliary, "IN": .adposition, "POS": .particle,
    "TO": .particle, "CC": .coordinator, "RB": .adverb, ".": .punctuation, ",": .punctuation,
  ]
}
