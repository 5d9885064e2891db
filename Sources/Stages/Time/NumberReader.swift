import QuothReport

/// Reads numbers, in digits and in words, where a pattern asks for one.
struct NumberReader {
  let lexemes: Lexemes
  let grammar: TimeGrammar
  /// One past the last token that may be read.
  let limit: Int

  /// A number and the token after it.
  struct Found {
    /// Not a number where it is vague: *several*.
    var value: Double
    var end: Int
  }

  /// Reads what a symbol stands for.
  func read(_ number: Symbol.Number, at token: Int) -> Found? {
    switch number {
    case .number: return cardinal(at: token)
    case .ordinal: return ordinal(at: token)
    case .year: return year(at: token)
    case .capital:
      return lexemes.isCapitalised(token) ? Found(value: 0, end: token + 1) : nil
    default:
      guard let numeral = lexemes.numeral(at: token),
        let value = Self.value(of: numeral, as: number)
      else { return nil }
      return Found(value: Double(value), end: token + 1)
    }
  }

  private static func value(of numeral: Numeral, as number: Symbol.Number) -> Int? {
    switch (number, numeral) {
    case (.day, .integer(let value, let digits)):
      (1...31).contains(value) && (1...2).contains(digits) ? value : nil
    case (.day, .ordinal(let value)): (1...31).contains(value) ? value : nil
    case (.shortYear, .shortYear(let year)): year
    case (.shortYear, .integer(let value, 2)): value < 30 ? 2000 + value : 1900 + value
    case (.decade, .decade(let decade)): decade
    case (.hour, .integer(let value, let digits)):
      (1...24).contains(value) && digits < 3 && digits > 0 ? value : nil
    case (.clock, .clock(let minutes)): minutes
    case (.pointedClock, .decimal(let hours)):
      minutes(pointed: hours)
    case (.fourDigits, .integer(let value, 4)):
      value < 2400 && value % 100 < 60 ? value / 100 * 60 + value % 100 : nil
    case (.calendarDay, .day(let day)): day.number
    default: nil
    }
  }

  private static func minutes(pointed hours: Double) -> Int? {
    let minutes = ((hours - hours.rounded(.down)) * 100).rounded()
    return hours < 25 && minutes < 60 ? Int(hours) * 60 + Int(minutes) : nil
  }

  // MARK: Cardinals

  private func cardinal(at token: Int) -> Found? {
    guard var found = digits(at: token) ?? words(at: token) else { return nil }
    if let end = half(after: found.end) {
      found.value += 0.5
      found.end = end
    }
    return found
  }

  private func digits(at token: Int) -> Found? {
    var found: Found
    switch lexemes.numeral(at: token) {
    case .integer(let value, _): found = Found(value: Double(value), end: token + 1)
    case .decimal(let value): found = Found(value: value, end: token + 1)
    case .fraction(let value): return Found(value: value, end: token + 1)
    default: return nil
    }
    let next = spells("-", found.end) ? found.end + 1 : found.end
    if next < limit, case .fraction(let part) = lexemes.numeral(at: next) {
      found = Found(value: found.value + part, end: next + 1)
    }
    if let scale = plain(at: found.end), scale >= 100 {
      found = Found(value: found.value * scale, end: found.end + 1)
    }
    return found
  }

  /// *two hundred and five*, *twenty-five*, *a dozen*, *several*, *a few hundred*.
  private func words(at token: Int) -> Found? {
    var next = token
    if isArticle(next) {
      guard let value = plain(at: next + 1), mayFollowArticle(value, next + 1) else { return nil }
      if value < 100 || value.isNaN {
        return Found(value: value, end: after(next + 1))
      }
      next += 1
    }
    var total = 0.0
    var current = 0.0
    var end: Int?
    while let value = plain(at: next) {
      if value.isNaN {
        guard end == nil else { break }
        end = after(next)
        if let scale = plain(at: next + 1), scale >= 100 { end = after(next + 1) }
        return end.map { Found(value: .nan, end: $0) }
      }
      if value >= 1000 {
        total += max(current, 1) * value
        current = 0
      } else if value == 100 {
        current = max(current, 1) * value
      } else if current == 0 || current.truncatingRemainder(dividingBy: 100) == 0
        || value < 10 && current.truncatingRemainder(dividingBy: 10) == 0
          && current.truncatingRemainder(dividingBy: 100) >= 20
      {
        current += value
      } else {
        break
      }
      let isCouple = spells("couple", next)
      next += 1
      if isCouple { return Found(value: value, end: spells("of", next) ? next + 1 : next) }
      end = next
      let joined = spells("-", next) || spells("and", next) && value >= 100
      if joined, let following = plain(at: next + 1), !following.isNaN { next += 1 }
    }
    return end.map { Found(value: total + current, end: $0) }
  }

  /// *and a half*, also between hyphens.
  private func half(after token: Int) -> Int? {
    var next = token
    for word in ["and", "a", "half"] {
      if spells("-", next) { next += 1 }
      guard spells(word, next) else { return nil }
      next += 1
    }
    return next
  }

  /// After a vague number: *a couple of*, *dozens of*.
  private func after(_ token: Int) -> Int { spells("of", token + 1) ? token + 2 : token + 1 }

  /// *a dozen*, *a hundred*, *a few*, *a couple*; not *a several-year term*.
  private func mayFollowArticle(_ value: Double, _ token: Int) -> Bool {
    value >= 100 || spells("dozen", token) || spells("few", token) || spells("couple", token)
  }

  // MARK: Ordinals and years

  private func ordinal(at token: Int) -> Found? {
    if case .ordinal(let value) = lexemes.numeral(at: token) {
      return Found(value: Double(value), end: token + 1)
    }
    if let value = grammar.value(of: Symbol(.ordinal), in: lexemes.entries[token]) {
      return Found(value: value, end: token + 1)
    }
    guard let tens = plain(at: token), tens >= 20, tens < 100 else { return nil }
    let next = spells("-", token + 1) ? token + 2 : token + 1
    guard next < limit,
      let unit = grammar.value(of: Symbol(.ordinal), in: lexemes.entries[next]), unit < 10
    else { return nil }
    return Found(value: tens + unit, end: next + 1)
  }

  private func year(at token: Int) -> Found? {
    if case .integer(let value, 4) = lexemes.numeral(at: token) {
      return (1000...2199).contains(value) ? Found(value: Double(value), end: token + 1) : nil
    }
    guard let century = plain(at: token), (10...20).contains(century) || century == 2 else {
      return nil
    }
    if century == 2 {
      guard spells("thousand", token + 1), let found = words(at: token), found.value < 2100 else {
        return nil
      }
      return found
    }
    guard let tens = plain(at: token + 1), (10..<100).contains(tens) else { return nil }
    let next = spells("-", token + 2) ? token + 3 : token + 2
    guard tens >= 20, let unit = plain(at: next), unit < 10 else {
      return Found(value: century * 100 + tens, end: token + 2)
    }
    return Found(value: century * 100 + tens + unit, end: next + 1)
  }

  // MARK: Tokens

  /// The value of a number word; not a number where it is vague, `nil` where there is none.
  private func plain(at token: Int) -> Double? {
    guard token < limit else { return nil }
    return grammar.value(of: Symbol(.number), in: lexemes.entries[token])
  }

  private func isArticle(_ token: Int) -> Bool { spells("a", token) || spells("an", token) }

  private func spells(_ word: String, _ token: Int) -> Bool {
    token < limit && lexemes.spans[token].count == word.utf8.count && lexemes.word(token) == word
  }
}
