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

  var limits: Archive.Limits { Archive.Limits(size: source.limit) }
}

// MARK: Archives

extension Intake {
  /// Reads a file: the members of an archive, or all of it as one stream.
  ///
  /// - Parameters:
  ///   - document: what is known of the file, without its bytes.
  ///   - depth: how many archives stand around it.
  func read<Failure: Error>(
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
        let part = IntakePart(archive: archive, key: archive.name, document: document, depth: nil)
        try read(part, take: take)
      case .member(let name):
        guard Inputs.isListed(member: name) else { continue }
        let member = Document(bytes: [], file: "\(archive.name)!\(name)")
        try read(IntakePart(archive: archive, key: key, document: member, depth: depth), take: take)
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

  private func read<Failure: Error>(
    _ part: IntakePart, take: (IntakeItem) throws(Failure) -> Void
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
        dated(try source.readable(part.whole(head: head, limit: source.limit), named: part.name))
      }
      try take(IntakeItem(key: part.key, document: document))
    }
  }

  /// Opens an archive inside an archive.
  private func readArchive<Failure: Error>(
    _ part: IntakePart, head: [UInt8], depth: Int, take: (IntakeItem) throws(Failure) -> Void
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
}
