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

@Suite struct `Base forms` {
  private let lemmatiser = Lemmatiser { _ in
    Array(
      """
      # form	part	base
      ban	verb	ban
      brought	verb	bring
      bus	noun	bus
      carry	verb	carry
      found	verb	find
      found	verb	found
      house	noun	house
      house	verb	house
      news	noun	news
      urge	verb	urge
      visit	verb	visit
      wives	noun	wife
      worse	adjective	bad

      """.utf8)
  }

  @Test(arguments: [
    ("urged", "VBD", "urge"), ("banned", "VBN", "ban"), ("visiting", "VBG", "visit"),
    ("carries", "VBZ", "carry"), ("carried", "VBD", "carry"), ("brought", "VBD", "bring"),
    ("found", "VBD", "find"), ("founded", "VBD", "found"), ("found", "VBP", "found"),
  ])
  func `a verb is of the base that the list has`(form: String, tag: String, base: String) {
    #expect(lemmatiser.base(of: form, part: .verb, tag: tag) == base)
  }

  @Test(arguments: [
    ("houses", "house"), ("buses", "bus"), ("wives", "wife"), ("news", "news"), ("boats", "boat"),
    ("ferries", "ferry"), ("benches", "bench"),
  ])
  func `a plural is of the base that the list or the spelling has`(form: String, base: String) {
    #expect(lemmatiser.base(of: form, part: .noun, tag: "NNS") == base)
  }

  @Test func `a form leads to all that it may be made from`() {
    #expect(lemmatiser.bases(of: "carries") == ["carries", "carry"])
    #expect(lemmatiser.bases(of: "houses") == ["houses", "house"])
    #expect(lemmatiser.bases(of: "banned") == ["banned", "ban"])
    #expect(lemmatiser.bases(of: "banquet") == ["banquet"])
  }

  @Test func `what neither knows is left to the model`() {
    #expect(lemmatiser.base(of: "quothed", part: .verb, tag: "VBD") == nil)
    #expect(lemmatiser.base(of: "1990s", part: .noun, tag: "NNS") == nil)
    #expect(lemmatiser.base(of: "crisis", part: .noun, tag: "NN") == nil)
    #expect(lemmatiser.base(of: "worse", part: .adjective, tag: "JJR") == "bad")
  }
}
