public import QuothReport
import QuothSystem

/// Reports of one corpus with the story that each is on.
///
/// Source: ECB+ (Cybulska and Vossen 2014): the documents `TOPIC_Necb` are on one happening, the
/// `TOPIC_Necbplus` of the same topic on another of its kind. BASIL (Fan et al. 2019): articles of one STORY
/// tell the same event. The test world: `Tests/WorldTests/README.md`.
public struct StoryGold: Sendable {
  public struct Entry: Sendable {
    /// Its name in the corpus.
    public let id: String
    /// Such as `ecb+ 31-35`.
    public let part: String
    /// The story, named within all corpora.
    public let story: String
    public let document: Document
  }

  public let entries: [Entry]
  public let corpus: MeasuredCorpus

  /// Reads whichever corpus a folder holds.
  ///
  /// - Parameter part: the measured part of ECB+, which is counted apart.
  /// - Throws: ``EvaluationError/noGold(folder:layout:)`` when it is none of the three, or the error of a file that
  ///   cannot be read.
  /// - Complexity: O(n) in bytes.
  public init(folder: String, part: MeasuredPart) throws {
    if Files.isFolder(folder + "/ECB+") {
      try self.init(ecb: folder, part: part)
    } else if Files.isFolder(folder + "/articles") {
      try self.init(basil: folder)
    } else {
      try self.init(world: folder)
    }
  }

  private init(_ entries: [Entry], _ files: [GoldFile], name: String, folder: String) throws {
    guard !entries.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.storyLayout)
    }
    self.entries = entries
    corpus = MeasuredCorpus(
      name: name, documents: entries.count,
      fingerprint: CorpusFile.fingerprint(of: files.map(\.file)))
  }

  /// The sentences of each document as paragraphs, without the address that many begin with.
  private init(ecb folder: String, part: MeasuredPart) throws {
    let files = try Self.files(in: folder, below: "/ECB+", ending: ".xml")
    let entries = files.map { file in
      let name = file.file.name.dropFirst("ECB+/".count).dropLast(".xml".count)
      let fields = name.split(separator: "/")
      let kind = fields[1].hasSuffix("plus") ? "ecbplus" : "ecb"
      return Entry(
        id: String(name), part: part.holds(String(name)) ? "ecb+ 31-35" : "ecb+ 1-30",
        story: "ecb+ \(fields[0]) \(kind)",
        document: Self.document(Self.paragraphs(CATDocument(xml: file.text)), named: String(name)))
    }
    try self.init(entries, files, name: "ecbplus", folder: folder)
  }

  private static func paragraphs(_ document: CATDocument) -> [String] {
    let numbers = Set(document.tokens.map(\.sentence)).sorted()
    let sentences = numbers.map { number in
      var text = TokenizedText(joinsHyphens: true)
      text.append(
        sentence: document.tokens.filter { $0.sentence == number }.map(\.word)
          .filter { !$0.allSatisfy(\.isWhitespace) })
      return text.text
    }
    return sentences.filter { !$0.hasPrefix("http") }
  }

  private init(basil folder: String) throws {
    let files = try Self.files(in: folder, below: "/articles", ending: ".json")
    let entries = try files.map { file in
      guard let json = JSON(file.text), let title = json["title"]?.string else {
        throw EvaluationError.malformedGold(path: "\(folder)/\(file.file.name)")
      }
      let name = file.file.name.dropFirst("articles/".count).dropLast(".json".count)
      let paragraphs = (json["body-paragraphs"]?.elements ?? []).map { sentences in
        sentences.elements.compactMap(\.string).joined(separator: " ")
      }
      return Entry(
        id: String(name), part: "basil",
        story: "basil \(json["triplet-uuid"]?.string ?? String(name))",
        document: Self.document(
          [title] + paragraphs, named: String(name), published: json["date"]?.string))
    }
    try self.init(entries, files, name: "basil", folder: folder)
  }

  private init(world folder: String) throws {
    var entries: [Entry] = []
    var files: [GoldFile] = []
    for gold in try Self.files(in: folder, below: "", ending: "/gold.json") {
      let happening = gold.file.name.dropLast("/gold.json".count)
      for story in JSON(gold.text)?["stories"]?.elements ?? [] {
        for report in (story["reports"]?.elements ?? []).compactMap(\.string) {
          let file = try GoldFile("\(happening)/\(report).md", in: folder)
          files.append(file)
          entries.append(
            Entry(
              id: "\(happening)/\(report)", part: "world",
              story: "world \(happening) \(story["story"]?.string ?? "")",
              document: Document(
                bytes: file.file.bytes, file: file.file.name, mediaType: "text/markdown",
                charset: "utf-8")))
        }
      }
      files.append(gold)
    }
    try self.init(entries, files, name: "world", folder: folder)
  }

  private static func document(
    _ paragraphs: [String], named name: String, published: String? = nil
  ) -> Document {
    Document(
      bytes: Array(paragraphs.joined(separator: "\n\n").utf8), file: name,
      mediaType: "text/plain", charset: "utf-8", published: published)
  }

  private static func files(
    in folder: String, below: String, ending: String
  ) throws -> [GoldFile] {
    try Files.list(folder + below).filter { $0.hasSuffix(ending) }
      .map { try GoldFile(String($0.dropFirst(folder.count + 1)), in: folder) }
  }
}
