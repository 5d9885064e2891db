import QuothSystem

/// The measured documents of a treebank.
struct Treebank: Sendable {
  let documents: [TreebankDocument]
  let corpus: MeasuredCorpus

  /// Reads the files below a folder, at any depth, whose name ends in `.conllu`. Files without a
  /// measured document do not count for the fingerprint.
  ///
  /// Bytes that are not UTF-8 are read as U+FFFD.
  ///
  /// - Parameter name: of the corpus, such as `gum`.
  /// - Throws: ``FileError`` when the folder or a file cannot be read, and
  ///   ``EvaluationError/incomplete(folder:name:missing:of:)`` when a document is not there.
  /// - Complexity: O(n) in bytes of the files.
  init(_ name: String, in folder: String, part: MeasuredPart) throws {
    var files: [CorpusFile] = []
    var documents: [TreebankDocument] = []
    for path in try Files.list(folder) where path.hasSuffix(".conllu") {
      let bytes = try Files.read(path)
      let text = String(decoding: bytes, as: UTF8.self)
      guard TreebankDocument.names(inCoNLLU: text).contains(where: part.holds) else { continue }
      documents += TreebankDocument.documents(inCoNLLU: text).filter { part.holds($0.name) }
      files.append(CorpusFile(name: String(path.dropFirst(folder.count + 1)), bytes: bytes))
    }
    try part.expectAll(documents.map(\.name), in: folder)
    guard !documents.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.treebankLayout)
    }
    self.documents = documents
    corpus = MeasuredCorpus(
      name: name, documents: documents.count, fingerprint: CorpusFile.fingerprint(of: files))
  }
}
