import QuothReport

/// Finds the longest words that a rule of the grammar takes.
struct TimeMatcher {
  let lexemes: Lexemes
  let grammar: TimeGrammar
  /// The tokens of one sentence.
  let sentence: Range<Int>
  private let numbers: NumberReader

  struct Match {
    var tokens: Range<Int>
    var rule: Int
    var captures: [Capture]
  }

  init(lexemes: Lexemes, grammar: TimeGrammar, sentence: Range<Int>) {
    self.lexemes = lexemes
    self.grammar = grammar
    self.sentence = sentence
    numbers = NumberReader(lexemes: lexemes, grammar: grammar, limit: sentence.upperBound)
  }

  /// The longest match that begins at a token; of several as long, that of the first rule.
  func longest(at token: Int) -> Match? {
    let senses = grammar.entries[lexemes.entries[token]]
    let mayBeNumber =
      senses.contains { $0.symbol.number != nil || $0.symbol == grammar.article }
      || Numeral.mayBegin(lexemes.bytes[lexemes.spans[token].start])
    guard mayBeNumber || !senses.isEmpty else { return nil }
    var search = Search()
    for sense in senses where sense.symbol.number == nil {
      for edge in grammar.openings[sense.symbol.rawValue] {
        follow(edge, from: token, &search, start: token)
      }
    }
    if mayBeNumber {
      for number in Symbol.Number.allCases {
        for edge in grammar.openings[number.rawValue] {
          follow(edge, from: token, &search, start: token)
        }
      }
    }
    return search.best
  }

  private struct Search {
    var captures: [Capture] = []
    var best: Match?
  }

  private func follow(_ edge: TimeGrammar.Edge, from token: Int, _ search: inout Search, start: Int)
  {
    guard token < sentence.upperBound, let taken = take(edge.symbol, at: token) else { return }
    if let slot = edge.slot {
      search.captures.append(Capture(slot: slot, word: taken.word, number: taken.number))
    }
    let state = grammar.states[edge.target]
    if let rule = state.rule {
      let tokens = start..<taken.end
      let best = search.best.map { ($0.tokens.upperBound, -$0.rule) } ?? (0, 0)
      if (taken.end, -rule) > best,
        grammar.rules[rule].guards.allSatisfy({ holds($0, around: tokens) })
      {
        search.best = Match(tokens: tokens, rule: rule, captures: search.captures)
      }
    }
    for next in state.edges { follow(next, from: taken.end, &search, start: start) }
    if edge.slot != nil { search.captures.removeLast() }
  }

  /// What a symbol takes at a token, and the token after it.
  private func take(_ symbol: Symbol, at token: Int) -> (word: String, number: Double, end: Int)? {
    if let number = symbol.number {
      return numbers.read(number, at: token).map { ("", $0.value, $0.end) }
    }
    for sense in grammar.entries[lexemes.entries[token]] where sense.symbol == symbol {
      if !sense.needsCapital || lexemes.isCapitalised(token) {
        return (sense.word, sense.number, token + 1)
      }
    }
    return nil
  }

  private func holds(_ condition: TimeRule.Guard, around tokens: Range<Int>) -> Bool {
    let token = condition.place == .before ? tokens.upperBound : tokens.lowerBound - 1
    guard sentence.contains(token) else { return condition.holdsEdge == condition.isWanted }
    return condition.symbols.contains { take($0, at: token) != nil } == condition.isWanted
  }
}
