/// An HTTP/1 answer as it came over the wire.
///
/// Source: RFC 9112 (messages, chunked transfer coding); RFC 9110, section 8 (media type, codings).
struct HTTPAnswer {
  private(set) var status: Int
  private(set) var mediaType: MediaType
  /// How the body is packed, in lower case; nil when it is not.
  private(set) var coding: String?
  /// The body, its chunks put together.
  private(set) var body: [UInt8]

  /// nil where the bytes do not begin as an answer.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines = HeaderLines(rest: bytes)
    guard let first = lines.next(), first.starts(with: "HTTP/".utf8) else { return nil }
    let words = String(decoding: first, as: UTF8.self).split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    var fields = HeaderFields()
    while let line = lines.next(), !line.isEmpty { fields.add(line) }
    mediaType = MediaType(fields["content-type"] ?? "")
    let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false
    body = (isChunked ? Self.withoutChunks(lines.rest) : nil) ?? Array(lines.rest)
    coding = fields["content-encoding"]?.lowercased()
    // Crawlers unpack a body and often leave the header as it was.
    let isUnpacked = coding?.hasSuffix("gzip") == true && !body.starts(with: [0x1F, 0x8B])
    if isUnpacked || coding == "identity" || coding == "" { coding = nil }
  }

  /// The chunks put together, as far as they go; nil where not even the first is one, since crawlers take chunks
  /// apart and often leave the header as it was.
  private static func withoutChunks(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var lines = HeaderLines(rest: bytes)
    var body: [UInt8]?
    while let line = lines.next() {
      let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        break
      }
      body = body ?? []
      if size == 0 { break }
      body? += lines.rest.prefix(size)
      lines.rest = lines.rest.dropFirst(size)
      if lines.rest.first == 0x0D { lines.rest.removeFirst() }
      if lines.rest.first == 0x0A { lines.rest.removeFirst() }
    }
    return body
  }
}

/// Lines ended by a line feed, with or without a carriage return before it.
struct HeaderLines {
  var rest: ArraySlice<UInt8>

  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    let line = rest[..<end]
    rest = rest[(end + 1)...]
    return line.last == 0x0D ? line.dropLast() : line
  }
}

/// `Name: value` lines; of a repeated name the first counts.
struct HeaderFields {
  private var values: [String: String] = [:]
  private var last: String?

  /// Adds a line; one that begins with a space goes on with the value before.
  mutating func add(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if let first = line.first, first == 0x20 || first == 0x09 {
      if let last { values[last]? += " " + Self.trimmed(text[...]) }
      return
    }
    last = nil
    guard let colon = text.firstIndex(of: ":") else { return }
    let name = Self.trimmed(text[..<colon]).lowercased()
    guard values[name] == nil else { return }
    values[name] = Self.trimmed(text[text.index(after: colon)...])
    last = name
  }

  /// The value of a name in lower case.
  subscript(name: String) -> String? { values[name] }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(
      start.prefix(start.count - start.reversed().prefix { $0 == " " || $0 == "\t" }.count))
  }
}

/// A `Content-Type`: the type itself and the character encoding.
///
/// Source: RFC 9110, section 8.3.
struct MediaType {
  /// In lower case, such as `text/html`.
  private(set) var name: String?
  private(set) var charset: String?

  init(_ header: String) {
    let parts = header.split(separator: ";").map { $0.filter { !" \t\"'".contains($0) } }
    if let first = parts.first, first.contains("/") { name = first.lowercased() }
    charset = parts.dropFirst().first { $0.lowercased().hasPrefix("charset=") }
      .map { String($0.dropFirst("charset=".count)) }
    if charset?.isEmpty == true { charset = nil }
  }

  /// Whether a report can be read from it.
  var isText: Bool {
    ["text/html", "application/xhtml+xml", "text/plain"].contains(name)
  }
}
