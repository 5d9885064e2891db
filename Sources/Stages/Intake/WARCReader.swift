import QuothReport

/// Reads the pages out of a web archive: WARC 1.0 and 1.1, and the older ARC.
///
/// Pages are answers with status 200 and HTML or plain text, and records that hold such a text themselves.
/// Requests, redirects, pictures and what the crawler notes are passed over without a word. A document's
/// `url` is the address that was asked, and its `retrieved` is when.
///
/// Source: ISO 28500:2017 (WARC 1.1); Internet Archive, "Arc File Format"; RFC 9112 for the answers.
public struct WARCReader: DocumentStream {
  /// Undoes gzip; nil when the bytes are damaged.
  public typealias Unpacker = (_ bytes: [UInt8]) -> [UInt8]?

  private let name: String
  private let limit: Int
  private let unpack: Unpacker
  private var pending = PendingBytes()
  private var state = State.between

  private enum State {
    /// Before a record.
    case between
    /// Inside the block of a page, of which all is wanted.
    case page(WARCHeader, offset: Int)
    /// Inside a block that is passed over; so many bytes are left.
    case skipping(Int, offset: Int)
    /// Looking for a record, after what was none.
    case lost
  }

  /// - Parameters:
  ///   - name: the path that errors and documents name.
  ///   - limit: bytes of a record, packed or not.
  ///   - unpack: undoes gzip for pages that were stored so.
  public init(name: String, limit: Int, unpack: @escaping Unpacker) {
    self.name = name
    self.limit = limit
    self.unpack = unpack
  }

  public mutating func read(_ piece: [UInt8]) -> [StreamItem] {
    pending.append(piece)
    var items: [StreamItem] = []
    while goOn(&items) {}
    return items
  }

  public mutating func finish() -> [StreamItem] {
    defer {
      pending.drop(pending.count)
      state = .between
    }
    switch state {
    case .page(_, let offset), .skipping(_, let offset):
      return [refusal(.truncated(archive: name, offset: offset), at: offset)]
    case .between where pending.all.contains { $0 > 0x20 }:
      let offset = pending.offset
      return [refusal(.truncated(archive: name, offset: offset), at: offset)]
    case .between, .lost: return []
    }
  }

  /// Takes one step; false when it needs more bytes.
  private mutating func goOn(_ items: inout [StreamItem]) -> Bool {
    switch state {
    case .between: return readHeader(&items)
    case .page(let header, let offset):
      guard pending.count >= header.length else { return false }
      let block = pending.take(header.length)
      state = .between
      if let document = document(header, block) {
        items.append(StreamItem(offset: offset, document: document))
      }
    case .skipping(let count, let offset):
      let skipped = min(count, pending.count)
      pending.drop(skipped)
      guard skipped == count else {
        state = .skipping(count - skipped, offset: offset)
        return false
      }
      state = .between
    case .lost:
      guard let line = pending.line() else {
        if pending.count > WARCHeader.limit { pending.drop(pending.count) }
        return false
      }
      if WARCHeader.begins(line.bytes) {
        state = .between
      } else {
        pending.drop(line.length)
      }
    }
    return true
  }

  private mutating func readHeader(_ items: inout [StreamItem]) -> Bool {
    pending.drop(pending.all.prefix { $0 == 0x0D || $0 == 0x0A }.count)
    let offset = pending.offset
    switch WARCHeader.read(pending) {
    case .incomplete: return false
    case .none:
      items.append(refusal(.brokenRecord(archive: name, offset: offset), at: offset))
      state = .lost
      if let line = pending.line() { pending.drop(line.length) }
    case .some(let header, let length):
      pending.drop(length)
      if header.isPage, header.length <= limit {
        state = .page(header, offset: offset)
      } else {
        state = .skipping(header.length, offset: offset)
        if header.isPage {
          items.append(refusal(.recordTooLarge(page: page(header), limit: limit), at: offset))
        }
      }
    }
    return true
  }

  private func refusal(_ error: IntakeError, at offset: Int) -> StreamItem {
    StreamItem(offset: offset, document: .failure(error))
  }

  private func page(_ header: WARCHeader) -> String { "\(name)!\(header.address)" }

  /// nil when the record holds no page after all.
  private func document(
    _ header: WARCHeader, _ block: ArraySlice<UInt8>
  ) -> Result<Document, IntakeError>? {
    var document = Document(
      bytes: [], file: page(header), url: header.address, retrieved: header.date)
    guard let answer = HTTPAnswer(block) else {
      guard header.mediaType.isText else { return nil }
      document.bytes = Array(block)
      document.mediaType = header.mediaType.name
      document.charset = header.mediaType.charset
      return .success(document)
    }
    guard answer.status == 200, answer.mediaType.isText else { return nil }
    document.mediaType = answer.mediaType.name
    document.charset = answer.mediaType.charset
    guard let body = body(of: answer) else {
      let coding = answer.coding ?? ""
      return .failure(.unknownCoding(page: page(header), coding: coding))
    }
    document.bytes = body
    return .success(document)
  }

  /// nil when it is packed in a way that cannot be undone.
  private func body(of answer: HTTPAnswer) -> [UInt8]? {
    switch answer.coding {
    case nil: answer.body
    case "gzip"?, "x-gzip"?: unpack(answer.body)
    default: nil
    }
  }
}
