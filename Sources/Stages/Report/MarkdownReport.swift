/// A report read from Markdown.
///
/// The report's text is the words a reader sees, one paragraph a line: marks of emphasis, addresses of
/// links, pictures, code and tables are left out. Roles are told as in plain text, except that
/// headings, quotations and list items are known from their marks.
///
/// Source: CommonMark 0.31, the blocks and inlines that news reports use; front matter as Jekyll has it.
struct MarkdownReport {
  private(set) var report: Report

  /// - Complexity: O(n) in bytes.
  init(_ text: String) {
    var page = MarkdownLines()
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    let matter = FrontMatter(removedFrom: &lines)
    for line in lines { page.read(line) }
    page.endParagraph()
    if let title = matter["title"], !page.paragraphs.contains(where: \.isHeading) {
      page.putFirst(heading: title)
    }
    report =
      PlainReport(
        String(decoding: page.bytes, as: UTF8.self), PlainRoles(page.paragraphs, in: page.bytes)
      ).report
    take(matter)
  }

  /// Values of the front matter go before what the words of the report say.
  private mutating func take(_ matter: FrontMatter) {
    if let title = matter["title"] { report.headline = Stated(title, from: .meta) }
    if let author = matter["author"] ?? matter["byline"] ?? matter["authors"] {
      let names = Byline(author).names
      if !names.isEmpty { report.byline = Stated(names, from: .meta) }
    }
    if let day = (matter["date"] ?? matter["published"]).flatMap(Timestamp.init) {
      report.published = Stated(day.description, from: .meta)
    }
    if let publisher = matter["publisher"] ?? matter["source"] {
      report.publisher = Stated(publisher, from: .meta)
    }
    if let address = matter["url"] ?? matter["canonical"] {
      report.url = Stated(address, from: .meta)
    }
  }
}

/// `key: value` lines between two lines of three hyphens at the head of a file.
private struct FrontMatter {
  private var values: [String: String] = [:]

  /// Reads the front matter and takes it off the lines; empty when there is none.
  init(removedFrom lines: inout ArraySlice<Substring>) {
    guard lines.first.map({ Wording.tidy(String($0)) }) == "---",
      let end = lines.dropFirst().firstIndex(where: {
        ["---", "..."].contains(Wording.tidy(String($0)))
      })
    else { return }
    for line in lines[lines.startIndex..<end].dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = Wording.tidy(String(line[..<colon])).lowercased()
      let value = Wording.tidy(String(line[line.index(after: colon)...]))
      let bare = value.drop { "\"'[".contains($0) }
      let trimmed = String(
        bare.prefix(bare.count - bare.reversed().prefix { "\"']".contains($0) }.count))
      if !trimmed.isEmpty { values[key] = trimmed }
    }
    lines = lines[(end + 1)...]
  }

  subscript(key: String) -> String? { values[key] }
}

/// The blocks of a Markdown page as its lines are read.
private struct MarkdownLines {
  /// The words of the paragraphs so far, each ended by a line feed.
  private(set) var bytes: [UInt8] = []
  private(set) var paragraphs: [Paragraph] = []

  private var pending: [UInt8] = []
  private var form = Block.Form.paragraph
  /// The mark that ends the code block we are in.
  private var fence: String?
  private var isInComment = false

