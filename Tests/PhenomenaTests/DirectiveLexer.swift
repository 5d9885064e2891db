/// Cuts one line of expectations into its fields (README.md gives the grammar).
struct DirectiveLexer {
  /// `expect`, `denies|disputes`, `cue=<said>`, `<The sea>` and `kind=mixed|direct` are one field
  /// each.
  struct Field: Equatable {
    var key: String?
    var value: Value
  }

  enum Value: Equatable {
    case words([String])
    /// Alternatives, each of one or more parts.
    case passages([[Part]])
  }

  /// Words between angle brackets, and which of their occurrences is meant, from 1.
  struct Part: Equatable {
    var words: String
    var occurrence: Int?
  }

  private var rest: Substring

  private init(_ line: String) {
    rest = line[...]
  }

  static func fields(of line: String) throws(CaseError.Problem) -> [Field] {
    var lexer = DirectiveLexer(line)
    var fields: [Field] = []
    lexer.skipBlanks()
    while !lexer.rest.isEmpty {
      fields.append(try lexer.field())
      lexer.skipBlanks()
    }
    return fields
  }

  private mutating func field() throws(CaseError.Problem) -> Field {
    if rest.first == "<" {
      return Field(key: nil, value: .passages(try passages()))
    }
    let word = take { !" =<".contains($0) }
    guard take("=") else {
      let words = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return Field(key: nil, value: .words(words))
    }
    if rest.first == "<" {
      return Field(key: word, value: .passages(try passages()))
    }
    let words = take { $0 != " " }.split(separator: "|").map(String.init)
    guard !word.isEmpty, !words.isEmpty else { throw .badValue(word + "=") }
    return Field(key: word, value: .words(words))
  }

  private mutating func passages() throws(CaseError.Problem) -> [[Part]] {
    var alternatives = [[try part()]]
    while true {
      let before = rest
      skipBlanks()
      if take("|") {
        alternatives.append([try part()])
      } else if take("+") {
        skipBlanks()
        alternatives[alternatives.count - 1].append(try part())
      } else {
        rest = before
        return alternatives
      }
    }
  }

  private mutating func part() throws(CaseError.Problem) -> Part {
    guard take("<") else { throw .badValue(String(rest)) }
    let words = take { $0 != ">" }
    guard take(">"), !words.isEmpty else { throw .badValue("<" + words) }
    guard take("#") else { return Part(words: words) }
    let digits = take { $0.isNumber }
    guard let occurrence = Int(digits), occurrence > 0 else {
      throw .badValue("<\(words)>#\(digits)")
    }
    return Part(words: words, occurrence: occurrence)
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == " " }
  }

  private mutating func take(_ mark: Character) -> Bool {
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(taken)
  }
}
