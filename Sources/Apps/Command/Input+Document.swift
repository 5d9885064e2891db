import Quoth
import QuothFetch
import QuothReport
import QuothSystem

extension Input {
  /// The document behind an input.
  ///
  /// A PDF is read through `pdftotext`.
  ///
  /// - Parameter published: The day the user gave, ISO 8601.
  /// - Throws: ``Failure`` naming the input.
  func document(published: String?) throws(Failure) -> Document {
    switch self {
    case .standardInput:
      return Document(
        bytes: try Self.bytes(self) { () throws(FileError) in try Files.readStandardInput() },
        file: "-", published: published)
    case .file(let path):
      let bytes = try Self.bytes(self) { () throws(FileError) in try Files.read(path) }
      guard bytes.starts(with: "%PDF-".utf8) else {
        return Document(bytes: bytes, file: path, published: published)
      }
      return Document(
        bytes: try Self.text(ofPDF: path), file: path, mediaType: "text/plain", charset: "utf-8",
        published: published)
    case .address(let address):
      do throws(FetchError) {
        let page = try Fetch.page(address)
        return Document(
          bytes: page.bytes, url: page.address, mediaType: page.mediaType, charset: page.charset,
          published: published)
      } catch {
        throw Failure(slug: error.slug, message: error.message, input: address)
      }
    }
  }

  private static func bytes(
    _ input: Input, _ read: () throws(FileError) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try read()
    } catch {
      throw Failure(error, input: input.name)
    }
  }

  private static func text(ofPDF path: String) throws(Failure) -> [UInt8] {
    do throws(ProgramError) {
      // A path that begins with a hyphen would be taken for an option.
      let path = path.hasPrefix("-") ? "./" + path : path
      return try Program("pdftotext", ["-enc", "UTF-8", "-nopgbrk", path, "-"]).output()
    } catch {
      throw Failure(
        slug: error.slug,
        message: "\(path): \(error.message) PDF is read through pdftotext (package poppler-utils).",
        input: path)
    }
  }
}
