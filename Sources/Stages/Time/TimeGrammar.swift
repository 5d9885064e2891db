import QuothText

/// The rules by which times are read, compiled from `Lexicons/time`.
///
/// The words of the grammar are one table, and all patterns are one automaton over symbols, so that a
/// word that belongs to no rule costs one look into the table.
public struct TimeGrammar: Sendable {
  /// The files it is read from, below the folder `Lexicons`.
  public static let files = ["time/words.tsv", "time/rules.txt"]

  /// Number in ``entries`` of each word.
  let table: WordTable<Int>
  /// What each word can be; entry 0 is that of all words the grammar does not know.
  let entries: [[Sense]]
  let rules: [TimeRule]
  /// What may follow each state of the automaton.
  let states: [State]
  /// The edges that leave the first state, by the number of their symbol.
  let openings: [[Edge]]

  /// The symbol of *a*, with which a number may begin (*a dozen*).
  let article: Symbol?
  /// The class of words that show a tense, and that of words before a noun.
  let tense: Symbol?
  let determiner: Symbol?
  /// The class of the forms of *be* that show no tense of their own.
  let passive: Symbol?
  /// The class of *'s*.
  let possessive: Symbol?
  /// The class of *to*.
  let infinitive: Symbol?
  /// The class of words right before a time that lies ahead.
  let ahead: Symbol?

  /// A symbol that a word can stand for.
  struct Sense: Sendable {
    var symbol: Symbol
    var word: String
    var number: Double
    /// Whether only *May* counts, and not *may*.
    var needsCapital: Bool
  }

  struct Edge: Sendable {
    var symbol: Symbol
    var slot: Capture.Slot?
    var target: Int
  }

  struct State: Sendable {
    var edges: [Edge] = []
    /// The rule whose pattern ends here.
    var rule: Int?
  }

  /// Reads the grammar.
  ///
  /// - Parameter file: the text of a file of ``files``, by name.
  /// - Throws: ``TimeGrammarError`` naming file and line.
  /// - Complexity: O(n) in the size of the files.
  public init(_ file: (String) -> String) throws(TimeGrammarError) {
    var compiler = TimeGrammarCompiler()
    try compiler.readWords(file(Self.files[0]), name: Self.files[0])
    try compiler.readRules(file(Self.files[1]), name: Self.files[1])
    table = compiler.table
    entries = compiler.entries
    rules = compiler.rules
    states = compiler.states
    var openings = [[Edge]](repeating: [], count: compiler.symbolCount)
    for edge in compiler.states[0].edges { openings[edge.symbol.rawValue].append(edge) }
    self.openings = openings
    article = compiler.symbol(of: "article")
    tense = compiler.symbol(of: "tense")
    determiner = compiler.symbol(of: "determiner")
    possessive = compiler.symbol(of: "possessive")
    passive = compiler.symbol(of: "passive")
    infinitive = compiler.symbol(of: "infinitive")
    ahead = compiler.symbol(of: "ahead")
  }

  /// The word that a word has for its value as a symbol; `nil` when it is none.
  func word(of symbol: Symbol?, in entry: Int) -> String? {
    entries[entry].first { $0.symbol == symbol }?.word
  }

  /// The value that a word has as a symbol; `nil` when it is none.
  func value(of symbol: Symbol, in entry: Int) -> Double? {
    entries[entry].first { $0.symbol == symbol }?.number
  }
}

/// What is wrong with a file of the grammar.
public enum TimeGrammarError: Error, Sendable, Hashable {
  case malformed(file: String, line: Int, what: String)

  public var slug: String { "lexicon.malformed" }

  public var message: String {
    switch self {
    case .malformed(let file, let line, let what): "\(file), line \(line): \(what)"
    }
  }
}
