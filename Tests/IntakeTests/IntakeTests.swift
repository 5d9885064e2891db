import Foundation
import Quoth
import QuothIntake
import QuothReport
import QuothTestSupport
import Testing

/// Inputs of every kind, down to the documents inside them.
struct IntakeTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID())")

  /// What a file gives: each document's name and words, or the slug of its refusal.
  private func told(
    _ name: String, _ bytes: [UInt8], _ change: (inout Intake) -> Void = { _ in }
  ) throws -> [String] {
    try items(name, bytes, change).map { item in
      switch item.document {
      case .success(let document):
        "\(document.file ?? document.url ?? "-"): \(String(decoding: document.bytes, as: UTF8.self))"
          .replacingOccurrences(of: folder.path + "/", with: "")
      case .failure(let error): error.slug
      }
    }
  }

  private func items(
    _ name: String, _ bytes: [UInt8], _ change: (inout Intake) -> Void = { _ in }
  ) throws -> [IntakeItem] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try Data(bytes).write(to: URL(filePath: path))
    var intake = Intake(DocumentSource())
    change(&intake)
    var items: [IntakeItem] = []
    intake.read(.file(path)) { items.append($0) }
    return items
  }

  private let text = Packed.Member("bridge.txt", "The bridge is shut.")

  @Test func `a plain report is itself, packed or not`() throws {
    #expect(try told("bridge.txt", text.bytes) == ["bridge.txt: The bridge is shut."])
    #expect(
      try told("bridge.txt.gz", Packed.gzip(text.bytes)) == ["bridge.txt.gz: The bridge is shut."])
    #expect(try told("empty.txt", []) == ["empty.txt: "])
  }

  @Test func `an archive gives the files that a folder would`() throws {
    let archive = Packed.zip([
      text, Packed.Member("photo.jpg", "x"), Packed.Member(".hidden.txt", "x"),
      Packed.Member("__MACOSX/bridge.txt", "x"), Packed.Member("../up.txt", "x"),
      Packed.Member("more/ferry.html", "<p>Late"),
    ])
    #expect(
      try told("a.zip", archive) == [
        "a.zip!bridge.txt: The bridge is shut.", "archive.leads-out",
        "a.zip!more/ferry.html: <p>Late",
      ])
    #expect(try told("a.zip", Packed.zip([])) == ["input.nothing-found"])
  }

  @Test func `archives are opened two deep inside an archive and no deeper`() throws {
    var archive = Packed.tar([text])
    archive = Packed.zip([Packed.Member("1.tar", bytes: archive)])
    archive = Packed.gzip(Packed.tar([Packed.Member("2.zip", bytes: archive)]))
    #expect(
      try told("3.tgz", archive) == ["3.tgz!2.zip!1.tar!bridge.txt: The bridge is shut."])
    archive = Packed.zip([Packed.Member("3.tgz", bytes: archive), text])
    #expect(
      try told("4.zip", archive) == ["archive.too-deep", "4.zip!bridge.txt: The bridge is shut."])
  }

  @Test func `a web archive is read through its compression, also inside an archive`() throws {
    let page = Packed.page("https://example.org/bridge", Array("<p>Shut".utf8))
    let crawl = Packed.gzip(page) + Packed.gzip(page)
    let pages = [String](repeating: "a.warc.gz!https://example.org/bridge: <p>Shut", count: 2)
    #expect(try told("a.warc.gz", crawl) == pages)
    #expect(
      try told("b.zip", Packed.zip([Packed.Member("a.warc.gz", bytes: crawl)]))
        == pages.map { "b.zip!" + $0 })
  }

  @Test func `a page that is stored with gzip inside a web archive is unpacked`() throws {
    let page = Packed.page(
      "https://example.org/bridge", Packed.gzip(Array("<p>Shut".utf8)),
      head: ["HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Encoding: gzip"])
    #expect(try told("a.warc", page) == ["a.warc!https://example.org/bridge: <p>Shut"])
  }

  @Test func `a broken crawl gives what it has and says why it ends`() throws {
    let page = Packed.page("https://example.org/bridge", Array("<p>Shut".utf8))
    let long = Packed.page("https://example.org/long", [UInt8](repeating: 0x61, count: 200_000))
    let crawl = Packed.gzip(page) + Packed.gzip(long).dropLast(30)
    #expect(
      try told("a.warc.gz", crawl) == [
        "a.warc.gz!https://example.org/bridge: <p>Shut", "archive.broken",
      ])
  }

  @Test func `JSON Lines are known by name or by their first line`() throws {
    let lines = Array("{\"body\": \"One.\"}\n{\"text\": \"Two.\"}\n".utf8)
    for name in ["a.jsonl", "a.json", "a.txt"] {
      #expect(
        try told(name, lines) { $0.names = ["text": "body"] } == [
          "\(name)!1: One.", "lines.no-text",
        ])
    }
  }

  private static let feed = """
    <rss><channel><item><guid>1</guid><title>Bridge shut</title><link>https://example.org/bridge</link>
    <pubDate>4 March 2026</pubDate><description>Shut.</description></item></channel></rss>
    """

  @Test func `the page behind a feed's item is fetched only when that is allowed`() throws {
    let feed = Array(Self.feed.utf8)
    let fetch: DocumentSource.Fetcher = { address throws(QuothError) in
      Document(bytes: Array("<p>The bridge is shut.".utf8), url: address)
    }
    #expect(try told("feed.xml", feed) == ["feed.summary-only"])
    #expect(try told("feed.xml", feed) { $0.source.fetch = fetch } == ["feed.summary-only"])
    let items = try items("feed.xml", feed) {
      $0.source.fetch = fetch
      $0.followsLinks = true
    }
    let page = try #require(items.first).document.get()
    #expect(page.url == "https://example.org/bridge")
    #expect(page.published == "2026-03-04")
  }

  @Test func `what was done before is left out`() throws {
    let archive = Packed.zip([
      text, Packed.Member("b.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}"),
    ])
    let keys = try items("a.zip", archive).map {
      $0.key.split(separator: "/").last.map(String.init)
    }
    #expect(keys == ["a.zip@1", "a.zip@2@0", "a.zip@2@14"])
    #expect(
      try told("a.zip", archive) { $0.isDone = { $0.hasSuffix("a.zip@1") || $0.hasSuffix("@0") } }
        == ["a.zip!b.jsonl!2: 2"])
  }

  @Test func `an office document is no archive of reports`() throws {
    let document = Packed.zip([Packed.Member("word/document.xml", "<w/>")])
    #expect(
      try items("a.docx", document).map { ($0.document.map(\.bytes)) } == [.success(document)])
  }

  @Test func `a folder gives what holds reports only where that is asked for`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a.txt", "b.warc.gz", "c.RSS", "d.jpg", "e.jsonl"] {
      try Data().write(to: folder.appending(path: name))
    }
    func names(_ inputs: Inputs) throws -> [String] {
      try inputs.all.map { try $0.get().name.split(separator: "/").last.map(String.init) ?? "" }
    }
    #expect(try names(Inputs([folder.path])) == ["a.txt"])
    let all = try names(Inputs([folder.path], endings: Inputs.collectionEndings))
    #expect(all == ["a.txt", "b.warc.gz", "c.RSS", "e.jsonl"])
  }

  @Test func `what cannot be opened is named`() {
    var slugs: [String] = []
    for path in ["none.zip", "/"] {
      Intake(DocumentSource()).read(.file(path)) { item in
        if case .failure(let error) = item.document { slugs.append(error.slug) }
      }
    }
    Intake(DocumentSource()).read(.address("https://example.org/")) { item in
      if case .failure(let error) = item.document { slugs.append(error.slug) }
    }
    #expect(slugs == ["input.missing", "input.is-folder", "input.no-network"])
  }

  @Test func `whoever takes the items can stop`() throws {
    struct Enough: Error {}
    var count = 0
    let path = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID()).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(Packed.zip([text, text, text])).write(to: URL(filePath: path))
    #expect(throws: Enough.self) {
      try Intake(DocumentSource()).read(.file(path)) { _ throws(Enough) in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }
}
