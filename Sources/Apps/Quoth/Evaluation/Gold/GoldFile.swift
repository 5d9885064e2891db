import QuothSystem

/// One file of a corpus, read whole.
struct GoldFile: Sendable {
  /// What counts for the fingerprint.
  let file: CorpusFile
  let text: String

  /// - Parameter name: within the folder.
  /// - Throws: ``EvaluationError/notUTF8(path:)``, or ``FileError`` when it cannot be read.
  init(_ name: String, in folder: String) throws {
    let path = "\(folder)/\(name)"
    file = CorpusFile(name: name, bytes: try Files.read(path))
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw EvaluationError.notUTF8(path: path)
    }
    self.text = text
  }

  /// Its lines, ends cut off.
  var lines: [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
