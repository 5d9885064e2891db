/// Why a record, line or item of a collection gave no document.
public enum IntakeError: Error, Sendable, Hashable {
  /// What stands at a byte of a web archive is no record; reading goes on at the next one.
  case brokenRecord(archive: String, offset: Int)
  /// A web archive ends inside the record that begins at a byte.
  case truncated(archive: String, offset: Int)
  /// A page of more than `limit` bytes.
  case recordTooLarge(page: String, limit: Int)
  /// A page compressed in a way that is not undone here, or that cannot be undone.
  case unknownCoding(page: String, coding: String)
  /// A line that is no JSON object.
  case notObject(file: String, line: Int)
  /// A line without the field that holds the text.
  case noText(file: String, line: Int, field: String)
  /// A line of more than `limit` bytes.
  case lineTooLong(file: String, line: Int, limit: Int)
  /// Neither RSS, Atom nor JSON Feed, or a feed with no item in it.
  case noItems(feed: String)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .brokenRecord: "warc.broken-record"
    case .truncated: "warc.truncated"
    case .recordTooLarge: "warc.too-large"
    case .unknownCoding: "warc.unknown-coding"
    case .notObject: "lines.not-object"
    case .noText: "lines.no-text"
    case .lineTooLong: "lines.too-long"
    case .noItems: "feed.no-items"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .brokenRecord(let archive, let offset):
      "\(archive): no record begins at byte \(offset). The next one was looked for; fetch the archive again."
    case .truncated(let archive, let offset):
      "\(archive): ends inside the record at byte \(offset). Fetch the archive again."
    case .recordTooLarge(let page, let limit):
      "\(page): has more than \(limit / 1_000_000) MB. Give the page of a single report."
    case .unknownCoding(let page, let coding):
      "\(page): is packed as “\(coding)”, which could not be undone. Fetch the page unpacked."
    case .notObject(let file, let line):
      "\(file): line \(line) is no JSON object. Write one object a line."
    case .noText(let file, let line, let field):
      "\(file): line \(line) has no text under “\(field)”. Name the field that has it, such as --map text=body."
    case .lineTooLong(let file, let line, let limit):
      "\(file): line \(line) has more than \(limit / 1_000_000) MB. Write one report a line."
    case .noItems(let feed):
      "\(feed): has no item that could be read. Check that it is RSS, Atom or JSON Feed."
    }
  }
}
