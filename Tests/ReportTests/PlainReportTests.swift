import QuothReport
import QuothTestSupport
import Testing

/// What each passage of a plain text is taken for.
struct PlainReportTests {
  private func report(_ text: String, file: String = "report.txt") throws -> Report {
    try Report(Document(bytes: Array(text.utf8), file: file), id: "sha256:0")
  }

  private func roles(_ report: Report) -> [String] {
    let bytes = Array(report.text.utf8)
    return report.blocks.map { block in
      "\(block.role): " + String(decoding: bytes[block.span.range], as: UTF8.self)
    }
  }

  private static let whole = """
    Two killed as Kestrel bridge closes; Norland blames Sudland

    Ministry says shells came from across the river

    By Ana Ruiz and Tom Ek, Harbour Herald
    Wed 4 Mar 2026

    SALTPORT, Norland (CNA) — Norland shut the Kestrel bridge on Tuesday after two people were killed there, the transport ministry said.

    "They fired on civilians," army spokesperson Ilse Brandt told the Herald.

    What comes next

    Talks may resume next week, according to two diplomats who were not authorised to speak.

    Soldiers at the Kestrel bridge on Tuesday. (Photo: Ivo Lund/CNA)

    With files from the Coastal News Agency
    Reporting by Ana Ruiz; Editing by Tom Ek
    """

