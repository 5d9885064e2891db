import QuothArchive
import QuothReport
import QuothSystem

/// A stream or member that is about to be read.
struct IntakePart {
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
