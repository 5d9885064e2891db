public import QuothReport

/// Reads the documents out of a long file as its bytes come in.
///
/// However the bytes are cut into pieces, the same items come out. No more is held than one of them.
///
///     while let piece = … { for item in stream.read(piece) { … } }
///     for item in stream.finish() { … }
public protocol DocumentStream {
  /// Takes the next bytes.
  ///
  /// - Returns: the items that end in them, in order.
  mutating func read(_ piece: [UInt8]) -> [StreamItem]

  /// Ends the file.
  ///
  /// - Returns: what its last bytes held.
  mutating func finish() -> [StreamItem]
}

/// One record or line of a long file.
public struct StreamItem: Sendable {
  /// Where it begins, in bytes from the start of the uncompressed file: its name for good.
  public var offset: Int
  /// Its document, or why it has none; the error leaves the other items alone.
  public var document: Result<Document, IntakeError>

  public init(offset: Int, document: Result<Document, IntakeError>) {
    self.offset = offset
    self.document = document
  }
}

/// The bytes of a file that have come in and are not yet used up.
struct PendingBytes {
  private var bytes: [UInt8] = []
  /// Index of the first one not used up.
  private var start = 0
  /// Bytes of the file before it.
  private(set) var offset = 0

  var count: Int { bytes.count - start }
  var all: ArraySlice<UInt8> { bytes[start...] }

  mutating func append(_ piece: [UInt8]) {
    bytes.removeFirst(start)
    start = 0
    bytes += piece
  }

  mutating func drop(_ count: Int) {
    start += count
    offset += count
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    defer { drop(count) }
    return all.prefix(count)
  }

  /// The bytes before the next line feed, without a carriage return at their end.
  ///
  /// - Returns: nil where the line has not ended; `length` counts the line feed.
  func line(after skipped: Int = 0) -> (bytes: ArraySlice<UInt8>, length: Int)? {
    let rest = all.dropFirst(skipped)
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    let line = rest[..<end]
    return (line.last == 0x0D ? line.dropLast() : line, end + 1 - rest.startIndex)
  }
}
