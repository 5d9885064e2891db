import QuothReport
import QuothSyntax
import QuothText
import QuothTime

/// Days and months that are names of something else: *the Tuesday Club*, a horse called *Friday*.
struct NamedTimes {
  private let words: Words
  private let syntax: Syntax

  init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  /// The expressions that are times.
  func times(among expressions: [TimeExpression]) -> [TimeExpression] {
    let bare = Set(expressions.indices.filter { isBare(expressions[$0]) })
    let named = bare.filter { isName(expressions[$0]) }
    // What is a name once is one where nothing shows a time.
    let names = Set(named.map { text(expressions[$0]) })
    return expressions.indices.filter { index in
      !named.contains(index)
        && !(bare.contains(index) && names.contains(text(expressions[index]))
          && !followsTimeWord(expressions[index]))
    }.map { expressions[$0] }
  }

  private func text(_ expression: TimeExpression) -> String {
    words.passage.words(expression.span).lowercased()
  }

  /// A day or month alone, in one capitalised word.
  private func isBare(_ expression: TimeExpression) -> Bool {
    guard expression.type == .date, let token = token(of: expression) else { return false }
    return words.isCapitalised(token) && words.text.tokens(overlapping: expression.span).count == 1
      && words.lower[token].allSatisfy(\.isLetter)
  }

  private func token(of expression: TimeExpression) -> Int? {
    words.text.tokens(overlapping: expression.span).first
  }

  private func isName(_ expression: TimeExpression) -> Bool {
    guard let token = token(of: expression), let word = syntax.words[token] else { return false }
    if followsTimeWord(expression) { return false }
    // "The Tuesday Club", "May Morning"
    let name = syntax.names.first { $0.tokens.contains(token) }
    if let name, name.tokens.count > 1,
      [.person, .organisation, .product, .other].contains(name.kind)
    {
      return true
    }
    if token > 0, words.lower[token - 1] == "the", token + 1 < words.lower.count,
      words.isCapitalised(token + 1)
    {
      return true
    }
    // "Friday wins by a nose", but "Tuesday brought rain".
    return word.relation == .nsubj
      && !(word.head.flatMap { syntax.words[$0] }.map {
        Self.ofTimes.contains($0.lemma.lowercased()) || $0.part != .verb
      } ?? true)
  }

  private static let ofTimes: Set<String> = [
    "be", "come", "arrive", "mark", "bring", "see", "dawn", "pass", "end", "begin", "start",
    "become", "follow", "remain", "give", "prove", "turn", "witness", "go", "feature", "offer",
  ]

  private func followsTimeWord(_ expression: TimeExpression) -> Bool {
    guard let token = token(of: expression), token > 0 else { return false }
    return Self.timeWords.contains(words.lower[token - 1])
  }

  private static let timeWords: Set<String> = [
    "on", "last", "next", "this", "by", "since", "until", "till", "early", "late", "every", "each",
    "in", "from", "before", "after", "through", "during",
  ]
}
