import QuothArchive
import QuothIntake
import QuothReport

extension Intake {
  /// Reads a file of many documents, such as a crawl.
  func read<Failure: Error>(
    _ part: IntakePart, head: [UInt8], through stream: some DocumentStream,
    take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    var stream = stream
    var piece: [UInt8]? = head
    while let bytes = piece {
      for item in stream.read(bytes) { try pass(item, of: part, take: take) }
      let next = Result { () throws(QuothError) in try part.next() }
      guard case .success(let bytes) = next else {
        return try take(IntakeItem(key: part.key, document: next.map { _ in part.document }))
      }
      piece = bytes
    }
    for item in stream.finish() { try pass(item, of: part, take: take) }
  }

  private func pass<Failure: Error>(
    _ item: StreamItem, of part: IntakePart, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let key = "\(part.key)@\(item.offset)"
    guard !isDone(key) else { return }
    try take(IntakeItem(key: key, document: item.document.map(dated).mapError { QuothError($0) }))
  }

  /// The document with the date that counts where it has none.
  func dated(_ document: Document) -> Document {
    var document = document
    document.published = document.published ?? source.published
    return document
  }

  /// Undoes gzip; nil when the bytes are damaged, or too many.
  func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    let archive = Archive(bytes: bytes, name: "", limits: limits)
    guard case .stream? = archive.next() else { return nil }
    let part = IntakePart(archive: archive, key: "", document: Document(bytes: []))
    return try? part.whole(head: [], limit: source.limit).bytes
  }
}
