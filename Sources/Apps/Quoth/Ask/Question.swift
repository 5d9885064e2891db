public import QuothLinking
import QuothReport
import QuothStatement
public import QuothSyntax
import QuothText

/// What somebody wants to know of reports: words to look for, what kind of answer, and its meaning.
public struct Question: Sendable {
  /// What an answer has to have.
  public enum Focus: Sendable, Hashable {
    case holder, time, place, number
  }

  /// Lemma and stem of each word that carries meaning.
  let words: [(lemma: String, stem: String)]
  /// Those of ``words`` that name something, by their stems.
  let names: Set<String>
  let focus: Focus?
  let meaning: Meaning

  /// - Parameters:
  ///   - words: The question as a text of its own.
  ///   - syntax: Its grammar.
  ///   - meaning: What it means.
  public init(_ words: Words, syntax: Syntax, meaning: Meaning) {
    focus = Self.focus(words.lower)
    self.meaning = meaning
    names = Set(
      words.lower.enumerated().filter { syntax.words[$0.offset]?.part == .properNoun }
        .map { WordStem($0.element).text })
    self.words = words.lower.enumerated().compactMap { token, form in
      guard let word = syntax.words[token], Self.carriesMeaning(word, form) else { return nil }
      return (word.lemma.lowercased(), WordStem(form).text)
    }
  }

  private static func focus(_ forms: [String]) -> Focus? {
    for (position, form) in forms.enumerated() {
      switch form {
      case "who", "whom", "whose": return .holder
      case "when": return .time
      case "where": return .place
      case "how" where ["many", "much"].contains(forms.dropFirst(position + 1).first):
        return .number
      default: continue
      }
    }
    return nil
  }

  static func carriesMeaning(_ word: Word, _ form: String) -> Bool {
    switch word.part {
    case .noun, .properNoun, .verb, .adjective, .number, .adverb, .other:
      !empty.contains(form) && !empty.contains(word.lemma.lowercased())
    default: false
    }
  }

  /// Words that every report has or that only ask.
  private static let empty: Set<String> = [
    "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "many", "much", "be",
    "do", "have", "say", "tell", "happen", "there", "people", "report", "about", "not", "so",
    "then",
  ]
}

extension Reader {
  /// Reads a question as a small text of its own.
  public func question(_ text: String) throws(QuothError) -> Question {
    let block = Block(span: Span(start: 0, end: text.utf8.count), role: .body)
    let words = Words(Text(Report(id: "question", text: text, blocks: [block])))
    let study = try study(words)
    return Question(
      words, syntax: study.reading.syntax ?? Syntax(words: [], names: []),
      meaning: study.sentences.min { $0.key < $1.key }?.value ?? .none)
  }
}