  mutating func read(_ line: Substring) {
    let text = Wording.tidy(String(line))
    if let fence {
      if text.hasPrefix(fence) { self.fence = nil }
    } else if isInComment {
      isInComment = !text.contains("-->")
    } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
      endParagraph()
      fence = String(text.prefix(3))
    } else if text.hasPrefix("<!--") {
      endParagraph()
      isInComment = !text.contains("-->")
    } else {
      readWords(text)
    }
  }

  private mutating func readWords(_ text: String) {
    let bytes = Array(text.utf8)
    if text.isEmpty || text.hasPrefix("|") || isReference(text) { return endParagraph() }
    if text.utf8.allSatisfy({ $0 == UInt8(ascii: "=") }) { return endParagraph(asHeading: true) }
    if text.utf8.count >= 3, "-*_".utf8.contains(bytes[0]),
      bytes.allSatisfy({ $0 == bytes[0] || $0 == 0x20 })
    {
      return endParagraph(asHeading: bytes[0] == UInt8(ascii: "-") && form == .paragraph)
    }
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    if 1...6 ~= level, bytes.count > level, bytes[level] == 0x20 {
      endParagraph()
      add(
        bytes[level...].prefix(
          bytes.count - level - bytes.reversed().prefix { $0 == UInt8(ascii: "#") }.count))
      return endParagraph(asHeading: true)
    }
    if bytes[0] == UInt8(ascii: ">") {
      if form != .quotation { endParagraph() }
      form = .quotation
      let words = bytes.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
      return words.isEmpty ? endParagraph() : add(words)
    }
    let mark = ListMark.length(in: bytes, Span(start: 0, end: bytes.count))
    if mark > 0 {
      endParagraph()
      form = .listItem
    } else if form == .quotation {
      endParagraph()
    }
    add(bytes[mark...])
  }

  /// `[name]: address`, which shows nothing.
  private func isReference(_ text: String) -> Bool {
    text.hasPrefix("[") && text.contains("]: ") && !text.hasPrefix("[^")
  }

  private mutating func add(_ words: ArraySlice<UInt8>) {
    if !pending.isEmpty { pending.append(0x20) }
    pending.append(contentsOf: words)
  }

  mutating func endParagraph(asHeading isHeading: Bool = false) {
    defer {
      pending = []
      form = .paragraph
    }
    let words = Array(
      Wording.tidy(String(decoding: MarkdownInline.words(of: pending), as: UTF8.self)).utf8)
    guard !words.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: words)
    paragraphs.append(
      Paragraph(
        span: Span(start: start, end: bytes.count), form: form, standsApart: true,
        isHeading: isHeading))
    bytes.append(0x0A)
  }

  mutating func putFirst(heading: String) {
    let line = Array((heading + "\n").utf8)
    bytes = line + bytes
    for index in paragraphs.indices {
      let span = paragraphs[index].span
      paragraphs[index].span = Span(start: span.start + line.count, end: span.end + line.count)
    }
    paragraphs.insert(
      Paragraph(span: Span(start: 0, end: line.count - 1), standsApart: true, isHeading: true),
      at: 0)
  }
}

/// The words of a Markdown paragraph, without its marks.
private enum MarkdownInline {
  /// - Complexity: O(n) in bytes; the address of a link is looked for in the next 2,000 only.
  static func words(of bytes: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      switch byte {
      case UInt8(ascii: "\\") where isSign(next):
        words.append(next)
        index += 2
      case UInt8(ascii: "*"):
        // One that stands alone is a sign of its own.
        if words.last ?? 0x20 <= 0x20, next <= 0x20 { words.append(byte) }
        index += 1
      case UInt8(ascii: "`"):
        index += 1
      case UInt8(ascii: "~") where next == byte:
        index += 2
      case UInt8(ascii: "_") where !isInsideWord(bytes, index):
        index += 1
      case UInt8(ascii: "!") where next == UInt8(ascii: "["):
        index = linkEnd(bytes, from: index + 1) ?? index + 1
      case UInt8(ascii: "["):
        if next == UInt8(ascii: "^"), let end = closing(bytes, "]", from: index) {
          index = end + 1
        } else {
          if linkEnd(bytes, from: index) == nil { words.append(byte) }
          index += 1
        }
      case UInt8(ascii: "]") where next == UInt8(ascii: "(") || next == UInt8(ascii: "["):
        let close: Unicode.Scalar = next == UInt8(ascii: "(") ? ")" : "]"
        if let end = closing(bytes, close, from: index + 1) {
          index = end + 1
        } else {
          words.append(byte)
          index += 1
        }
      case UInt8(ascii: "<") where isTagStart(next):
        if let end = closing(bytes, ">", from: index) {
          index = end + 1
          words.append(0x20)
        } else {
          words.append(byte)
          index += 1
        }
      default:
        words.append(byte)
        index += 1
      }
    }
    return words
  }

  /// One past the end of `[words](address)` or `[words][name]`; nil when it is no link.
  private static func linkEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard let bracket = closing(bytes, "]", from: start), bracket + 1 < bytes.count else {
      return nil
    }
    switch bytes[bracket + 1] {
    case UInt8(ascii: "("): return closing(bytes, ")", from: bracket + 1).map { $0 + 1 }
    case UInt8(ascii: "["): return closing(bytes, "]", from: bracket + 1).map { $0 + 1 }
    default: return nil
    }
  }

  private static func closing(_ bytes: [UInt8], _ sign: Unicode.Scalar, from start: Int) -> Int? {
    bytes[start...].prefix(2000).firstIndex(of: UInt8(ascii: sign))
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    0x21...0x2F ~= byte || 0x3A...0x40 ~= byte || 0x5B...0x60 ~= byte || 0x7B...0x7E ~= byte
  }

  private static func isTagStart(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "/")
  }

  private static func isInsideWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    return isWord(bytes[index - 1]) && isWord(bytes[index + 1])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20
  }
}