  @Test func `every passage of a report has its role`() throws {
    #expect(
      roles(try report(Self.whole)) == [
        "headline: Two killed as Kestrel bridge closes; Norland blames Sudland",
        "deck: Ministry says shells came from across the river",
        "credit: By Ana Ruiz and Tom Ek, Harbour Herald", "credit: Wed 4 Mar 2026",
        "body: SALTPORT, Norland (CNA) — Norland shut the Kestrel bridge on Tuesday after two people were killed there, the transport ministry said.",
        "body: \"They fired on civilians,\" army spokesperson Ilse Brandt told the Herald.",
        "subhead: What comes next",
        "body: Talks may resume next week, according to two diplomats who were not authorised to speak.",
        "caption: Soldiers at the Kestrel bridge on Tuesday. (Photo: Ivo Lund/CNA)",
        "credit: With files from the Coastal News Agency",
        "credit: Reporting by Ana Ruiz; Editing by Tom Ek",
      ])
  }

  @Test func `a report says who wrote it, for whom, when and where`() throws {
    let report = try report(Self.whole)
    #expect(report.headline?.value == "Two killed as Kestrel bridge closes; Norland blames Sudland")
    #expect(report.byline == Stated(["Ana Ruiz", "Tom Ek"], from: .text))
    #expect(report.publisher == Stated("Harbour Herald", from: .text))
    #expect(report.published == Stated("2026-03-04", from: .text))
    #expect(report.credit.contains("CNA"))
    #expect(report.credit.contains("With files from the Coastal News Agency"))
    let place = try #require(report.dateline?.place)
    #expect(String(decoding: Array(report.text.utf8)[place.range], as: UTF8.self) == "SALTPORT")
  }

  @Test func `the text is kept as it was, line ends and all`() throws {
    let text = "\u{FEFF}Bridge shut\r\n\r\n  The bridge is shut, the ministry said on Tuesday. \r\n"
    let report = try report(text)
    #expect(Array(report.text.utf8) == Array(text.dropFirst().utf8))
    #expect(
      roles(report) == [
        "headline: Bridge shut", "body: The bridge is shut, the ministry said on Tuesday.",
      ])
  }

  @Test func `the user's date counts where the report states none`() throws {
    func published(_ text: String) throws -> Stated<String>? {
      try Report(Document(bytes: Array(text.utf8), published: "2026-03-09"), id: "").published
    }
    #expect(
      try published("Bridge shut\n\nIt is shut, they say.") == Stated("2026-03-09", from: .flag))
    #expect(try published(Self.whole) == Stated("2026-03-04", from: .text))
  }

  @Test(arguments: [
    "The ministry shut the bridge on Tuesday after two people were killed.\n\nIt will stay shut for a week, an official said, while divers look at its piers.",
    "SALTPORT — The bridge is shut.\n\nIt will stay shut, an official said.",
    "“They fired on civilians,” Ilse Brandt said.\n\nSudland denied it. Its minister said the border was closed.",
    "Norland shut the bridge",
    "On Tuesday, Norland shut the bridge, and nobody could cross the river for a day.\n\nIt opened again on Wednesday, the ministry said in a statement to the Herald.",
  ])
  func `a text without a headline keeps its first paragraph as body`(text: String) throws {
    let report = try report(text)
    #expect(report.headline == nil)
    #expect(report.blocks.allSatisfy { $0.role == .body })
  }

  @Test(arguments: [
    "Norland Shuts Kestrel Bridge.", "Bridge shut; ", "Norland shuts bridge, blames Sudland",
    "Who shut the bridge?",
    "Minister quits over bridge deaths.",
  ])
  func `a headline is known with and without its full stop`(headline: String) throws {
    let report = try report(
      headline
        + "\n\nThe ministry shut the bridge on Tuesday after two people were killed there, and an official said that it would stay shut for a week.\n\nSudland denied all of it."
    )
    #expect(report.blocks.map(\.role) == [.headline, .body, .body])
  }

  @Test func `what an archive sets round a report is left out`() throws {
    let report = try report(
      "Bridge shut; \nNorland blames Sudland.\n\nABSTRACT.\n\nNorland has shut a bridge.\n\nFULL TEXT.\n\nThe ministry shut the Kestrel bridge on Tuesday, an official said."
    )
    #expect(
      roles(report) == [
        "headline: Bridge shut;", "deck: Norland blames Sudland.",
        "deck: Norland has shut a bridge.",
        "body: The ministry shut the Kestrel bridge on Tuesday, an official said.",
      ])
    #expect(report.headline?.value == "Bridge shut")
  }

  @Test func `lines broken at one width are one paragraph`() throws {
    let report = try report(
      """
      Bridge shut

      The ministry shut the Kestrel bridge on Tuesday
      after two people were killed there, an official
      said.
        It will stay shut for a week, while divers look
      at its piers, she said.
      """)
    #expect(
      roles(report) == [
        "headline: Bridge shut",
        "body: The ministry shut the Kestrel bridge on Tuesday\nafter two people were killed there, an official\nsaid.",
        "body: It will stay shut for a week, while divers look\nat its piers, she said.",
      ])
  }

  @Test func `lines of full paragraphs are paragraphs without blank lines between`() throws {
    let report = try report(
      "Bridge shut\nThe ministry shut the bridge on Tuesday, an official said.\nIt will stay shut for a week.\nSudland denied it."
    )
    #expect(report.blocks.map(\.role) == [.headline, .body, .body, .body])
  }

  @Test func `list items lose their marks`() throws {
    let report = try report(
      "Bridge shut\n\nThe ministry named three steps on Tuesday:\n\n- close the bridge\n• send divers\n2. open it again"
    )
    let bytes = Array(report.text.utf8)
    let items = report.blocks.filter { $0.form == .listItem }
    #expect(
      items.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == [
        "close the bridge", "send divers", "open it again",
      ])
  }

  @Test func `a credit in parentheses is parted from the paragraph before it`() throws {
    let report = try report(
      "Bridge shut\n\nThe ministry shut the bridge on Tuesday, it said. (Reporting by Tom Ek; Editing by Ana Ruiz.)"
    )
    #expect(
      roles(report).suffix(2) == [
        "body: The ministry shut the bridge on Tuesday, it said.",
        "credit: (Reporting by Tom Ek; Editing by Ana Ruiz.)",
      ])
  }

  @Test(arguments: [
    "By Monday morning, the bridge was shut, and nobody could cross the river.",
    "The minister said (reporting by the Herald had shown it) that the bridge was unsound.",
    "Photo editors at the Herald said that the picture was genuine.",
    "With files in her hand, the minister walked out of the room.",
    "Reuters and others said the bridge was shut.",
    "The bridge was to open on 4 March 2026, the ministry said.",
  ])
  func `sentences that begin like a credit are body`(sentence: String) throws {
    let report = try report(
      "Bridge shut\n\nThe bridge over the river is shut, the ministry said.\n\n\(sentence)\n\nIt gave no reason."
    )
    #expect(report.blocks.map(\.role) == [.headline, .body, .body, .body])
  }

  @Test func `invitations and lists of other reports are no blocks`() throws {
    let report = try report(
      "Bridge shut\n\nThe ministry shut the bridge on Tuesday, it said.\n\nSign up for our newsletter\n\nRelated stories\n\nMinister resigns\n\nDivers find shells"
    )
    #expect(report.blocks.map(\.role) == [.headline, .body])
  }

  @Test func `a report that breaks off in a sentence is called cut off`() throws {
    let cut = try report(
      "Bridge shut\n\nThe ministry shut the bridge on Tuesday after two people were killed there and an"
    )
    #expect(cut.warnings.map(\.slug) == ["report.truncated"])
    #expect(try report(Self.whole).warnings.isEmpty)
  }
}
