import QuothSystem

extension TimeEvaluation {
  /// Scores the measured documents of a folder of TimeML, each named by its path below the folder
  /// without `.tml`.
  ///
  /// - Throws: ``FileError`` when the folder or a file cannot be read, and
  ///   ``EvaluationError/incomplete(folder:name:missing:of:)`` when a document is not there; nothing
  ///   is added then.
  public mutating func add(
    timeML folder: String, part: MeasuredPart
  ) throws -> MeasuredCorpus {
    var files: [CorpusFile] = []
    for path in try Files.list(folder) where path.hasSuffix(".tml") {
      let name = String(path.dropFirst(folder.count + 1))
      guard part.names?.contains(String(name.dropLast(".tml".count))) != false else { continue }
      files.append(CorpusFile(name: name, bytes: try Files.read(path)))
    }
    try part.expectAll(files.map { String($0.name.dropLast(".tml".count)) }, in: folder)
    guard !files.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.timeLayout)
    }
    for file in files {
      add(
        timeML: TimedDocument(
          name: file.name, timeML: String(decoding: file.bytes, as: UTF8.self)))
    }
    return MeasuredCorpus(
      name: "tempeval3", documents: files.count, fingerprint: CorpusFile.fingerprint(of: files))
  }

  /// Scores the measured documents of GUM, read from its folders `conllu` and `xml`.
  ///
  /// - Throws: as ``add(timeML:part:)`` does.
  public mutating func add(gum folder: String, part: MeasuredPart) throws -> MeasuredCorpus {
    var files: [CorpusFile] = []
    var documents: [TimedDocument] = []
    for path in try Files.list(folder + "/xml") where path.hasSuffix(".xml") {
      let name = String(path.dropFirst(folder.count + "/xml/".count).dropLast(".xml".count))
      guard part.names?.contains(name) != false else { continue }
      let xml = try Files.read(path)
      let conllu = try Files.read(folder + "/conllu/\(name).conllu")
      files += [
        CorpusFile(name: "xml/\(name).xml", bytes: xml),
        CorpusFile(name: "conllu/\(name).conllu", bytes: conllu),
      ]
      documents += TreebankDocument.documents(inCoNLLU: String(decoding: conllu, as: UTF8.self))
        .map { TimedDocument(treebank: $0, xml: String(decoding: xml, as: UTF8.self)) }
    }
    try part.expectAll(documents.map(\.name), in: folder)
    guard !documents.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.timeLayout)
    }
    for document in documents { add(dated: document) }
    return MeasuredCorpus(
      name: "gum dates", documents: documents.count,
      fingerprint: CorpusFile.fingerprint(of: files))
  }
}
