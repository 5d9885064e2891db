public import QuothReport
public import QuothSystem

/// Turns inputs into documents: opens files, drains pipes, fetches addresses, has PDF converted.
///
///     let source = DocumentSource()
///     for input in Inputs(words).all { try source.document(input.get()) }
///
/// Each input is its own success or failure, so one bad report leaves the others alone.
public struct DocumentSource: Sendable {
  /// Fetches an address. Without one an address is an error, so that nothing but the program itself
  /// ever reaches for the network.
  public typealias Fetcher = @Sendable (_ address: String) throws(QuothError) -> Document

  /// Bytes a report may have.
  public var limit: Int
  /// Publication date for reports that state none, ISO 8601.
  public var published: String?
  public var fetch: Fetcher?

  public init(limit: Int = Files.defaultLimit, published: String? = nil, fetch: Fetcher? = nil) {
    self.limit = limit
    self.published = published
    self.fetch = fetch
  }

  /// The bytes of one report.
  ///
  /// - Throws: ``QuothError`` when it is missing, unreadable, a folder, larger than ``limit``, a PDF
  ///   that cannot be converted, or an address that gives no page.
  public func document(_ input: Input) throws(QuothError) -> Document {
    var document =
      switch input {
      case .file(let path):
        Document(
          bytes: try read { () throws(FileError) in try Files.read(path, limit: limit) }, file: path
        )
      case .standardInput:
        Document(
          bytes: try read { () throws(FileError) in try Files.readStandardInput(limit: limit) },
          file: "-")
      case .address(let address): try fetched(address)
      }
    document.published = published
    return try readable(document, named: input.name)
  }

  /// The document as it is, or the text of a PDF.
  func readable(_ document: Document, named name: String) throws(QuothError) -> Document {
    guard document.bytes.starts(with: "%PDF-".utf8) else { return document }
    return try text(ofPDF: document, named: name)
  }

  private func read(_ bytes: () throws(FileError) -> [UInt8]) throws(QuothError) -> [UInt8] {
    do throws(FileError) {
      return try bytes()
    } catch {
      throw QuothError(error)
    }
  }

  private func fetched(_ address: String) throws(QuothError) -> Document {
    guard let fetch else {
      throw QuothError(
        slug: "input.no-network",
        message: "\(address): addresses are not fetched here. Give a file.")
    }
    return try fetch(address)
  }

  /// The document with the text of a PDF, in reading order, in place of its bytes.
  private func text(ofPDF document: Document, named name: String) throws(QuothError) -> Document {
    let converter = Program(
      "pdftotext", ["-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"],
      input: document.bytes,
      timeLimit: 60, outputLimit: limit)
    var converted = document
    do throws(ProgramError) {
      converted.bytes = try converter.output()
    } catch {
      throw switch error {
      case .missing:
        QuothError(
          slug: "input.pdf-needs-pdftotext",
          message:
            "\(name): is a PDF, and pdftotext is not installed. Install the package poppler-utils.")
      default:
        QuothError(
          slug: "input.pdf-unreadable", message: "\(name): no text could be read. \(error.message)")
      }
    }
    converted.mediaType = "text/plain"
    converted.charset = "utf-8"
    return converted
  }
}
