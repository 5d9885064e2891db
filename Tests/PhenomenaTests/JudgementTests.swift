import QuothAnnotation
import QuothReport
import QuothStatement
import QuothText
import Testing

@Suite struct JudgementTests {
  private let contents = """
    === one
    Bridge shut

    The old iron bridge over the river is shut, Mayor Ana Ruiz said on Tuesday.

    "It is worn out," she added. "We shall paint it."
    ---

    """
  private let bridge = "The old iron bridge over the river is shut"

  private func passes(
    _ line: String, _ attributions: [Attribution]
  ) throws -> Bool {
    let cases = try CaseParser.cases(in: contents + line, file: "01-bridge.txt")
    let phenomenon = try #require(cases.first)
    let length = phenomenon.text.utf8.count
    let report = Report(
      id: "sha256:0", text: phenomenon.text,
      blocks: [
        Block(span: Span(start: 0, end: 11), role: .headline),
        Block(span: Span(start: 13, end: 88), role: .body),
        Block(span: Span(start: 90, end: length), role: .body),
      ])
    let reading = Reading(
      text: Text(report), attributions: attributions, entities: [], model: "none")
    return try Judgement(of: reading, on: phenomenon).passes
  }

  private func fails(
    _ line: String, _ attributions: [Attribution]
  ) throws -> Bool {
    try !passes(line, attributions)
  }

  /// An attribution whose parts are given as words of the report.
  private func attribution(
    _ id: Int = 0, source: String? = nil, cue: String? = nil, content: String,
    kind: Attribution.Kind = .indirect, entities: [Int] = [], parent: Int? = nil
  ) throws -> Attribution {
    func spans(_ words: String?) throws -> [Span] {
      guard let words else { return [] }
      let body = contents.split(separator: "---")[0].dropFirst("=== one\n".count)
      return try PassageFinder(String(body)).passage([.init(words: words)])
    }
    return Attribution(
      id: id, source: try spans(source), cue: try spans(cue), content: try spans(content),
      kind: kind, sourceEntities: entities, parent: parent, confidence: 1)
  }

  @Test func `an attribution with these words passes`() throws {
    let line = "expect source=<Mayor Ana Ruiz> cue=<said> content=<\(bridge)> kind=indirect"
    let right = try attribution(source: "Mayor Ana Ruiz", cue: "said", content: bridge)
    #expect(try passes(line, [right]))
    #expect(try fails(line, []))
    var direct = right
    direct.kind = .direct
    #expect(try fails(line, [direct]))
  }

  @Test func `a content passes at four fifths of the words and fails below`() throws {
    let line = "expect content=<\(bridge)>"
    let most = try attribution(content: "old iron bridge over the river is shut")
    #expect(try passes(line, [most]))
    #expect(try fails(line + " exact", [most]))
    #expect(try fails(line, [attribution(content: "iron bridge over the river is shut")]))
  }

  @Test func `a source must hold the head`() throws {
    let line = "expect source=<Mayor Ana Ruiz> content=<\(bridge)>"
    #expect(try passes(line, [attribution(source: "Ana Ruiz", content: bridge)]))
    #expect(try fails(line, [attribution(source: "Mayor Ana", content: bridge)]))
    #expect(
      try passes(line + " head=<Ana>", [attribution(source: "Mayor Ana", content: bridge)]))
  }

  @Test func `none asks for no source, some for any`() throws {
    let nobody = try attribution(content: bridge)
    let somebody = try attribution(source: "Ana Ruiz", content: bridge)
    #expect(try passes("expect source=none content=<\(bridge)>", [nobody]))
    #expect(try fails("expect source=none content=<\(bridge)>", [somebody]))
    #expect(try passes("expect source=some content=<\(bridge)>", [somebody]))
    #expect(try fails("expect source=some content=<\(bridge)>", [nobody]))
  }

  @Test func `absent and outside fail where the words are attributed`() throws {
    let found = try attribution(source: "she", cue: "added", content: bridge)
    #expect(try fails("absent source=<she>", [found]))
    #expect(try passes("absent source=<Ana Ruiz>", [found]))
    #expect(try fails("outside <iron>", [found]))
    #expect(try passes("outside <Bridge shut>", [found]))
  }

  @Test func `a parent is known by its content`() throws {
    let outer = try attribution(0, content: "\(bridge), Mayor Ana Ruiz said")
    let inner = try attribution(1, source: "Ana Ruiz", content: bridge, parent: 0)
    let line = "expect source=<Ana Ruiz> content=<\(bridge)> parent=<The old ~ said>"
    #expect(try passes(line, [outer, inner]))
    var orphan = inner
    orphan.parent = nil
    #expect(try fails(line, [outer, orphan]))
  }

  @Test func `says pools a quotation with what runs on from it`() throws {
    let first = try attribution(0, source: "she", cue: "added", content: #""It is worn out,""#)
    let second = try attribution(1, source: "she", content: #""We shall paint it.""#)
    let line =
      #"says source=<she> cue=<added> content=<"It is worn out,"> + <"We shall paint it.">"#
    #expect(try passes(line, [first, second]))
    #expect(try fails(line, [first]))
    var other = second
    other.source = []
    #expect(try fails(line, [first, other]))
  }

  @Test func `sources are the same by entity or by words`() throws {
    let first = try attribution(0, source: "Mayor Ana Ruiz", content: bridge, entities: [0])
    let second = try attribution(1, source: "she", content: #""It is worn out,""#, entities: [0])
    let other = try attribution(2, source: "she", content: #""It is worn out,""#, entities: [1])
    #expect(try passes("same-source <iron bridge> <It is worn out>", [first, second]))
    #expect(try fails("different-source <iron bridge> <It is worn out>", [first, second]))
    #expect(try passes("different-source <iron bridge> <It is worn out>", [first, other]))
    #expect(try fails("same-source <iron bridge> <It is worn out>", [first, other]))
    #expect(try fails("same-source <iron bridge> <It is worn out>", [first]))
  }

  @Test func `sentences must match whole, and roles where they stand`() throws {
    #expect(try passes(#"sentences <Bridge shut> <"We shall paint it.">"#, []))
    #expect(try fails("sentences <Bridge>", []))
    #expect(try passes("sentence <Bridge shut> role=headline", []))
    #expect(try fails("sentence <Bridge shut> role=body", []))
  }

  @Test func `a tenth of the cases or so is only counted`() throws {
    let cases = try CaseFiles.all().flatMap(\.cases)
    let counted = cases.filter(\.isOnlyCounted).count
    #expect(cases.count / 20...cases.count / 5 ~= counted)
  }
}
