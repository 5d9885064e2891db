import QuothReport
import QuothSyntax
import QuothText

/// Numbers of a clause with what they count.
struct CountReader {
  private let words: Words
  private let syntax: Syntax
  private let numerals: NumeralReader

  init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
    numerals = NumeralReader(words: words, syntax: syntax)
  }

  /// The numbers among the tokens of a clause.
  ///
  /// A number alone counts what was counted last in its paragraph, *nine people were killed and 31 were
  /// injured*, or else what happens to it. Numbers that name count nothing: *Room 7*, *the number 12 tram*.
  ///
  /// - Parameter tokens: those of the clause, in text order, without expressions of time.
  func counts(_ tokens: [Int], predicate: Int) -> [Event.Count] {
    let own = Set(tokens)
    var found: [Event.Count] = []
    var end = 0
    for token in tokens where token >= end {
      guard let numeral = numerals.numeral(at: token), numeral.tokens.allSatisfy(own.contains),
        !isName(numeral.tokens)
      else { continue }
      end = numeral.tokens.upperBound
      let span = words.span(numeral.tokens)
      if let unit = unit(of: numeral.tokens) ?? casualties(behind: numeral.tokens)
        ?? measured(by: numeral.tokens) ?? ellipted(numeral.tokens, predicate: predicate)
      {
        found.append(Event.Count(span: span, value: numeral.value, unit: unit))
      }
    }
    return found
  }

  // MARK: What is counted

  /// The noun that a number stands before, with or without *of*; a currency, or *per cent*.
  private func unit(of numeral: Range<Int>) -> String? {
    if let sign = sign(before: numeral.lowerBound) { return sign }
    var next = numeral.upperBound
    guard next < words.lower.count else { return nil }
    if words.lower[next] == "%" || words.lower[next].hasPrefix("percent") {
      return words.lower[next]
    }
    if words.spells(["per", "cent"], from: next) { return "per cent" }
    // *Between 4,000 and 5,000 crabs*, *ten to twelve ships*.
    if ["and", "to", "or", "-", "–"].contains(words.lower[next]), next + 1 < words.lower.count,
      let other = numerals.numeral(at: next + 1)
    {
      return unit(of: other.tokens)
    }
    while next < words.lower.count, Self.between.contains(words.lower[next]) { next += 1 }
    var noun: Int?
    scan: while next < words.lower.count, let word = syntax.words[next] {
      switch word.part {
      case .noun, .properNoun: noun = next
      case .adjective where noun == nil: break
      case .punctuation where ["-", "‐", "‑"].contains(words.lower[next]): break
      case .verb where noun == nil && word.relation == .amod: break
      default: break scan
      }
      next += 1
    }
    return noun.map { words.lower[$0] }
  }

  /// *31 injured*, *six dead*: those whom an adjective alone tells of.
  private func casualties(behind numeral: Range<Int>) -> String? {
    let next = numeral.upperBound
    guard next < words.lower.count, Self.casualties.contains(words.lower[next]) else { return nil }
    return words.lower[next]
  }

  /// *Spoke of 31 injured*: whether a word stands for those who came to harm, and nothing is told of them by it.
  static func areCasualties(_ token: Int, _ words: Words, _ syntax: Syntax) -> Bool {
    guard token > 0, casualties.contains(words.lower[token]),
      let number = syntax.words[token - 1], number.part == .number,
      syntax.dependents(of: token, .nsubj, .csubj, .cop, .aux).isEmpty
    else { return false }
    return [.obl, .obj, .nmod, .nummod].contains(number.relation)
  }

  private static let casualties: Set<String> = [
    "dead", "injured", "wounded", "hurt", "missing", "homeless", "hospitalised", "hospitalized",
    "infected", "sick", "unemployed",
  ]

  /// What a measure counts that the number gives: *put the number of injured at 44*, *the toll rose to 44*.
  private func measured(by numeral: Range<Int>) -> String? {
    let head = head(of: numeral)
    guard let word = syntax.words[head], [.obl, .nmod].contains(word.relation),
      let governor = word.head,
      syntax.dependents(of: head, .case).contains(where: {
        ["at", "to", "from", "by", "above", "below"].contains(words.lower[$0])
      })
    else { return nil }
    // *The number of injured at 44*: the figure may hang on what is counted.
    let around = [governor, syntax.words[governor]?.head].compactMap(\.self)
    let measures = (syntax.dependents(of: governor, .obj, .nsubj) + around).filter {
      Self.measures.contains(syntax.words[$0]?.lemma.lowercased() ?? "")
    }
    for measure in measures {
      let counted = syntax.dependents(of: measure, .nmod, .acl).first { noun in
        syntax.dependents(of: noun, .case, .mark).contains { words.lower[$0] == "of" }
      }
      if let counted { return words.lower[counted] }
      if syntax.dependents(of: measure, .compound).contains(where: { words.lower[$0] == "death" })
        || ["toll", "death"].contains(words.lower[measure])
      {
        return "dead"
      }
    }
    return nil
  }

  private static let measures: Set<String> = [
    "number", "total", "count", "tally", "toll", "estimate", "forecast", "projection", "figure",
    "amount", "sum", "value", "cost", "size",
  ]

  /// The token of a number that hangs on a word outside it: *million* of *5.4 million*.
  private func head(of numeral: Range<Int>) -> Int {
    numeral.first { token in
      syntax.words[token]?.head.map { !numeral.contains($0) } ?? true
    } ?? numeral.lowerBound
  }

  private static let between: Set<String> = [
    "of", "the", "these", "those", "its", "their", "his", "her", "more", "other", "further",
    "additional", "such", "or", "so",
  ]

  private func sign(before token: Int) -> String? {
    let signs = "$£€¥"
    if let first = words.lower[token].first, signs.contains(first) { return String(first) }
    guard token > 0, words.lower[token - 1].count == 1 else { return nil }
    return words.lower[token - 1].first.flatMap { signs.contains($0) ? String($0) : nil }
  }

  /// What a number alone counts: the noun counted last before it in the paragraph, or what its clause tells.
  private func ellipted(_ numeral: Range<Int>, predicate: Int) -> String? {
    guard let word = syntax.words[head(of: numeral)],
      [.nsubj, .obj, .conj, .obl, .nmod].contains(word.relation)
    else { return nil }
    let block = words.text.sentences[words.sentence(at: words.span(numeral).start)].block
    var token = numeral.lowerBound - 1
    while token >= 0 {
      let start = words.text.tokens[token].span.start
      guard words.text.sentences[words.sentence(at: start)].block == block else { break }
      if let earlier = numerals.numeral(at: token), earlier.tokens.upperBound <= numeral.lowerBound,
        !isName(earlier.tokens), let unit = unit(of: earlier.tokens),
        unit.hasSuffix("s") || unit == "people"
      {
        return unit
      }
      token -= 1
    }
    return word.relation == .nsubj ? words.lower[predicate] : nil
  }

  // MARK: What counts nothing

  /// Whether a number names or dates something: *No. 40*, *Article 31*, *May 3*, a man's age between commas.
  private func isName(_ numeral: Range<Int>) -> Bool {
    let token = numeral.lowerBound
    if isPartOfDate(token) { return true }
    guard token > 0 else { return false }
    let before = words.lower[token - 1]
    if Self.naming.contains(before) || before == "." && token > 1 && words.lower[token - 2] == "no"
    {
      return true
    }
    if words.isCapitalised(token - 1),
      [.noun, .properNoun].contains(syntax.words[token - 1]?.part),
      unit(of: numeral) == nil || syntax.words[token]?.relation != .nummod
    {
      return true
    }
    let after = numeral.upperBound
    if after < words.lower.count, ["-", "‐", "‑"].contains(words.lower[after]) { return true }
    return before == "aged"
      || before == "," && after < words.lower.count && words.lower[after] == "," && token > 1
        && syntax.words[token - 2]?.part == .properNoun
  }

  private static let naming: Set<String> = [
    "no", "no.", "nos", "nos.", "number", "numbers", "room", "article", "section", "line", "flight",
    "route", "highway", "chapter", "page", "phase", "level", "platform", "gate", "channel",
  ]

  private func isPartOfDate(_ token: Int) -> Bool {
    guard let word = syntax.words[token] else { return false }
    return word.head.map { Self.months.contains(words.lower[$0]) } ?? false
      || syntax.dependents[token].contains { Self.months.contains(words.lower[$0]) }
      || word.relation == .obl && words.lower[token].count == 4
        && words.lower[token].allSatisfy(\.isNumber)
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
  ]
}
