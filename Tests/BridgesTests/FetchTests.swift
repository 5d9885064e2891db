import QuothFetch
import Testing

/// Fetching from a server on this machine; nothing else is reached.
@Suite(.serialized)
struct FetchTests {
  private func answer(_ head: String, _ body: [UInt8] = []) -> [UInt8] {
    Array("HTTP/1.1 \(head)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n".utf8) + body
  }

  private func server() throws -> LoopbackServer {
    let loop = "302 Found\r\nLocation: /loop"
    return try #require(
      LoopbackServer([
        "/page": answer("200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-2\"", [0x3C, 0x70, 0x3E, 0xB9]),
        "/bare": answer("200 OK", Array("The bridge is shut.".utf8)),
        "/moved": answer("301 Moved Permanently\r\nLocation: /page"),
        "/loop": answer(loop),
        "/away": answer("302 Found\r\nLocation: ftp://127.0.0.1/page"),
        "/image": answer("200 OK\r\nContent-Type: image/png", [1, 2, 3]),
        "/large": answer("200 OK\r\nContent-Type: text/plain", [UInt8](repeating: 0x61, count: 200_000)),
        "/endless": Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n".utf8)
          + [UInt8](repeating: 0x61, count: 200_000),
        "/cut": Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 500\r\nConnection: close\r\n\r\nThe bridge".utf8),
        "/broken": answer("500 Internal Server Error"),
      ]))
  }

  @Test func `a page comes with its type, its encoding and its last address`() throws {
    let server = try server()
    let answer = try Fetch().get(server.address("/moved"))
    #expect(answer.bytes == [0x3C, 0x70, 0x3E, 0xB9])
    #expect(answer.mediaType == "text/html")
    #expect(answer.charset == "ISO-8859-2")
    #expect(answer.address == server.address("/page"))
  }

  @Test func `an answer without a type is taken`() throws {
    let server = try server()
    let answer = try Fetch().get(server.address("/bare"))
    #expect(answer.bytes == Array("The bridge is shut.".utf8))
    #expect(answer.charset == nil)
  }

  @Test func `an address that leads in a circle is given up`() throws {
    let server = try server()
    #expect(throws: FetchError.tooManyRedirects(address: server.address("/loop"), limit: 3)) {
      try Fetch(redirectLimit: 3).get(server.address("/loop"))
    }
  }

  @Test func `a redirect may not leave the web`() throws {
    let server = try server()
    #expect(throws: FetchError.self) { try Fetch().get(server.address("/away")) }
  }

  @Test func `errors and other media are refused by name`() throws {
    let server = try server()
    #expect(throws: FetchError.status(address: server.address("/none"), code: 404)) {
      try Fetch().get(server.address("/none"))
    }
    #expect(throws: FetchError.status(address: server.address("/broken"), code: 500)) {
      try Fetch().get(server.address("/broken"))
    }
    #expect(throws: FetchError.notReadable(address: server.address("/image"), mediaType: "image/png")) {
      try Fetch().get(server.address("/image"))
    }
  }

  @Test(arguments: ["/large", "/endless"])
  func `a page over the limit is refused, with and without a stated length`(path: String) throws {
    let server = try server()
    #expect(throws: FetchError.tooLarge(address: server.address(path), limit: 50_000)) {
      try Fetch(sizeLimit: 50_000).get(server.address(path))
    }
  }

  @Test func `a page shorter than it said is an error`() throws {
    let server = try server()
    #expect(throws: FetchError.self) { try Fetch().get(server.address("/cut")) }
  }

  @Test func `nobody listening is an error`() throws {
    let address = try server().address("/page")
    #expect(throws: FetchError.self) { try Fetch(timeLimit: 5).get(address) }
  }

  @Test(arguments: ["", "report.txt", "ftp://example.org/a", "file:///etc/hostname", "http://", "https:bridge"])
  func `only web addresses are fetched`(address: String) {
    #expect(throws: FetchError.notWebAddress(address: address)) { try Fetch().get(address) }
  }
}
