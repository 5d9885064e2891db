import Testing

@testable import QuothTime

@Suite struct `The grammar of times` {
  @Test func `every rule has an example, and every example is read as it says`() throws {
    let grammar = try shippedGrammar()
    let reader = TimeReader(grammar: grammar)
    for rule in grammar.rules {
      #expect(!rule.examples.isEmpty, "rules.txt:\(rule.line): no example")
      for example in rule.examples {
        let marked = Bracketed(example.marked)
        let text = text(marked.text)
        let times = reader.expressions(in: text, published: "2026-03-04")
        #expect(
          times.map { text.words($0.span) } == marked.parts, "rules.txt:\(example.line)")
        #expect(times.map(\.reading) == example.readings, "rules.txt:\(example.line)")
      }
    }
  }

  @Test func `every example is read by its own rule`() throws {
    let grammar = try shippedGrammar()
    for rule in grammar.rules {
      let read = rule.examples.contains { example in
        let lexemes = Lexemes(text(Bracketed(example.marked).text), grammar: grammar)
        return lexemes.sentences.contains { sentence in
          let matcher = TimeMatcher(lexemes: lexemes, grammar: grammar, sentence: sentence)
          return sentence.contains { token in
            matcher.longest(at: token).map { grammar.rules[$0.rule].line == rule.line } ?? false
          }
        }
      }
      #expect(read, "rules.txt:\(rule.line): another rule reads its examples")
    }
  }

  @Test(
    arguments: [
      ("rule\n", "nothing follows \"rule\""),
      ("means date\n", "\"means\" stands before the first rule"),
      ("rule now\nmeans dinner\n", "\"dinner\" is no meaning"),
      ("rule now\nmeans date colour:red\n", "\"colour:red\" sets nothing"),
      ("rule {moon}\n", "{moon} is no class"), ("rule <moon>\n", "<moon> is not known here"),
      ("rule (now\n", "a bracket is not closed"), ("rule now)\n", "a bracket is not opened"),
      ("rule now?\n", "the pattern takes no word"), ("rule ?\n", "\"?\" follows nothing"),
      ("rule now\nreads Now.\n", "an example is written: words = reading"),
      ("rule now\nonly beside it\n", "a condition begins with before or after"),
      ("rule now\nshows it\n", "\"shows\" is no keyword"),
      ("let now\n", "a part is written: let name = pattern"),
    ])
  func `a malformed rule is named with its line`(file: String, what: String) {
    let line = file.split(separator: "\n").count
    #expect(throws: TimeGrammarError.malformed(file: "time/rules.txt", line: line, what: what)) {
      try TimeGrammar { $0 == "time/rules.txt" ? file : "" }
    }
  }

  @Test func `a malformed line of words is named`() {
    let error = TimeGrammarError.malformed(
      file: "time/words.tsv", line: 2, what: "2 fields where 3 are due, divided by tabs")
    #expect(throws: error) {
      try TimeGrammar { $0 == "time/words.tsv" ? "# note\nmonth\tMay\n" : "" }
    }
    #expect(error.message.hasPrefix("time/words.tsv, line 2: 2 fields"))
    #expect(error.slug == "lexicon.malformed")
  }
}
