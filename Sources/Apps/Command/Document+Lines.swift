import QuothReport

extension Document {
  /// Whether lines of the report's text are lines of a file that people can open; not so for pages
  /// and PDF, whose text is extracted.
  var isOpenedByLine: Bool {
    guard let file, mediaType == nil else { return false }
    return [".txt", ".text", ".md", ".markdown"].contains { file.lowercased().hasSuffix($0) }
  }
}
