import QuothReport
import Testing

@Suite struct RecordDirectiveTests {
  private let report = """
    === the mayor
    Bridge shut

    The mayor may shut the bridge on Monday. The Mayor said so. She may well.
    ---

    """

  private func demand(_ line: String) throws -> RecordDemand {
    let cases = try CaseParser.cases(in: report + line, file: "29-mayor.txt")
    let demand = try #require(cases.first?.expectations.first?.demand)
    guard case .record(let record) = demand else {
      throw CaseError.Problem.unknownDirective(line)
    }
    return record
  }

  private func problem(_ line: String) -> CaseError.Problem? {
    let error = #expect(throws: CaseError.self) {
      try CaseParser.cases(in: report + line, file: "29-mayor.txt")
    }
    return error?.problem
  }

  @Test func `an item has its list, its words and its fields`() throws {
    guard
      case .exists(let pattern) = try demand(
        "statement <may shut ~ Monday>|<the bridge> certainty=PS+|PR+ holder=reporter place=none"),
      case .values(let certainties) = pattern.fields[0].value,
      case .absent = pattern.fields[2].value
    else {
      Issue.record("not a statement with three fields")
      return
    }
    #expect(pattern.list == .statements)
    #expect(pattern.words == [[Span(start: 23, end: 52)], [Span(start: 32, end: 42)]])
    #expect(pattern.fields.map(\.key) == [.certainty, .holder, .place])
    #expect(certainties == ["PS+", "PR+"])
  }

  @Test func `what must not be is known by its first word`() throws {
    guard case .missing(let pattern) = try demand("no-event <shut> type=COERCE") else {
      Issue.record("not a missing event")
      return
    }
    #expect(pattern.list == .events)
  }

  @Test func `a relation begins with its type`() throws {
    guard case .exists(let pattern) = try demand("relation denies|disputes from=<said so>"),
      case .values(let types) = pattern.fields[0].value
    else {
      Issue.record("not a relation")
      return
    }
    #expect(types == ["denies", "disputes"])
    #expect(pattern.fields.map(\.key) == [.type, .from])
    #expect(pattern.words.isEmpty)
  }

  @Test func `parts of a field keep the order of the line and the nearest words`() throws {
    guard
      case .exists(let pattern) = try demand("statement <She may well> hedges=<well> + <may>"),
      case .passages(let alternatives) = pattern.fields[0].value
    else {
      Issue.record("not a statement with hedges")
      return
    }
    #expect(alternatives == [[[Span(start: 81, end: 85)], [Span(start: 77, end: 80)]]])
  }

  @Test func `mentions are compared two or more at a time`() throws {
    guard
      case .entities(let same, let mentions) = try demand(
        "same-entity <The mayor>|<mayor> <The Mayor> <She>")
    else {
      Issue.record("not a comparison of mentions")
      return
    }
    #expect(same)
    #expect(mentions.map { $0.map(\.first?.start) } == [[13, 17], [54], [73]])
  }

  @Test(arguments: [
    ("statement", CaseError.Problem.badValue("statement")),
    ("statement certainty=CT+", .badValue("certainty")),
    ("statement <bridge> certainty=CT", .badValue("CT")),
    ("statement <bridge> status=planned", .unknownField("status")),
    ("statement <bridge> exact", .unknownField("words([\"exact\"])")),
    ("event <shut> type=CLOSE", .badValue("CLOSE")),
    ("event <shut> mode=shouting", .badValue("shouting")),
    ("no-event <opened>", .notInText("opened")),
    ("entity <mayor> type=STATE", .badValue("STATE")),
    ("relation contradicts", .badValue("contradicts")),
    ("same-entity <mayor>", .badValue("1 passages")),
    ("no-same-entity <mayor> <She>", .unknownDirective("no-same-entity")),
  ])
  func `a malformed line names what is wrong with it`(line: String, problem: CaseError.Problem) {
    #expect(self.problem(line) == problem)
  }
}
