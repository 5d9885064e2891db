package import QuothSyntax
import QuothText

/// Reads numbers in digits and in words: *3.2 million*, *half a million*, *two hundred and six*, *dozens*.
package struct NumeralReader {
  let words: Words
  let syntax: Syntax

  package init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  /// A number as it is written.
  package struct Numeral {
    package var tokens: Range<Int>
    /// `nil` where it is vague: *dozens*.
    package var value: Double?
  }

  /// The number that begins at a token.
  package func numeral(at token: Int) -> Numeral? {
    let word = words.lower[token]
    if Self.vague.contains(word) { return Numeral(tokens: token..<token + 1, value: nil) }
    if word == "half", isArticle(token + 1), let factor = factor(token + 2) {
      return Numeral(tokens: token..<token + 3, value: factor / 2)
    }
    if isArticle(token), let factor = factor(token + 1) {
      return grown(Numeral(tokens: token..<token + 2, value: factor))
    }
    guard let value = Self.value(of: word), isRead(token) else { return nil }
    // *Thirty-one*, whether it is one token or three.
    if value >= 20, value < 100, token + 2 < words.lower.count, words.lower[token + 1] == "-",
      let ones = Self.small[words.lower[token + 2]], ones < 10
    {
      return grown(Numeral(tokens: token..<token + 3, value: value + ones))
    }
    return grown(Numeral(tokens: token..<token + 1, value: value))
  }

  /// A number with the factors and smaller numbers that follow it.
  private func grown(_ start: Numeral) -> Numeral {
    var (whole, part) = (0.0, start.value ?? 0)
    var end = start.tokens.upperBound
    var last = Double.infinity
    while true {
      if let factor = factor(end) {
        part *= factor
        if factor >= 1000 { (whole, part) = (whole + part, 0) }
        last = factor
        end += 1
        continue
      }
      // *Two hundred and six*, *two hundred six*.
      let next = end < words.lower.count && words.lower[end] == "and" ? end + 1 : end
      guard last < .infinity, next < words.lower.count, let value = Self.small[words.lower[next]],
        value < last
      else { break }
      part += value
      last = value
      end = next + 1
    }
    return Numeral(tokens: start.tokens.lowerBound..<end, value: whole + part)
  }

  private func isArticle(_ token: Int) -> Bool {
    token < words.lower.count && ["a", "an"].contains(words.lower[token])
  }

  private func factor(_ token: Int) -> Double? {
    token < words.lower.count ? Self.factors[words.lower[token]] : nil
  }

  /// Whether the tree has a word that can be a number as one: *the one she had*.
  private func isRead(_ token: Int) -> Bool {
    words.lower[token] != "one" || syntax.words[token]?.relation == .nummod
  }

  /// The value of a numeral of one word; `nil` where it is none.
  static func value(of word: String) -> Double? {
    if let known = small[word] { return known }
    var digits = word.drop { "$£€¥".contains($0) }
    guard digits.first?.isNumber ?? false else {
      let parts = word.split(separator: "-")
      guard parts.count == 2, let tens = small[String(parts[0])], tens >= 20,
        let ones = small[String(parts[1])], ones < 10
      else { return nil }
      return tens + ones
    }
    var factor = 1.0
    for (suffix, value) in suffixes where digits.hasSuffix(suffix) {
      digits = digits.dropLast(suffix.count)
      factor = value
      break
    }
    return Double(digits.filter { $0 != "," }).map { $0 * factor }
  }

  private static let suffixes = [("bn", 1e9), ("tn", 1e12), ("m", 1e6), ("k", 1e3), ("b", 1e9)]

  private static let vague: Set<String> = [
    "dozens", "scores", "hundreds", "thousands", "millions", "billions",
  ]

  private static let factors: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]

  private static let small: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]
}
