import Testing

@testable import QuothLedger

@Suite struct SearchQueryTests {
  @Test func `words, phrases and beginnings become strings of FTS5`() throws {
    #expect(try SearchQuery("bridge").match == "\"bridge\"")
    #expect(
      try SearchQuery("bridge \"fired on\" mort*").match
        == "\"bridge\" AND \"fired on\" AND \"mort*\" *")
    #expect(try SearchQuery("“fired on” «les civils»").match == "\"fired on\" AND \"les civils\"")
  }

  @Test(arguments: [
    "NEAR(a,b)", "a\"b", "x^2", "(bridge", "bridge)", "{words}", "a\0b", "OR", "NOT", "b-c", "+d",
  ])
  func `nothing that somebody writes has a meaning in FTS5`(words: String) throws {
    guard let match = (try? SearchQuery(words))?.match else { return }
    let inner = match.dropFirst().dropLast()
    #expect(match.first == "\"" && match.last == "\"")
    #expect(!inner.split(separator: "\"\"").joined().contains("\""), "\(match)")
    #expect(!match.contains("\0"))
  }

  @Test func `fields stand in the query or are added`() throws {
    var query = try SearchQuery("bridge holder:\"Ilse Brandt\" certainty:PR+ from:2026-03-01")
    #expect(query.fields[.holder] == ["Ilse Brandt"])
    #expect(query.fields[.certainty] == ["PR+"])
    #expect(query.match == "\"bridge\" AND holders : \"Ilse Brandt\"")
    try query.add(.act, "Deny")
    #expect(query.fields[.act] == ["Deny"])
    #expect(throws: LedgerError.self) { try query.add(.act, "sing") }
  }

  @Test(arguments: [
    ("foo:bar", "no field “foo”"), ("act:sing", "“act” takes one of accuse"),
    ("from:2026-02-31", "takes a day"), ("holder:", "nothing behind its colon"),
    ("\"fired on", "not closed"), ("— !", "no word to look for"),
  ])
  func `what cannot be understood is said`(query: String, complaint: String) {
    let error = #expect(throws: LedgerError.self) { try SearchQuery(query) }
    #expect(error?.slug == "ledger.wrong-query")
    #expect(error?.message.contains(complaint) == true, "\(error?.message ?? "")")
  }

  @Test func `a clock time and an empty query are no fields`() throws {
    #expect(try SearchQuery("10:30").match == "\"10:30\"")
    #expect(try SearchQuery(" ").isEmpty)
  }
}

@Suite struct LedgerNameTests {
  @Test func `ids are read as they are shown`() {
    #expect(LedgerName("c12") == .claim(12))
    #expect(LedgerName("y3") == .story(3))
    #expect(LedgerName("k7") == .actor(7))
    #expect(LedgerName("r12") == .report(.number(12)))
    #expect(LedgerName("r12t4") == .part(.number(12), .statement, 4))
    #expect(LedgerName("r12/v4") == .part(.number(12), .event, 4))
    #expect(LedgerName("sha256:1d6a35/a1") == .part(.id("sha256:1d6a35"), .attribution, 1))
  }

  @Test(arguments: [
    "", "c", "c0", "c-1", "c1x", "r", "r1t", "t4", "x9", "12", "r1t0", "c99999999999999999999",
  ])
  func `what is no id is none`(text: String) { #expect(LedgerName(text) == nil) }
}
