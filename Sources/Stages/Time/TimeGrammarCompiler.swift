import QuothText

/// Turns the files of `Lexicons/time` into what ``TimeGrammar`` holds.
struct TimeGrammarCompiler {
  private(set) var rules: [TimeRule] = []
  private(set) var states: [TimeGrammar.State] = [TimeGrammar.State()]
  private(set) var entries: [[TimeGrammar.Sense]] = [[]]
  private var words: [String: Int] = [:]
  private var symbols: [String: Symbol] = [:]
  /// Named parts of patterns.
  private var fragments: [String: Pattern] = [:]

  init() {
    for number in Symbol.Number.allCases { symbols["{\(number.name)}"] = Symbol(number) }
  }

  /// The symbol of a class; `nil` when no word has it.
  func symbol(of name: String) -> Symbol? { symbols["{\(name)}"] }
  var symbolCount: Int { symbols.count }
  var table: WordTable<Int> { WordTable(words.map { ($0.value, $0.key) }) }

  // MARK: Words

  /// Reads lines of class, value, and words divided by blanks. A word with a capital counts only where
  /// it has one in the text.
  mutating func readWords(_ file: String, name: String) throws(TimeGrammarError) {
    var number = 0
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else {
        throw .malformed(
          file: name, line: number,
          what: "\(fields.count) fields where 3 are due, divided by tabs")
      }
      let symbol = symbol("{\(fields[0])}")
      for word in fields[2].split(separator: " ").map(String.init) {
        let sense = TimeGrammar.Sense(
          symbol: symbol, word: fields[1],
          number: Double(fields[1]) ?? .nan, needsCapital: word != word.lowercased())
        entries[entry(word.lowercased())].append(sense)
      }
    }
  }

  private mutating func symbol(_ name: String) -> Symbol {
    if let known = symbols[name] { return known }
    let symbol = Symbol(symbols.count)
    symbols[name] = symbol
    return symbol
  }

  private mutating func entry(_ word: String) -> Int {
    if let known = words[word] { return known }
    words[word] = entries.count
    entries.append([])
    return entries.count - 1
  }

  /// The symbol of a word that stands for itself.
  private mutating func literal(_ word: String) -> Symbol {
    let word = word.lowercased()
    if let known = symbols[word] { return known }
    let symbol = symbol(word)
    entries[entry(word)].append(
      TimeGrammar.Sense(symbol: symbol, word: "", number: .nan, needsCapital: false))
    return symbol
  }

  // MARK: Rules

  /// Reads the lines of the file: `let`, and of each rule `rule`, `means`, guards and `reads`.
  mutating func readRules(_ file: String, name: String) throws(TimeGrammarError) {
    var number = 0
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let wrong = { (what: String) in
        TimeGrammarError.malformed(file: name, line: number, what: what)
      }
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw wrong("nothing follows \"\(line)\"") }
      let rest = parts[1].drop { $0 == " " }
      switch parts[0] {
      case "let":
        let sides = rest.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2 else { throw wrong("a part is written: let name = pattern") }
        fragments[sides[0].filter { $0 != " " }] = try pattern(sides[1], wrong)
      case "rule":
        rules.append(
          TimeRule(
            line: number, pattern: String(rest),
            meaning: TimeRule.Meaning(kind: .reference, constants: [])))
        let ends = add(try pattern(String(rest), wrong), from: [0])
        guard !ends.contains(0) else { throw wrong("the pattern takes no word") }
        for end in ends { states[end].rule = rules.count - 1 }
      default:
        guard !rules.isEmpty else { throw wrong("\"\(parts[0])\" stands before the first rule") }
        try readClause(parts[0], String(rest), line: number, wrong)
      }
    }
  }

  /// Reads what is said of the last rule.
  private mutating func readClause(
    _ keyword: String, _ rest: String, line: Int, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) {
    switch keyword {
    case "means": rules[rules.count - 1].meaning = try meaning(rest, wrong)
    case "only", "not":
      rules[rules.count - 1].guards.append(try condition(rest, isWanted: keyword == "only", wrong))
    case "reads":
      let sides = rest.split(separator: "=").map(String.init)
      guard sides.count == 2 else { throw wrong("an example is written: words = reading") }
      rules[rules.count - 1].examples.append(
        TimeRule.Example(
          line: line, marked: sides[0].trimmed,
          readings: sides[1].split(separator: ";").map { String($0).trimmed }))
    default: throw wrong("\"\(keyword)\" is no keyword")
    }
  }

  private func meaning(
    _ text: String, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> TimeRule.Meaning {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let kind = TimeRule.Meaning.Kind(rawValue: first) else {
      throw wrong("\"\(text)\" is no meaning")
    }
    var constants: [Capture] = []
    for word in words.dropFirst() {
      let sides = word.split(separator: ":").map(String.init)
      guard sides.count == 2, let slot = Capture.Slot(rawValue: sides[0]) else {
        throw wrong("\"\(word)\" sets nothing")
      }
      constants.append(Capture(slot: slot, word: sides[1], number: Double(sides[1]) ?? .nan))
    }
    return TimeRule.Meaning(kind: kind, constants: constants)
  }

  /// `before` or `after`, and words, classes in braces, or `edge`.
  private mutating func condition(
    _ text: String, isWanted: Bool, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> TimeRule.Guard {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let place = TimeRule.Guard.Place(rawValue: first) else {
      throw wrong("a condition begins with before or after")
    }
    var condition = TimeRule.Guard(
      place: place, isWanted: isWanted, symbols: [], holdsEdge: false)
    for word in words.dropFirst() {
      if word == "edge" {
        condition.holdsEdge = true
      } else if word.hasPrefix("{") {
        guard let symbol = symbols[word] else { throw wrong("\(word) is no class") }
        condition.symbols.insert(symbol)
      } else {
        condition.symbols.insert(literal(word))
      }
    }
    return condition
  }

  // MARK: Patterns

  private indirect enum Pattern {
    case one(Symbol, Capture.Slot?)
    case sequence([Pattern])
    case choice([Pattern])
    case maybe(Pattern)
  }

  /// A backslash before a bracket makes it a token of the text.
  private mutating func pattern(
    _ text: String, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> Pattern {
    var pieces: [String] = []
    for word in text.split(separator: " ") {
      var current = ""
      for character in word {
        if "()|?".contains(character), current != "\\" {
          if !current.isEmpty { pieces.append(current) }
          current = ""
          pieces.append(String(character))
        } else {
          current.append(character)
        }
      }
      if !current.isEmpty { pieces.append(current) }
    }
    var rest = pieces[...]
    let pattern = try choice(&rest, wrong)
    guard rest.isEmpty else { throw wrong("a bracket is not opened") }
    return pattern
  }

  private mutating func choice(
    _ rest: inout ArraySlice<String>, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> Pattern {
    var choices = [try sequence(&rest, wrong)]
    while rest.first == "|" {
      rest.removeFirst()
      choices.append(try sequence(&rest, wrong))
    }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence(
    _ rest: inout ArraySlice<String>, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> Pattern {
    var items: [Pattern] = []
    while let piece = rest.first, piece != "|", piece != ")" {
      rest.removeFirst()
      switch piece {
      case "(":
        items.append(try choice(&rest, wrong))
        guard rest.popFirst() == ")" else { throw wrong("a bracket is not closed") }
      case "?":
        guard let last = items.popLast() else { throw wrong("\"?\" follows nothing") }
        items.append(.maybe(last))
      case let name where name.hasPrefix("<") && name.hasSuffix(">") && name.utf8.count > 2:
        guard let fragment = fragments[String(name.dropFirst().dropLast())] else {
          throw wrong("\(name) is not known here")
        }
        items.append(fragment)
      case let name where name.hasPrefix("{") && name.hasSuffix("}"):
        items.append(try slot(name, wrong))
      default:
        items.append(.one(literal(piece.filter { $0 != "\\" }), nil))
      }
    }
    return .sequence(items)
  }

  /// `{class}`, or `{slot:class}` where the slot has another name than the class.
  private func slot(
    _ name: String, _ wrong: (String) -> TimeGrammarError
  ) throws(TimeGrammarError) -> Pattern {
    let sides = name.dropFirst().dropLast().split(separator: ":").map(String.init)
    guard let last = sides.last, let symbol = symbols["{\(last)}"] else {
      throw wrong("\(name) is no class")
    }
    return .one(symbol, Capture.Slot(rawValue: sides[0]))
  }

  /// Adds the states of a pattern that begins at some states, and returns those it ends at.
  private mutating func add(_ pattern: Pattern, from starts: [Int]) -> [Int] {
    switch pattern {
    case .one(let symbol, let slot):
      states.append(TimeGrammar.State())
      let target = states.count - 1
      for start in starts {
        states[start].edges.append(TimeGrammar.Edge(symbol: symbol, slot: slot, target: target))
      }
      return [target]
    case .sequence(let items):
      return items.reduce(starts) { add($1, from: $0) }
    case .choice(let choices):
      return choices.flatMap { add($0, from: starts) }
    case .maybe(let pattern):
      return starts + add(pattern, from: starts)
    }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
