import Testing

@Suite struct RecordJudgeTests {
  private let text = """
    Bridge shut

    Café owners – “six” of them – may sue Norland, Mayor Ana Ruiz of the Café party said on Tuesday.
    The mayor met no one. At least 12 people were killed in Saltport.
    """

  /// What the record lacks when read by the line; `nil` when the line is met.
  private func shortfall(_ line: String, _ lists: String = "") throws -> String? {
    let contents = "=== one\n\(text)\n---\n" + line
    let cases = try CaseParser.cases(in: contents, file: "29-bridge.txt")
    let expectation = try #require(cases.first?.expectations.first)
    guard case .record(let demand) = expectation.demand else { return "not of the record" }
    let json = spelled("{" + lists + rest + "}")
    return try RecordJudge(Array(json.utf8), text: text).shortfall(of: demand)
  }

  private let rest = #"""
    "report": {"dateline": {"place": "l1", <<Saltport>>}},
    "layers": ["statements", "events", "entities", "places", "times", "relations"]
    """#

  /// The edges, in code points, of words in doubled angle brackets.
  private func spelled(_ json: String) -> String {
    json.replacing(/<<(.*?)>>/) { match in
      guard let range = text.firstRange(of: match.1) else { return "missing" }
      let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      return "\"start\": \(start), \"end\": \(start + match.1.unicodeScalars.count)"
    }
  }

  private let entities = """
    "entities": [
      {"id": "e1", "name": "Ana Ruiz", "type": "person", "country": null, "gender": "female",
       "roles": [{"text": "Mayor", <<Mayor>>, "of": "e2"}],
       "mentions": [{<<Mayor Ana Ruiz of the Café party>>, "kind": "name", "metonym": false},
                    {<<The mayor>>, "kind": "nominal", "metonym": false}]},
      {"id": "e2", "name": "Norland", "type": "state", "country": "NOR", "roles": [],
       "mentions": [{<<Norland>>, "kind": "name", "metonym": true}]},
      {"id": "e3", "name": "Saltport", "type": "place", "roles": [],
       "mentions": [{<<in Saltport>>, "kind": "name", "metonym": false}]}],
    "places": [{"id": "l1", "entity": "e3", "name": "Salt Port", "precision": "point"}],
    """

  private var statements: String {
    entities + """
      "times": [{"id": "x1", <<on Tuesday>>, "type": "DATE", "value": "2026-03-03", "mod": null}],
      "statements": [
        {"id": "t1", "spans": [{<<Café owners>>}, {<<may sue Norland>>}], "holder": ["e1"],
         "chain": ["reporter", "e1"], "certainty": "PS+", "reporter_certainty": "Uu",
         "hedges": [{<<may>>}], "class": "planned", "place": "l1",
         "time": {"value": "2026-03-03", "begin": null, "end": "2026-03-05", "times": ["x1"]}},
        {"id": "t2", "spans": [{<<The mayor met no one>>}], "holder": "reporter", "chain": ["reporter"], "certainty": "CT-",
         "reporter_certainty": "CT-", "hedges": [], "class": "past_fact", "time": null,
         "place": null}],
      "relations": [{"type": "contrast", "from": "t2", "to": "t1"}],
      """
  }

  private let events = """
    "events": [
      {"id": "v1", "trigger": {<<killed>>}, "lemma": "kill", "type": "ASSAULT", "mode": null,
       "contexts": ["military", "legal"], "actors": [], "recipients": ["e3"],
       "status": "happened", "time": null, "place": null,
       "numbers": [{<<At least 12>>, "value": 12, "unit": "people killed"}]}],
    """

  @Test(arguments: [
    "statement <Café owners> + <may sue Norland> certainty=PS+ holder=<Ana Ruiz>",
    "statement <owners> + <may sue Norland> has=<sue> lacks=<six> class=planned|normative",
    "statement <may sue Norland> reporter_certainty=Uu hedges=<may> chain=<Ana Ruiz>",
    "statement <may sue Norland> time=2026-03-03 begin=none end=2026-03-05 place=<Saltport>",
    "statement <may sue Norland> time=<Tuesday> holder=some",
    "statement <The mayor met ~ one>|<Bridge> holder=reporter chain=reporter hedges=none time=none",
    "no-statement <may sue Norland> certainty=CT+",
    "no-statement <Bridge shut>",
    "relation contrast from=<The mayor met> to=<sue>",
    "relation contrast|conflicts",
    "no-relation contrast from=<sue>",
    "no-relation denies",
  ])
  func `a statement is met by its words and its values`(line: String) throws {
    #expect(try shortfall(line, statements) == nil)
  }

  @Test(arguments: [
    ("statement <Café owners>", "no statement at “Café owners” among 2"),
    (
      "statement <may sue Norland> certainty=CT+ class=planned holder=reporter",
      "statement at “may sue Norland”: certainty is PS+, holder is [Ana Ruiz]"
    ),
    ("statement <may sue Norland> lacks=<may>", "statement at “may sue Norland”: lacks is"),
    ("statement <may sue Norland> hedges=none", "statement at “may sue Norland”: hedges is “may”"),
    ("statement <may sue Norland> time=2026-03-04", "time is 2026-03-03"),
    ("statement <may sue Norland> chain=<Norland> + <Ana Ruiz>", "chain is [reporter Ana Ruiz]"),
    ("no-statement <may sue Norland> certainty=PS+", "there is such a statement"),
    ("relation contrast from=<sue>", "relation contrast: from is “The mayor met no one”"),
    ("relation denies", "no relation denies among 1"),
  ])
  func `what a statement is instead is said`(line: String, found: String) throws {
    let shortfall = try #require(try shortfall(line, statements))
    #expect(shortfall.contains(found))
  }

  @Test(arguments: [
    ("event <were killed> type=ASSAULT status=happened mode=none context=legal", true),
    ("event <killed> lemma=kill actors=none recipients=<Saltport>", true),
    ("event <killed> number=<12> value=12 unit=killed|dead", true),
    ("event <killed> number=<12> value=11", false),
    ("event <killed> value=12 unit=tonnes", false),
    ("event <killed> number=none", false),
    ("event <killed> status=planned", false),
    ("event <killed> context=economic", false),
    ("event <people were killed>", false),
    ("no-event <killed> type=CONSULT", true),
    ("no-event <met>", true),
    ("no-event <killed>", false),
  ])
  func `an event is known by its trigger`(line: String, isMet: Bool) throws {
    #expect(try (shortfall(line, entities + events) == nil) == isMet)
  }

  @Test(arguments: [
    ("entity <Ana Ruiz> type=person role=<Mayor> of=<Norland> gender=female kind=name", true),
    ("entity <The mayor> kind=nominal metonym=false country=none", true),
    ("entity <Norland> country=NOR metonym=true role=none", true),
    ("entity <Norland> metonym=false", false),
    ("entity <Ana Ruiz> role=<Mayor> of=<Saltport>", false),
    ("entity <Ana Ruiz> role=<owners>", false),
    ("entity <Café party>", false),
    ("entity <owners>", false),
    ("no-entity <owners>", true),
    ("no-entity <Norland> type=place", true),
    ("no-entity <Norland> type=state", false),
    ("same-entity <Ana Ruiz> <The mayor>", true),
    ("same-entity <Ana Ruiz> <Norland>", false),
    ("same-entity <Ana Ruiz> <owners>", false),
    ("different-entity <The mayor> <Norland> <Saltport>", true),
    ("different-entity <The mayor> <Norland> <Ana Ruiz>", false),
    ("different-entity <The mayor> <owners>", false),
    ("place <Saltport> precision=point name=Salt_Port country=none", true),
    ("place <Saltport> precision=country", false),
    ("no-place <Norland>", true),
    ("no-place <Saltport> precision=point", false),
  ])
  func `entities and places are known by their mentions`(line: String, isMet: Bool) throws {
    #expect(try (shortfall(line, entities) == nil) == isMet)
  }

  @Test(arguments: [
    ("time <Tuesday> type=DATE value=2026-03-03|2026-W10-2 mod=none", true),
    ("time <Tuesday> value=2026-03", false),
    ("time <Tuesday> mod=START", false),
    ("no-time <Saltport>", true),
    ("no-time <Tuesday>", false),
  ])
  func `a time is known by its words`(line: String, isMet: Bool) throws {
    #expect(try (shortfall(line, statements) == nil) == isMet)
  }

  @Test func `what the record does not read is never taken for nothing found`() throws {
    let contents = "=== one\n\(text)\n---\nno-event <met>"
    let cases = try CaseParser.cases(in: contents, file: "29-bridge.txt")
    guard case .record(let demand) = cases.first?.expectations.first?.demand else { return }
    let json = Array(#"{"events": [], "layers": ["entities"]}"#.utf8)
    #expect(try RecordJudge(json, text: text).shortfall(of: demand) == "events are not read")
  }
}
