import QuothIntake
import QuothReport
import QuothTestSupport
import Testing

/// Web archives, as crawlers write them and as they break.
struct WARCTests {
  private func reader(limit: Int = 64_000_000) -> WARCReader {
    WARCReader(name: "a.warc", limit: limit) { $0.starts(with: [0x1F, 0x8B]) ? [0x78] : nil }
  }

  /// All items of a file, cut into pieces of so many bytes.
  private func items(
    _ archive: [UInt8], pieces: Int = 1 << 20, limit: Int = 64_000_000
  ) -> [StreamItem] {
    var reader = reader(limit: limit)
    var items: [StreamItem] = []
    for start in stride(from: 0, to: archive.count, by: pieces) {
      items += reader.read(Array(archive[start..<min(start + pieces, archive.count)]))
    }
    return items + reader.finish()
  }

  private func told(_ items: [StreamItem]) -> [String] {
    items.map { item in
      switch item.document {
      case .success(let document):
        "\(document.url ?? "-"): \(String(decoding: document.bytes, as: UTF8.self))"
      case .failure(let error): "\(error.slug) at \(item.offset)"
      }
    }
  }

  private let bridge = Packed.page("https://example.org/bridge", Array("<p>Shut".utf8))
  private let ferry = Packed.page("https://example.org/ferry", Array("<p>Late".utf8))

  @Test func `a page has its address, type, encoding and the time it was fetched`() throws {
    let item = try #require(items(bridge).first)
    let document = try item.document.get()
    #expect(item.offset == 0)
    #expect(document.url == "https://example.org/bridge")
    #expect(document.file == "a.warc!https://example.org/bridge")
    #expect(document.mediaType == "text/html")
    #expect(document.charset == "utf-8")
    #expect(document.retrieved == "2026-03-04T09:30:00Z")
    #expect(document.published == nil)
    #expect(document.bytes == Array("<p>Shut".utf8))
  }

  @Test func `requests, name look-ups, redirects and pictures are passed over`() {
    let archive =
      Packed.warc(["WARC-Type: warcinfo"], Array("software: a".utf8))
      + Packed.warc(
        ["WARC-Type: request", "WARC-Target-URI: https://example.org/bridge"],
        Array("GET /bridge HTTP/1.1\r\n\r\n".utf8))
      + Packed.warc(
        ["WARC-Type: response", "WARC-Target-URI: dns:example.org", "Content-Type: text/dns"],
        Array("20260304 127.0.0.1".utf8))
      + Packed.page("https://example.org/a", [], head: ["HTTP/1.1 301 Moved", "Location: /b"])
      + Packed.page(
        "https://example.org/c", [1], head: ["HTTP/1.1 200", "Content-Type: image/png"])
      + bridge
    #expect(told(items(archive)) == ["https://example.org/bridge: <p>Shut"])
  }

  @Test func `however the bytes come in, the same pages come out`() {
    let archive = bridge + Array("rubbish\r\n".utf8) + ferry + bridge.dropLast(20)
    let whole = told(items(archive))
    #expect(
      whole == [
        "https://example.org/bridge: <p>Shut", "warc.broken-record at \(bridge.count)",
        "https://example.org/ferry: <p>Late",
        "warc.truncated at \(bridge.count + 9 + ferry.count)",
      ])
    for pieces in [1, 2, 7, 100] { #expect(told(items(archive, pieces: pieces)) == whole) }
  }

  @Test func `a body in chunks is put together`() {
    let head = ["HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked"]
    let chunks = Array("3\r\n<p>\r\n4;a=b\r\nShut\r\n0\r\n\r\n".utf8)
    let archive =
      Packed.page("https://example.org/a", chunks, head: head)
      // Crawlers take chunks apart and leave the header.
      + Packed.page("https://example.org/b", Array("<p>Shut".utf8), head: head)
      + Packed.page("https://example.org/c", Array(chunks.dropLast(9)), head: head)
    #expect(
      told(items(archive)) == [
        "https://example.org/a: <p>Shut", "https://example.org/b: <p>Shut",
        "https://example.org/c: <p>Sh",
      ])
  }

  @Test func `gzip is undone, and what cannot be undone is named`() {
    func page(_ coding: String, _ body: [UInt8]) -> [UInt8] {
      Packed.page(
        "https://example.org/\(coding)", body,
        head: ["HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Encoding: \(coding)"])
    }
    let archive = page("gzip", [0x1F, 0x8B]) + page("gzip", [0x70]) + page("br", [0x0B])
    let found = items(archive)
    #expect(
      told(found).prefix(2) == ["https://example.org/gzip: x", "https://example.org/gzip: p"])
    #expect(
      throws: IntakeError.unknownCoding(page: "a.warc!https://example.org/br", coding: "br")
    ) { try found[2].document.get() }
  }

  @Test func `a text that a record holds itself is a page`() {
    let archive =
      Packed.warc(
        [
          "WARC-Type: conversion", "WARC-Target-URI: https://example.org/bridge",
          "Content-Type: text/plain",
        ], Array("The bridge is shut.".utf8))
      + Packed.warc(
        ["WARC-Type: resource", "WARC-Target-URI: <file:///a b.html>", "Content-Type: text/html"],
        Array("<p>Shut".utf8))
    #expect(
      told(items(archive)) == [
        "https://example.org/bridge: The bridge is shut.", "file:///a%20b.html: <p>Shut",
      ])
  }

  @Test func `a page over the limit is named and passed over`() {
    let large = Packed.page("https://example.org/large", [UInt8](repeating: 0x61, count: 5000))
    let found = items(large + bridge, pieces: 64, limit: 1000)
    #expect(told(found) == ["warc.too-large at 0", "https://example.org/bridge: <p>Shut"])
  }

  @Test func `the older ARC is read as well`() throws {
    let page = "HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>Shut"
    let archive =
      "filedesc://a.arc 0.0.0.0 20260304093000 text/plain 9\n1 0 A\nURL\n\n"
      + "https://example.org/the bridge 10.0.0.1 20260304093000 text/html \(page.utf8.count)\n\(page)\n"
      + "https://example.org/b 10.0.0.1 20260304 text/html -1\n\n"
      + "https://example.org/c 10.0.0.1 20260304093000 text/html \(page.utf8.count)\n\(page)\n"
    let found = items(Array(archive.utf8))
    #expect(
      told(found).map { $0.prefix { $0 != " " } } == [
        "https://example.org/the%20bridge:", "warc.broken-record", "https://example.org/c:",
      ])
    #expect(try found[0].document.get().retrieved == "2026-03-04T09:30:00Z")
  }

  @Test func `nothing and rubbish are no trouble`() {
    #expect(items([]).isEmpty)
    #expect(items(Array("\r\n\r\n".utf8)).isEmpty)
    #expect(told(items([0xFF])) == ["warc.truncated at 0"])
    #expect(told(items(Array("a: b c d 20260304093000\n".utf8))) == ["warc.broken-record at 0"])
    let rubbish = [UInt8](repeating: 0xFF, count: 200_000)
    #expect(told(items(rubbish, pieces: 1000)) == ["warc.broken-record at 0"])
  }
}
