import Testing

@testable import QuothReport

/// What the bytes of a document become.
struct DecodingTests {
  private func decode(_ bytes: [UInt8], charset: String? = nil) throws -> (text: String, slugs: [String]) {
    let decoding = try Decoding(Document(bytes: bytes, file: "report.txt", charset: charset))
    return (decoding.text, decoding.warnings.map(\.slug))
  }

  @Test func `UTF-8 passes unchanged and without a warning`() throws {
    let text = "Zoë Ek said: “It is shut.” — 4 €\r\nSaltport"
    let decoded = try decode(Array(text.utf8))
    #expect(Array(decoded.text.utf8) == Array(text.utf8))
    #expect(decoded.slugs.isEmpty)
  }

  @Test(arguments: [
    [0xEF, 0xBB, 0xBF, 0x48, 0x69], [0xFF, 0xFE, 0x48, 0, 0x69, 0], [0xFE, 0xFF, 0, 0x48, 0, 0x69],
    [0xFF, 0xFE, 0, 0, 0x48, 0, 0, 0, 0x69, 0, 0, 0],
  ])
  func `a byte-order mark names the encoding and is removed`(bytes: [UInt8]) throws {
    let decoded = try decode(bytes, charset: "windows-1252")
    #expect(decoded.text == "Hi")
    #expect(decoded.slugs.isEmpty)
  }

  @Test(arguments: [false, true])
  func `UTF-16 without a mark is known by its zeros`(bigEndian: Bool) throws {
    let text = "The bridge at Kestrel is shut, Zoë Ek said. 😀"
    let bytes = text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let decoded = try decode(bytes)
    #expect(decoded.text == text)
    #expect(decoded.slugs.isEmpty)
  }

  @Test func `half a surrogate pair becomes a replacement character`() throws {
    let decoded = try decode([0xFF, 0xFE, 0x48, 0, 0x00, 0xD8, 0x69, 0])
    #expect(decoded.text == "H\u{FFFD}i")
    #expect(decoded.slugs == ["report.invalid-bytes"])
  }

  @Test func `invalid bytes survive as replacement characters and are counted`() throws {
    let bytes = Array("Zoë said ".utf8) + [0xFF, 0xFE] + Array(" it — was “shut”.".utf8)
    let decoding = try Decoding(Document(bytes: bytes))
    #expect(decoding.text == "Zoë said \u{FFFD}\u{FFFD} it — was “shut”.")
    let warning = try #require(decoding.warnings.first)
    #expect(warning.slug == "report.invalid-bytes")
    #expect(warning.message.contains("2 places"))
    #expect(warning.message.contains("byte 10"))
  }

  @Test func `bytes are replaced as the standard library replaces them`() throws {
    let broken: [[UInt8]] = [
      [0x41, 0xE2, 0x80, 0x41], [0xF0, 0x9F, 0x98, 0x41], [0xC0, 0xAF], [0xED, 0xA0, 0x80, 0x41],
      [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x28, 0xA1], [0x80, 0x80, 0x41], [0xF8, 0x88, 0x80],
    ]
    for bytes in broken {
      #expect(UTF8Bytes(bytes).decoded.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
  }

  @Test func `a character cut off at the end is called a truncation`() throws {
    let decoded = try decode(Array("The café was shut, Zoë said. Caf".utf8) + [0xC3])
    #expect(decoded.slugs == ["report.invalid-bytes", "report.truncated"])
    #expect(decoded.text.hasSuffix("Caf\u{FFFD}"))
  }

  @Test func `words in windows-1252 are read without a declaration`() throws {
    let bytes = Array("Zo".utf8) + [0xEB] + Array(" Ek called it ".utf8) + [0x93] + Array("shut".utf8) + [0x94]
    let decoded = try decode(bytes)
    #expect(decoded.text == "Zoë Ek called it “shut”")
    #expect(decoded.slugs == ["report.assumed-encoding"])
  }

  @Test(arguments: [
    ("iso-8859-1", [0xEB], "ë"), ("windows-1252", [0x80], "€"), ("ISO-8859-2", [0xB9], "š"),
    ("windows-1251", [0xC8, 0xE2, 0xEE], "Иво"), ("ISO-8859-15", [0xA4], "€"),
    ("shift_jis", [0x93, 0xFA], "日"), ("\"koi8-r\"", [0xC9, 0xD7, 0xCF], "иво"), ("gb2312", [0xD6, 0xD0], "中"),
  ] as [(String, [UInt8], String)])
  func `a declared encoding is followed`(charset: String, bytes: [UInt8], expected: String) throws {
    let decoded = try decode(Array("He said ".utf8) + bytes, charset: charset)
    #expect(decoded.text == "He said " + expected)
    #expect(decoded.slugs.isEmpty)
  }

  @Test func `UTF-8 declared as something else is still read as UTF-8`() throws {
    let decoded = try decode(Array("Zoë said “no”".utf8), charset: "iso-8859-1")
    #expect(decoded.text == "Zoë said “no”")
    #expect(decoded.slugs == ["report.wrong-charset"])
  }

  @Test func `an unknown encoding is an error that names it`() {
    #expect(throws: ReportError.unknownEncoding(document: "report.txt", charset: "klingon-8")) {
      try decode([0x41, 0xE9, 0x41], charset: "klingon-8")
    }
  }

  @Test(arguments: [
    "<meta charset=\"windows-1251\">", "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    "<?xml version=\"1.0\" encoding='windows-1251'?>",
  ])
  func `markup declares its encoding`(declaration: String) throws {
    let decoded = try decode(Array((declaration + "<p>").utf8) + [0xC8, 0xE2, 0xEE])
    #expect(decoded.text == declaration + "<p>Иво")
  }

  @Test func `a word about a charset outside a tag declares nothing`() {
    #expect(Encoding.declaredInMarkup(Array("<p>charset=utf-7 is old</p>".utf8)) == nil)
  }

  @Test func `binary data is refused`() {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }
    #expect(throws: ReportError.binary(document: "report.txt", kind: nil)) { try decode(noise) }
    #expect(throws: ReportError.binary(document: "report.txt", kind: "a PNG image")) {
      try decode([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
    }
  }

  @Test func `one stray zero in a long text is no reason to refuse it`() throws {
    let text = String(repeating: "The bridge is shut. ", count: 20) + "\0" + "It stays shut."
    #expect(try decode(Array(text.utf8)).text == text)
  }

  @Test(arguments: ["", " \r\n\t ", "\u{FEFF}"])
  func `nothing but white space is empty`(text: String) {
    #expect(throws: ReportError.empty(document: "report.txt")) { try decode(Array(text.utf8)) }
  }
}
