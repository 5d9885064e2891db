import QuothReport

/// The tense of the words around an expression, from closed classes and verb forms alone.
///
/// The nearest sign before the expression decides, then the nearest after it: auxiliaries, forms in
/// *-ed*, irregular past forms, *to* with a verb, and words of planning (*scheduled*, *due*). A headline
/// without one tells what has happened.
struct TenseReader {
  let lexemes: Lexemes
  let grammar: TimeGrammar

  func tense(around tokens: Range<Int>, in sentence: Range<Int>) -> VerbTense? {
    let before = max(sentence.lowerBound, tokens.lowerBound - Self.reach)..<tokens.lowerBound
    let after = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + Self.reach)
    // The verb right after it has the time as its own: *the board on Friday voted*.
    if let next = after.first, !before.isEmpty, hasPastEnding(next) { return .past }
    // What is spoken of as known has been: *Friday's vote*.
    if let next = after.first, isOf(grammar.possessive, next) { return .past }
    // What comes right before it can look ahead: *until Friday*, *as early as Friday*.
    if let last = before.last, last > sentence.lowerBound, isOf(grammar.ahead, last) {
      return .future
    }
    for token in before.reversed() {
      if let sign = sign(at: token, in: sentence) { return sign }
    }
    for token in after {
      if let sign = sign(at: token, in: sentence) { return sign }
    }
    return nil
  }

  /// Tokens looked at on each side.
  private static let reach = 14

  private func sign(at token: Int, in sentence: Range<Int>) -> VerbTense? {
    // Of *will be paid* and *to shut* the first word carries the tense.
    let isCarried =
      token > sentence.lowerBound
      && (isOf(grammar.passive, token - 1) || isOf(grammar.infinitive, token - 1))
    if isOf(grammar.infinitive, token) {
      return isInfinitive(token + 1, in: sentence) ? .future : nil
    }
    if let word = grammar.word(of: grammar.tense, in: lexemes.entries[token]) {
      let tense = VerbTense(rawValue: word)
      return tense == .past && isCarried ? nil : tense
    }
    return hasPastEnding(token) && !isCarried ? .past : nil
  }

  private func isOf(_ symbol: Symbol?, _ token: Int) -> Bool {
    grammar.entries[lexemes.entries[token]].contains { $0.symbol == symbol }
  }

  /// Whether a word ends in *-ed* and is no *need* or *speed*.
  private func hasPastEnding(_ token: Int) -> Bool {
    let span = lexemes.spans[token]
    guard span.count > 4, !lexemes.isCapitalised(token),
      lexemes.bytes[(span.end - 2)..<span.end].elementsEqual("ed".utf8)
    else { return false }
    return lexemes.bytes[span.end - 3] != UInt8(ascii: "e")
      || "rt".utf8.contains(lexemes.bytes[span.end - 4])
  }

  /// Whether a verb may follow *to*: a word in lower case that is no determiner.
  private func isInfinitive(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard sentence.contains(token) else { return false }
    let isLetter = lexemes.bytes[lexemes.spans[token].start] &- UInt8(ascii: "a") < 26
    return isLetter && !isOf(grammar.determiner, token)
  }
}
