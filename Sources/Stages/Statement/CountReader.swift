import QuothAnnotation
import QuothSyntax
import QuothText

/// Numbers of a clause with what they count.
struct CountReader {
  let words: Words
  let syntax: Syntax

  /// The numbers among the tokens of a clause; a bare number that is the subject of a passive counts what
  /// happens to it: *12 were killed*.
  func counts(_ tokens: [Int], predicate: Int) -> [Event.Count] {
    tokens.compactMap { token in
      guard let word = syntax.words[token],
        word.part == .number || Self.vague.contains(words.lower[token]),
        !isPartOfDate(token), !isFactor(token), let value = value(of: token)
      else { return nil }
      return Event.Count(
        span: words.span(token..<end(of: token)), value: value,
        unit: unit(of: token, predicate: predicate))
    }
  }

  /// *Million* behind a number belongs to it.
  private func isFactor(_ token: Int) -> Bool {
    token > 0 && Self.factors[words.lower[token]] != nil
      && syntax.words[token - 1]?.part == .number
  }

  private func end(of token: Int) -> Int {
    var end = token + 1
    while end < words.lower.count, isFactor(end) { end += 1 }
    return end
  }

  private static let vague: Set<String> = ["dozens", "scores", "hundreds", "thousands", "millions"]

  private func unit(of token: Int, predicate: Int) -> String? {
    guard let word = syntax.words[token] else { return nil }
    switch word.relation {
    case .compound where word.head.map(isFactor) ?? false:
      return word.head.flatMap { unit(of: $0, predicate: predicate) }
    case .nummod:
      return word.head.map { isFactor($0) ? unit(of: $0, predicate: predicate) : words.lower[$0] }
        ?? nil
    case .nsubj, .obj, .conj, .obl:
      return words.lower[predicate]
    default:
      let of = syntax.dependents(of: token, .nmod).first
      return of.map { words.lower[$0] }
    }
  }

  private func isPartOfDate(_ token: Int) -> Bool {
    guard let word = syntax.words[token] else { return false }
    let months: Set<String> = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
    ]
    return word.head.map { months.contains(words.lower[$0]) } ?? false
      || syntax.dependents[token].contains { months.contains(words.lower[$0]) }
      || word.relation == .obl && words.lower[token].count == 4
  }

  private func value(of token: Int) -> Double? {
    let digits = words.lower[token].filter { $0 != "," }
    guard var value = Double(digits) ?? Self.small[words.lower[token]] else { return nil }
    for factor in token + 1..<end(of: token) { value *= Self.factors[words.lower[factor]] ?? 1 }
    return value
  }

  private static let factors: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
  ]

  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
    "hundred": 100, "thousand": 1000, "million": 1e6,
  ]
}
