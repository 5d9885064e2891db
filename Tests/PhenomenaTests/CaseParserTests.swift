import QuothReport
import Testing

@Suite struct CaseParserTests {
  private let report = """
    # Item 2: an invented one

    === the mayor
    Bridge shut

    The bridge is shut, the mayor said on Monday. "It is old," she said.
    """

  private func demand(_ line: String) throws -> Expectation.Demand {
    let cases = try CaseParser.cases(in: report + "\n---\n" + line, file: "02-mayor.txt")
    return try #require(cases.first?.expectations.first?.demand)
  }

  private func error(_ contents: String, file: String = "02-mayor.txt") -> CaseError? {
    #expect(throws: CaseError.self) { try CaseParser.cases(in: contents, file: file) }
  }

  private func words(_ passage: Passage?) throws -> [String] {
    let cases = try CaseParser.cases(
      in: report + "\n---\noutside <Bridge>", file: "02-mayor.txt")
    let bytes = Array(try #require(cases.first).text.utf8)
    return try #require(passage).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func `a case has its item, name, place and report`() throws {
    let cases = try CaseParser.cases(
      in: report + "\n---\ndate 2026-03-04\noutside <Bridge shut>\n", file: "02-mayor.txt")
    let first = try #require(cases.first)
    #expect(cases.count == 1)
    #expect((first.item, first.file, first.line, first.name) == (2, "02-mayor", 3, "the mayor"))
    #expect(first.text.hasPrefix("Bridge shut\n\nThe bridge"))
    #expect(first.text.hasSuffix("she said."))
    #expect(first.date == "2026-03-04")
    #expect(first.expectations.map(\.line) == [9])
  }

  @Test func `words resolve to the occurrence nearest to the content`() throws {
    let line = #"expect source=<she> cue=<said> content=<"It is old,">"#
    guard case .attribution(.exists(let pattern)) = try demand(line),
      case .words(let cue) = pattern.cue, case .words(let content) = pattern.content
    else {
      Issue.record("not an attribution with cue and content")
      return
    }
    #expect(cue == [[Span(start: 76, end: 80)]])
    #expect(try words(content.first) == [#""It is old,""#])
  }

  @Test func `a stated occurrence wins over the nearest one`() throws {
    let line = #"expect cue=<said>#1 content=<"It is old,">"#
    guard case .attribution(.exists(let pattern)) = try demand(line) else { return }
    #expect(pattern.cue == .words([[Span(start: 43, end: 47)]]))
  }

  @Test func `parts, ranges and alternatives each keep their words`() throws {
    let line = #"expect content=<The bridge> + <mayor said>|<The ~ shut>"#
    guard case .attribution(.exists(let pattern)) = try demand(line),
      case .words(let content) = pattern.content
    else {
      Issue.record("not an attribution with content")
      return
    }
    let found = try content.map { try words($0) }
    #expect(found == [["The bridge", "mayor said"], ["The bridge is shut"]])
  }

  @Test func `words inside a longer word are not found`() {
    #expect(
      error(report + "\n---\noutside <ridge>")
        == CaseError(file: "02-mayor.txt", line: 8, problem: .notInText("ridge")))
  }

  @Test func `a value that the report lacks is an error at its line`() {
    #expect(
      error(report + "\n---\noutside <Bridge>\nexpect source=<the governor>")
        == CaseError(file: "02-mayor.txt", line: 9, problem: .notInText("the governor")))
    #expect(
      error(report + "\n---\noutside <said>#3")
        == CaseError(file: "02-mayor.txt", line: 8, problem: .notInText("said")))
  }

  @Test(arguments: [
    ("quoth <Bridge>", CaseError.Problem.unknownDirective("quoth")),
    ("expect sauce=<Bridge>", .unknownField("sauce")),
    ("expect kind=sideways", .badValue("sideways")),
    ("expect source=<Bridge", .badValue("<Bridge")),
    ("expect source=", .badValue("source=")),
    ("expect source=mayor", .badValue("mayor")),
    ("outside <Bridge> <shut>", .badValue("2 passages")),
    ("sentence <Bridge>", .badValue("role")),
    ("outside <Bridge>#0", .badValue("<Bridge>#0")),
  ])
  func `a malformed line names itself and what is wrong`(line: String, problem: CaseError.Problem) {
    #expect(
      error(report + "\n---\n" + line)
        == CaseError(file: "02-mayor.txt", line: 8, problem: problem))
  }

  @Test func `a case without name, report or expectations is an error`() {
    #expect(error("===\nShut\n---\noutside <Shut>")?.problem == .unnamedCase)
    #expect(error("=== a\n\n---\noutside <Shut>")?.problem == .noReport)
    #expect(error("=== a\nShut\n")?.problem == .noExpectations)
    #expect(error("=== a\nShut\n", file: "mayor.txt")?.problem == .badFileName)
    let twice = "=== a\nShut\n---\noutside <Shut>\n"
    #expect(error(twice + twice)?.problem == .repeatedName("a"))
  }

  @Test func `an error reads as file, line and reason`() {
    let error = CaseError(file: "02-mayor.txt", line: 8, problem: .notInText("ridge"))
    #expect("\(error)" == "02-mayor.txt:8: the report does not contain “ridge”")
  }
}
