import Testing

@testable import QuothSyntax

@Suite struct `Lemmas by rule` {
  @Test func `a rule cuts, adds and lowers`() {
    #expect(LemmaRule("l|3|e")?.lemma(of: "Using") == "use")
    #expect(LemmaRule("k|0|")?.lemma(of: "Saltport") == "Saltport")
    #expect(LemmaRule("t|1|")?.lemma(of: "RIVERS") == "River")
    #expect(LemmaRule("l|2|ot")?.lemma(of: "n't") == "not")
  }

  @Test func `a form too short for its rule stays as it is`() {
    #expect(LemmaRule("l|5|go")?.lemma(of: "Was") == "was")
  }

  @Test func `what is no rule is none`() {
    #expect(LemmaRule("q|0|") == nil)
    #expect(LemmaRule("l|x|") == nil)
    #expect(LemmaRule("l") == nil)
  }
}
