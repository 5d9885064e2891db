import QuothIntake
import QuothReport
import Testing

/// Tables of reports, one object a line.
struct JSONLinesTests {
  private func items(
    _ text: String, names: [String: String] = [:], limit: Int = 16_000_000, pieces: Int = 1 << 20
  ) -> [StreamItem] {
    let bytes = Array(text.utf8)
    var reader = JSONLinesReader(name: "a.jsonl", names: names, limit: limit)
    var items: [StreamItem] = []
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      items += reader.read(Array(bytes[start..<min(start + pieces, bytes.count)]))
    }
    return items + reader.finish()
  }

  private func told(_ items: [StreamItem]) -> [String] {
    items.map { item in
      switch item.document {
      case .success(let document): String(decoding: document.bytes, as: UTF8.self)
      case .failure(let error): error.message
      }
    }
  }

  @Test func `a line has a text, an address, a title and a day`() throws {
    let document = try items(
      #"{"text": "The bridge is shut.", "url": "https://example.org/a", "title": "Bridge shut", "published": "Wed, 04 Mar 2026 09:30:00 GMT"}"#
    )[0].document.get()
    #expect(String(decoding: document.bytes, as: UTF8.self) == "The bridge is shut.")
    #expect(document.file == "a.jsonl!1")
    #expect(document.url == "https://example.org/a")
    #expect(document.title == "Bridge shut")
    #expect(document.published == "2026-03-04T09:30:00Z")
  }

  @Test func `fields may have other names`() throws {
    let names = ["text": "body", "url": "link"]
    let document = try items(
      #"{"body": "Shut.", "link": "https://example.org/a", "text": "no"}"#, names: names)[0]
      .document.get()
    #expect(document.bytes == Array("Shut.".utf8))
    #expect(document.url == "https://example.org/a")
  }

  @Test func `a bad line is named, and the rest goes on`() {
    let text = """
      {"text": "One."}

      not an object
      {"title": "No words", "text": "  "}
      ["text"]
      {"text": "broken off
      {"text": "Two."}
      """
    let whole = told(items(text))
    #expect(
      whole.map { $0.prefix(20) } == [
        "One.", "a.jsonl: line 3 is n", "a.jsonl: line 4 has ", "a.jsonl: line 5 is n",
        "a.jsonl: line 6 is n", "Two.",
      ])
    for pieces in [1, 5, 17] { #expect(told(items(text, pieces: pieces)) == whole) }
  }

  @Test func `a line that does not end is given up at the limit`() {
    let long = "{\"text\": \"" + String(repeating: "a", count: 500) + "\"}\n"
    let text = "{\"text\": \"One.\"}\n" + long + "{\"text\": \"Two.\"}\n"
    for pieces in [1, 50, 10_000] {
      #expect(
        told(items(text, limit: 100, pieces: pieces)).map { $0.prefix(18) } == [
          "One.", "a.jsonl: line 2 ha", "Two.",
        ])
    }
  }

  @Test func `a place is the byte at which the line begins`() {
    let text = "{\"text\": \"One.\"}\r\n\n{\"text\": \"Two.\"}"
    #expect(items(text).map(\.offset) == [0, 19])
  }
}
