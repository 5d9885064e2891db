import QuothArchive
import QuothIntake
import QuothReport
import QuothSystem

/// Takes inputs of every kind apart into the documents they hold.
///
/// Pages, texts and PDF are one document each; archives, web archives, feeds and JSON Lines hold many, also
/// inside each other. What is held in memory is one document, however long the input. An item that
/// gives none is named with its reason, and the others go on.
///
///     let intake = Intake(DocumentSource())
///     intake.read(.file("reports.zip")) { item in print(item.key) }
///
/// A document from inside a file is called `reports.zip!folder/page.html`, or `crawl.warc.gz!` and its address.
public struct Intake: Sendable {
  /// Fetches addresses, converts PDF, and sets the size of a document and the date of those that state none.
  public var source: DocumentSource
  /// What the fields of JSON Lines are called, by the names in `JSONLinesReader.fields`.
  public var names: [String: String]
  /// Whether the pages that feeds link to are fetched where the feed has only their first words.
  public var followsLinks: Bool
  /// Whether a key has been done by an earlier run, and is left out.
  public var isDone: @Sendable (_ key: String) -> Bool

  public init(
    _ source: DocumentSource, names: [String: String] = [:], followsLinks: Bool = false,
    isDone: @escaping @Sendable (_ key: String) -> Bool = { _ in false }
  ) {
    self.source = source
    self.names = names
    self.followsLinks = followsLinks
    self.isDone = isDone
  }

  /// Archives inside an archive that are opened, one in the other.
  static let nesting = 2

  /// Reads one input to its end.
  ///
  /// - Parameter take: called with each item, in order; what it throws ends the reading.
  /// - Complexity: O(n) in uncompressed bytes.
  public func read<Failure: Error>(
    _ input: Input, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    switch input {
    case .file(let path) where IntakeForm.isOffice(path):
      if !isDone(path) { try take(IntakeItem(key: path, document: opened(input))) }
    case .file(let path): try readFile(path, named: path, take: take)
    case .standardInput: try readFile("/dev/stdin", named: input.name, take: take)
    case .address(let address):
      guard !isDone(address) else { return }
      switch opened(input) {
      case .failure(let error): try take(IntakeItem(key: address, document: .failure(error)))
      case .success(var document):
        let archive = Archive(bytes: document.bytes, name: address, limits: limits)
        document.bytes = []
        try read(archive, as: document, take: take)
      }
    }
  }

  private func opened(_ input: Input) -> Result<Document, QuothError> {
    Result { () throws(QuothError) in try source.document(input) }
  }

  private func readFile<Failure: Error>(
    _ path: String, named name: String, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let opened = Result { () throws(ArchiveError) in
      try Archive(path: path, name: name, limits: limits)
    }
    switch opened {
    case .failure(let error):
      try take(IntakeItem(key: name, document: .failure(QuothError(error))))
    case .success(let archive):
      try read(archive, as: Document(bytes: [], file: name), take: take)
    }
  }

  private var limits: Archive.Limits { Archive.Limits(size: source.limit) }
}

// MARK: Archives

extension Intake {
  /// Reads a file: the members of an archive, or all of it as one stream.
  ///
  /// - Parameters:
  ///   - document: what is known of the file, without its bytes.
  ///   - depth: how many archives stand around it.
  private func read<Failure: Error>(
    _ archive: Archive, as document: Document, depth: Int = 0,
    take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    var number = 0
    var isEmpty = true
    while let entry = archive.next() {
      number += 1
      let key = "\(archive.name)@\(number)"
      switch entry {
      case .stream:
        let part = Part(archive: archive, key: archive.name, document: document, depth: nil)
        try read(part, take: take)
      case .member(let name):
        guard Inputs.isListed(member: name) else { continue }
        let member = Document(bytes: [], file: "\(archive.name)!\(name)")
        try read(Part(archive: archive, key: key, document: member, depth: depth), take: take)
      case .refused(let error):
        try take(IntakeItem(key: key, document: .failure(QuothError(error))))
      }
      isEmpty = false
    }
    guard isEmpty else { return }
    let error = QuothError(
      slug: "input.nothing-found",
      message: "\(archive.name): no report in this archive. "
        + "Reports end in \(Inputs.collectionEndings.map { "." + $0 }.joined(separator: ", ")).")
    try take(IntakeItem(key: archive.name, document: .failure(error)))
  }

  /// A stream or member that is about to be read.
  private struct Part {
    var archive: Archive
    var key: String
    /// What is known of it, without its bytes.
    var document: Document
    /// How many archives stand around the one it is a member of; nil where it is all of a file.
    var depth: Int?

    var name: String { document.file ?? document.url ?? archive.name }

    /// At least so many bytes from here on, or all there are.
    func head(_ count: Int) throws(QuothError) -> [UInt8] {
      var head: [UInt8] = []
      while head.count < count, let piece = try next() { head += piece }
      return head
    }

