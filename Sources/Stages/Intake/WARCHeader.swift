import QuothReport

/// What the head of a record in a web archive says.
struct WARCHeader {
  /// The address the record is about; spaces, which addresses cannot have, are escaped.
  private(set) var address: String
  /// ISO 8601.
  private(set) var date: String?
  private(set) var mediaType: MediaType
  /// Bytes of the block that follows.
  private(set) var length: Int
  /// Whether the block may hold a page.
  private(set) var isPage: Bool

  /// Bytes within which a head has to end.
  static let limit = 1 << 16

  enum Read {
    /// A header and its length in bytes.
    case some(WARCHeader, length: Int)
    case none
    /// More bytes are needed to tell.
    case incomplete
  }

  static func read(_ pending: PendingBytes) -> Read {
    guard let first = pending.line() else {
      return pending.count > limit ? .none : .incomplete
    }
    guard first.bytes.starts(with: "WARC/".utf8) else {
      return WARCHeader(arc: first.bytes).map { .some($0, length: first.length) } ?? .none
    }
    var fields = HeaderFields()
    var length = first.length
    while length <= limit {
      guard let line = pending.line(after: length) else {
        return pending.count > limit ? .none : .incomplete
      }
      length += line.length
      if line.bytes.isEmpty {
        return WARCHeader(fields).map { .some($0, length: length) } ?? .none
      }
      fields.add(line.bytes)
    }
    return .none
  }

  /// Whether a line is one that a record begins with.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "WARC/".utf8) || WARCHeader(arc: line) != nil
  }

  private init?(_ fields: HeaderFields) {
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      return nil
    }
    self.length = length
    // Wget sets the address in angle brackets, as the grammar of WARC 1.0 has it.
    let target = (fields["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
    address = Self.escaped(target)
    date = fields["warc-date"]
    mediaType = MediaType(fields["content-type"] ?? "")
    switch fields["warc-type"]?.lowercased() {
    case "response": isPage = Self.isWeb(address)
    // Crawlers keep their own notes as resources, under addresses such as `metadata://gnu.org/`.
    case "resource", "conversion":
      isPage = mediaType.isText && (Self.isWeb(address) || address.hasPrefix("file:"))
    default: isPage = false
    }
  }

  /// `address IP-address date media-type … length`, with a date of fourteen digits.
  private init?(arc line: ArraySlice<UInt8>) {
    guard line.count <= Self.limit, line.contains(UInt8(ascii: ":")) else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count >= 5, let length = Int(words[words.count - 1]), length >= 0,
      let date = words.indices.dropLast(2).last(where: { Self.isDate(words[$0]) }), date >= 2,
      words[0].contains(":")
    else { return nil }
    self.length = length
    address = words[..<(date - 1)].joined(separator: "%20")
    self.date = Self.spelled(words[date])
    mediaType = MediaType(String(words[date + 1]))
    isPage = Self.isWeb(address)
  }

  private static func isWeb(_ address: String) -> Bool {
    address.hasPrefix("http://") || address.hasPrefix("https://")
  }

  private static func escaped(_ address: String) -> String {
    address.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  private static func isDate(_ word: Substring) -> Bool {
    word.utf8.count == 14 && word.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func spelled(_ date: Substring) -> String {
    let digits = Array(date)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T"
      + "\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
  }
}
