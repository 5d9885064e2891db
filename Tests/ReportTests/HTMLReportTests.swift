import QuothReport
import Testing

struct HTMLReportTests {
  private func read(_ html: String, url: String? = nil) -> Report? {
    Report(html: html, id: "sha256:0", file: nil, url: url, warnings: [])
  }

  /// Role and words of each block, the form too where it is no plain paragraph.
  private func lines(_ report: Report) -> [String] {
    let bytes = Array(report.text.utf8)
    return report.blocks.map { block in
      let form = block.form == .paragraph ? "" : " \(block.form.rawValue)"
      return "\(block.role.rawValue)\(form): "
        + String(decoding: bytes[block.span.range], as: UTF8.self)
    }
  }

  @Test func `furniture goes and the report stays, in order and with roles`() throws {
    let report = try #require(read(HTMLPages.bridge))
    #expect(
      lines(report) == [
        "headline: Two killed as Kestrel bridge closes",
        "deck: Norland blames Sudland for the shelling; Sudland denies it.",
        "body: SALTPORT — Norland shut the Kestrel bridge on Tuesday after at least two people were killed there, the transport ministry said in a statement.",
        "body: The army assessed that shells were fired from Sudland’s side early Tuesday, its spokesperson Ilse Brandt said.",
        "subhead: “They will answer for it”",
        "body quotation: They fired on civilians, and they will answer for it.",
        "body: Brandt named three places that were hit:",
        "body listItem: the toll house on the northern bank,",
        "body listItem: a bus stop, and",
        "body listItem: the ferry landing.",
        "body: Sudland’s foreign minister, Ivo Maric, confirmed only that the border was closed.",
        "body: He would not take questions.",
        "caption: The Kestrel bridge on Tuesday evening.",
        "credit: Ida Holm/Coastal News Agency",
        "credit: With files from the Coastal News Agency.",
      ])
  }

  @Test func `a page that breaks off in a sentence is called cut off`() throws {
    let sentence = "said on Tuesday that two people were killed near the toll house"
    let end = try #require(HTMLPages.bridge.firstRange(of: "Brandt named three places"))
    let cut =
      HTMLPages.bridge[..<end.lowerBound] + "The army of Norland, with its guns, \(sentence)"
    #expect(try #require(read(String(cut))).warnings.map(\.slug) == ["report.truncated"])
    #expect(try #require(read(cut + "</p></body></html>")).warnings.isEmpty)
    #expect(try #require(read(HTMLPages.bridge)).warnings.isEmpty)
  }

  @Test func `every block is one line of the text`() throws {
    let report = try #require(read(HTMLPages.bridge))
    let bytes = Array(report.text.utf8)
    var end = 0
    for block in report.blocks {
      #expect(block.span.start == end)
      #expect(bytes[block.span.end] == UInt8(ascii: "\n"))
      end = block.span.end + 1
    }
    #expect(end == bytes.count)
  }

  @Test func `each fact says where the page states it`() throws {
    let report = try #require(read(HTMLPages.bridge, url: "https://harbour.example/latest?id=9"))
    #expect(report.headline == Stated("Two killed as Kestrel bridge closes", from: .jsonLD))
    #expect(report.byline == Stated(["Ana Ruiz", "Tomas O'Dell"], from: .jsonLD))
    #expect(report.publisher == Stated("Harbour Herald", from: .jsonLD))
    #expect(report.published == Stated("2026-03-04T07:30:00+01:00", from: .jsonLD))
    #expect(report.updated == Stated("2026-03-04T09:05:00+01:00", from: .jsonLD))
    #expect(report.section == Stated("World", from: .openGraph))
    #expect(report.language == Stated("en-GB", from: .meta))
    #expect(
      report.url
        == Stated("https://harbour.example/world/2026/03/04/kestrel-bridge-closes", from: .meta))
    #expect(report.credit == ["With files from the Coastal News Agency."])
  }

  @Test func `a relative canonical address without a base is not an address`() throws {
    let report = try #require(read(HTMLPages.bridge))
    #expect(report.url == nil)
  }

  @Test func `a page without metadata is read by what it shows`() throws {
    let report = try #require(read(HTMLPages.ferry, url: "https://post.example/f"))
    #expect(report.headline == Stated("Ferry service resumes", from: .text))
    #expect(report.byline == Stated(["Mira Lind"], from: .microdata))
    #expect(report.published == Stated("2026-03-05T16:15:00", from: .text))
    #expect(report.url == Stated("https://post.example/f", from: .flag))
    #expect(report.language == nil)
    #expect(
      lines(report).filter { $0.hasPrefix("body") }.prefix(2) == [
        "body: The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.",
        "body: It had stopped on Tuesday, after shells fell near the landing, and nobody was hurt on board.",
      ])
  }

  @Test func `the day in the address counts when nothing else dates the page`() throws {
    let report = try #require(
      read(
        "<h1>Ferry</h1><p>The ferry between Saltport and Eastmoor runs again, the office said.</p>",
        url: "https://post.example/2026/03/05/ferry"))
    #expect(report.published == Stated("2026-03-05", from: .address))
  }

  @Test func `an agency as author is a credit too`() throws {
    let report = try #require(
      read(
        """
        <meta name="author" content="Reuters"><h1>Ferry</h1>
        <p>The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.</p>
        """))
    #expect(report.byline == Stated(["Reuters"], from: .meta))
    #expect(report.credit == ["Reuters"])
  }

  @Test func `names above the first sentence are the byline where the page names only itself`()
    throws
  {
    let report = try #require(
      read(
        """
        <meta property="og:site_name" content="Saltport Post"><meta name="author" content="Saltport Post">
        <h1>Ferry</h1><div><p><strong>Mira Lind</strong></p>
        <p>The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.</p></div>
        """))
    #expect(report.byline == Stated(["Mira Lind"], from: .text))
  }

  @Test func `reports set in several parts are joined, other articles on the page are not`() throws
  {
    let report = try #require(
      read(
        """
        <main><article><h1>Ferry</h1>
        <div class="part"><p>The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.</p></div>
        <div class="slot"><a href="#">An offer</a></div>
        <div class="part"><p>It had stopped on Tuesday, after shells fell near the landing, and nobody was hurt.</p></div>
        </article>
        <article><p>In other news, the mayor of Eastmoor opened a museum of bridges, and few people came to see it.</p></article></main>
        """))
    #expect(lines(report).filter { $0.hasPrefix("body") }.count == 2)
    #expect(report.text.contains("nobody was hurt"))
  }

  @Test(arguments: ["", "   ", "<html></html>", "<p>Home</p><ul><li><a href=/>World</a></li></ul>"])
  func `a page without running text holds no report`(html: String) {
    #expect(read(html) == nil)
  }

  @Test func `a page broken off anywhere still reads without a trap`() {
    let bytes = Array(HTMLPages.bridge.utf8)
    var found = 0
    for end in stride(from: 0, to: bytes.count, by: 37)
    where read(String(decoding: bytes[..<end], as: UTF8.self)) != nil {
      found += 1
    }
    #expect(found > 0)
  }

  @Test func `a page nested too deeply is read as far as it goes, and says so`() throws {
    let sentence =
      "<p>The ferry between Saltport and Eastmoor runs again, the harbour office said on Thursday.</p>"
    let deep = String(repeating: "<div>", count: 400)
    let report = try #require(read("<h1>Ferry</h1>\(sentence)\(deep)"))
    #expect(report.warnings.map(\.slug) == ["report.page-too-large"])
  }
}