    func next() throws(QuothError) -> [UInt8]? {
      do throws(ArchiveError) {
        return try archive.read()
      } catch {
        throw QuothError(error)
      }
    }

    /// The document with all its bytes.
    func whole(head: [UInt8], limit: Int) throws(QuothError) -> Document {
      var document = document
      document.bytes = head
      while let piece = try next() {
        document.bytes += piece
        guard document.bytes.count <= limit else {
          throw QuothError(FileError.tooLarge(path: name, size: nil, limit: limit))
        }
      }
      return document
    }
  }

  private func read<Failure: Error>(
    _ part: Part, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let result = Result { () throws(QuothError) in try part.head(IntakeForm.headLength) }
    guard case .success(let head) = result else {
      return try take(IntakeItem(key: part.key, document: result.map { _ in part.document }))
    }
    switch (IntakeForm(name: part.name, head: head), part.depth) {
    case (.webArchive, _):
      let reader = WARCReader(name: part.name, limit: source.limit, unpack: unpacked)
      try read(part, head: head, through: reader, take: take)
    case (.lines, _):
      let reader = JSONLinesReader(name: part.name, names: names)
      try read(part, head: head, through: reader, take: take)
    case (.feed, _): try readFeed(part, head: head, take: take)
    case (.archive, let depth?): try readArchive(part, head: head, depth: depth + 1, take: take)
    case (.archive, nil), (.report, _):
      guard !isDone(part.key) else { return }
      let document = Result { () throws(QuothError) in
        try source.readable(part.whole(head: head, limit: source.limit), named: part.name)
      }
      try take(IntakeItem(key: part.key, document: document))
    }
  }

  /// Opens an archive inside an archive.
  private func readArchive<Failure: Error>(
    _ part: Part, head: [UInt8], depth: Int, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let packed = Result { () throws(QuothError) in
      guard depth <= Self.nesting else {
        throw QuothError(
          slug: "archive.too-deep",
          message: "\(part.name): is an archive inside more than \(Self.nesting) others. "
            + "Unpack the outer ones and give it by itself.")
      }
      return try part.whole(head: head, limit: source.limit).bytes
    }
    switch packed {
    case .failure(let error): try take(IntakeItem(key: part.key, document: .failure(error)))
    case .success(let bytes):
      let archive = Archive(bytes: bytes, name: part.name, limits: limits)
      try read(archive, as: part.document, depth: depth, take: take)
    }
  }

  /// Undoes gzip; nil when the bytes are damaged, or too many.
  private func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    let archive = Archive(bytes: bytes, name: "", limits: limits)
    guard case .stream? = archive.next() else { return nil }
    let part = Part(archive: archive, key: "", document: Document(bytes: []))
    return try? part.whole(head: [], limit: source.limit).bytes
  }
}

// MARK: Streams

extension Intake {
  private func read<Failure: Error>(
    _ part: Part, head: [UInt8], through stream: some DocumentStream,
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
    _ item: StreamItem, of part: Part, take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let key = "\(part.key)@\(item.offset)"
    guard !isDone(key) else { return }
    try take(IntakeItem(key: key, document: item.document.map(dated).mapError { QuothError($0) }))
  }

  /// The document with the date that counts where it has none.
  private func dated(_ document: Document) -> Document {
    var document = document
    document.published = document.published ?? source.published
    return document
  }
}

// MARK: Feeds

extension Intake {
  private func readFeed<Failure: Error>(
    _ part: Part, head: [UInt8], take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let feed = Result { () throws(QuothError) in
      let document = try part.whole(head: head, limit: source.limit)
      do throws(IntakeError) {
        return try Feed(document)
      } catch {
        throw QuothError(error)
      }
    }
    switch feed {
    case .failure(let error): try take(IntakeItem(key: part.key, document: .failure(error)))
    case .success(let feed):
      for (number, item) in feed.items.enumerated() {
        let key = "\(part.key)@\(item.id ?? item.address ?? "\(number + 1)")"
        guard !isDone(key) else { continue }
        let name = "\(part.name)!\(item.address ?? item.title ?? "\(number + 1)")"
        let document = Result { () throws(QuothError) in
          try report(of: item, in: feed, named: name)
        }
        try take(IntakeItem(key: key, document: document))
      }
    }
  }

  /// The item itself where the feed has all of it, else the page it links to.
  private func report(
    of item: Feed.Item, in feed: Feed, named name: String
  ) throws(QuothError) -> Document {
    if let document = feed.document(for: item, file: name) { return dated(document) }
    guard followsLinks, let fetch = source.fetch, let address = item.address else {
      throw QuothError(
        slug: "feed.summary-only",
        message:
          "\(name): the feed has only its first words. Give the page itself, or allow the network.")
    }
    var document = try source.readable(try fetch(address), named: address)
    document.published = item.date ?? source.published
    return document
  }
}
