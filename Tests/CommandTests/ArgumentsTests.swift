import Testing

@testable import QuothCommand

@Suite struct ArgumentsTests {
  private let program = ProgramDescription.program

  @Test(arguments: [
    ["read", "--jobs", "4", "a.txt", "b.txt"], ["read", "--jobs=4", "a.txt", "b.txt"],
    ["read", "a.txt", "-j", "4", "b.txt"], ["read", "a.txt", "b.txt", "-j4"],
    ["read", "-j", "9", "a.txt", "--jobs=4", "--", "b.txt"],
  ])
  func `a value is read in every way it can be written`(words: [String]) throws {
    let arguments = try Arguments(words, of: program)
    #expect(arguments.path == ["quoth", "read"])
    #expect(arguments.count("jobs") == 4)
    #expect(arguments.operands == ["a.txt", "b.txt"])
  }

  @Test func `a hyphen alone is an operand, and so is everything after two`() throws {
    let arguments = try Arguments(["read", "-", "--", "--json"], of: program)
    #expect(arguments.operands == ["-", "--json"])
    #expect(!arguments.has("json"))
  }

  @Test func `a mistyped word is answered with the one that was meant`() {
    let cases = [
      (["raed", "a.txt"], "Did you mean read?"),
      (["read", "--fromat", "json", "a.txt"], "Did you mean --format?"),
      (["read", "--format", "jsno", "a.txt"], "Did you mean “json”?"),
      (["eval", "atribution", "x"], "Did you mean attribution?"),
    ]
    for (words, hint) in cases {
      let error = #expect(throws: UsageError.self) { try Arguments(words, of: program) }
      #expect(error?.message.contains(hint) == true, "\(error?.message ?? "")")
    }
  }

  @Test(arguments: [
    (["read"], "command.missing-operand"), (["read", "--jobs", "0", "a"], "command.bad-value"),
    (["read", "--jobs"], "command.bad-value"), (["read", "--json=yes", "a"], "command.bad-value"),
    (["read", "--date", "2026-02-30", "a"], "command.bad-value"),
    (["read", "--date", "4 March", "a"], "command.bad-value"),
    (["model", "a"], "command.unexpected-operand"),
    (["read", "-x", "a"], "command.unknown-option"),
  ])
  func `what does not fit is named by its slug`(words: [String], slug: String) {
    let error = #expect(throws: UsageError.self) { try Arguments(words, of: program) }
    #expect(error?.slug == slug)
    #expect(error?.message.contains("--help") == true)
  }

  @Test func `the twenty-ninth of February is a day every fourth year`() throws {
    #expect(throws: UsageError.self) {
      try Arguments(["read", "--date", "2027-02-29", "a"], of: program)
    }
    let leap = try Arguments(["read", "--date", "2028-02-29", "a"], of: program)
    #expect(leap.value("date") == "2028-02-29")
  }

  @Test func `nothing far away is suggested`() {
    #expect(Suggestion.nearest(to: "read", among: ["eval", "bench", "model"]) == nil)
    #expect(Suggestion.nearest(to: "modle", among: ["eval", "bench", "model"]) == "model")
    #expect(Suggestion.distance(Array("jobs".utf8), Array("josb".utf8)) == 1)
  }
}
