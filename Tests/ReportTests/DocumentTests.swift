import QuothReport
import Testing

/// What a document is taken for, and what it becomes.
struct DocumentTests {
  private static let page = """
    <html><head><title>Bridge shut</title></head><body><h1>Bridge shut</h1>
    <p>The ministry shut the Kestrel bridge on Tuesday after two people were killed there, an official said.</p>
    <p>It will stay shut for a week while divers look at its piers, she told the Harbour Herald on Wednesday.</p>
    <p>Sudland denied that shells had come from its side of the river, and its minister called for talks.</p></body></html>
    """

  @Test(
    arguments: [("report.txt", nil), ("report.html", nil), (nil, "text/html"), ("-", nil)]
      as [(String?, String?)])
  func `a page is known by name, by type or by its look`(file: String?, mediaType: String?) throws {
    let report = try Report(
      Document(bytes: Array(Self.page.utf8), file: file, mediaType: mediaType), id: "i")
    #expect(report.headline?.value == "Bridge shut")
    #expect(!report.text.contains("<p>"))
    #expect(report.id == "i")
    #expect(report.file == file)
  }

  @Test func `a page without an article is an error`() {
    let bytes = Array("<html><body><a href='/a'>Home</a></body></html>".utf8)
    #expect(throws: ReportError.noArticle(document: "front.html")) {
      try Report(Document(bytes: bytes, file: "front.html"), id: "")
    }
  }

  @Test func `an error says where it happened and has a stable name`() {
    let error = ReportError.binary(document: "bridge.doc", kind: "an old office document")
    #expect(error.slug == "report.binary")
    #expect(error.message.hasPrefix("bridge.doc: "))
  }

  @Test(arguments: ["Bridge shut", "BRIDGE SHUT."])
  func `a title that comes with a text is its headline, once`(title: String) throws {
    let body = "The ministry shut the Kestrel bridge on Tuesday, an official said."
    for text in [body, "Bridge shut\n\n\(body)"] {
      let report = try Report(Document(bytes: Array(text.utf8), title: title), id: "")
      let bytes = Array(report.text.utf8)
      #expect(report.headline == Stated(title, from: .flag))
      #expect(report.blocks.map(\.role) == [.headline, .body])
      #expect(
        String(decoding: bytes[report.blocks[1].span.range], as: UTF8.self) == body)
    }
  }

  @Test func `Markdown is read as its readers see it`() throws {
    let text = """
      ---
      title: "Bridge shut"
      author: Ana Ruiz
      date: 2026-03-04
      source: Harbour Herald
      ---
      # **Bridge** shut

      *By Ana Ruiz*

      SALTPORT — The [ministry](https://example.org/m_1) shut the *Kestrel* bridge
      on Tuesday, it said. ![A map](map.png)

      > “They fired on civilians,” Ilse Brandt said.

      ## What comes next

      - Talks resume
      - The snake_case bridge opens

      ```
      code
      ```
      """
    let report = try Report(Document(bytes: Array(text.utf8), file: "bridge.md"), id: "")
    let bytes = Array(report.text.utf8)
    #expect(
      report.blocks.map {
        "\($0.role) \($0.form): " + String(decoding: bytes[$0.span.range], as: UTF8.self)
      } == [
        "headline paragraph: Bridge shut", "credit paragraph: By Ana Ruiz",
        "body paragraph: SALTPORT — The ministry shut the Kestrel bridge on Tuesday, it said.",
        "body quotation: “They fired on civilians,” Ilse Brandt said.",
        "subhead paragraph: What comes next",
        "body listItem: Talks resume", "body listItem: The snake_case bridge opens",
      ])
    #expect(report.headline == Stated("Bridge shut", from: .meta))
    #expect(report.published == Stated("2026-03-04", from: .meta))
    #expect(report.publisher == Stated("Harbour Herald", from: .meta))
    #expect(report.byline == Stated(["Ana Ruiz"], from: .meta))
  }
}
