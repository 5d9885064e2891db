import QuothSystem

extension TextEvaluation {
  /// Scores the measured documents of a treebank: those of the files below its folder, at any depth,
  /// whose name ends in `.conllu`. Files without such a document do not count for the fingerprint.
  ///
  /// Bytes that are not UTF-8 are read as U+FFFD.
  ///
  /// - Parameter name: the corpus in names of scores, such as `gum`.
  /// - Throws: ``FileError`` when the folder or a file cannot be read, and
  ///   ``EvaluationError/incomplete(folder:name:missing:of:)`` when a document is not there; nothing
  ///   is added then.
  /// - Complexity: O(n) in bytes of the files.
  public mutating func add(
    treebank name: String, in folder: String, part: MeasuredPart
  ) throws -> MeasuredCorpus {
    var files: [CorpusFile] = []
    var documents: [String] = []
    for path in try Files.list(folder) where path.hasSuffix(".conllu") {
      let bytes = try Files.read(path)
      let here = TreebankDocument.names(inCoNLLU: String(decoding: bytes, as: UTF8.self))
        .filter { part.names?.contains($0) != false }
      guard !here.isEmpty else { continue }
      documents += here
      files.append(CorpusFile(name: String(path.dropFirst(folder.count + 1)), bytes: bytes))
    }
    try part.expectAll(documents, in: folder)
    guard !documents.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.treebankLayout)
    }
    for file in files {
      add(conllu: String(decoding: file.bytes, as: UTF8.self), corpus: name) { document in
        part.names?.contains(document) != false
      }
    }
    return MeasuredCorpus(
      name: name, documents: documents.count, fingerprint: CorpusFile.fingerprint(of: files))
  }
}
