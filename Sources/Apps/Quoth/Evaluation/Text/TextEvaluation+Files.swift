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
    let treebank = try Treebank(name, in: folder, part: part)
    for document in treebank.documents { add(document, corpus: name) }
    return treebank.corpus
  }
}
