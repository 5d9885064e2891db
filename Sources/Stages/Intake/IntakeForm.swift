/// What a file holds, told by its first bytes and by its name.
public enum IntakeForm: Sendable, Hashable {
  /// One report: a page, a text, a PDF, or what turns out to be none when it is read.
  case report
  /// A ZIP or tar archive, or anything compressed.
  case archive
  /// A WARC or ARC file.
  case webArchive
  /// RSS, Atom or JSON Feed.
  case feed
  /// JSON Lines.
  case lines

  /// Bytes from the beginning that are enough to tell.
  public static let headLength = 4096

  /// - Parameters:
  ///   - name: the path or address, of which the ending counts.
  ///   - head: the first ``headLength`` bytes, or all there are.
  public init(name: String, head: [UInt8]) {
    let name = name.lowercased()
    if !Self.isOffice(name), Self.isPacked(head) {
      self = .archive
    } else if head.starts(with: "WARC/".utf8) || head.starts(with: "filedesc:".utf8) {
      self = .webArchive
    } else if Feed.begins(head) {
      self = .feed
    } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || Self.beginsWithObject(head) {
      self = .lines
    } else {
      // What is called a feed and begins as none is named as such, not read as a text.
      self = Self.isFeed(name) && !Self.beginsAsPage(head) ? .feed : .report
    }
  }

  private static func isFeed(_ name: String) -> Bool {
    ["json", "xml", "rss", "atom", "rdf"].contains { name.hasSuffix("." + $0) }
  }

  private static func beginsAsPage(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    return text.contains("<html") || text.contains("<!doctype html")
  }

  /// Whether a name is one of an office document or book, which are ZIP archives that hold no reports.
  public static func isOffice(_ name: String) -> Bool {
    let endings = ["docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"]
    return endings.contains { name.lowercased().hasSuffix("." + $0) }
  }

  /// Source: the magic numbers of the formats' own specifications.
  private static func isPacked(_ head: [UInt8]) -> Bool {
    let magic: [[UInt8]] = [
      [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD],
      [0xFD, 0x37, 0x7A, 0x58, 0x5A], Array("BZh".utf8), [0x04, 0x22, 0x4D, 0x18],
    ]
    return magic.contains { head.starts(with: $0) }
      || head.dropFirst(257).starts(with: "ustar".utf8)
  }

  /// Whether the first line is a JSON object by itself.
  private static func beginsWithObject(_ head: [UInt8]) -> Bool {
    guard head.first == UInt8(ascii: "{") else { return false }
    guard let end = head.firstIndex(of: 0x0A) else { return true }
    return head[..<end].last { $0 > 0x20 } == UInt8(ascii: "}")
  }
}
