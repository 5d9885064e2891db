public import QuothReport
import QuothSystem

/// A test world: reports on invented happenings, and what a ledger should make of them (Tests/WorldTests/README.md).
public struct WorldGold: Sendable {
  public struct Report: Sendable {
    /// `happening/01-outlet`.
    public let id: String
    public let story: String
    public let document: Document
  }

  struct Copy: Hashable, Sendable {
    let report: String
    let original: String
  }

  struct Claim: Sendable {
    let name: String
    let statements: [Statement]
    let independentOrigins: Int
    let disagrees: Bool
  }

  struct Statement: Sendable {
    let report: String
    let text: String
    /// Such as `backs`.
    let stance: String
    let origin: String
  }

  /// In the order of their folders and names, which is that of publication.
  public private(set) var reports: [Report] = []
  private(set) var copies: Set<Copy> = []
  /// Later versions with the ones before them.
  private(set) var versions: Set<Copy> = []
  private(set) var claims: [Claim] = []
  public private(set) var corpus: MeasuredCorpus

  /// - Throws: ``EvaluationError/noGold(folder:layout:)`` when no folder in it has a `gold.json`.
  public init(folder: String) throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    corpus = MeasuredCorpus(name: name, documents: 0, fingerprint: "")
    var files: [GoldFile] = []
    for path in try Files.list(folder) where path.hasSuffix("/gold.json") {
      let gold = try GoldFile(String(path.dropFirst(folder.count + 1)), in: folder)
      let happening = String(gold.file.name.dropLast("/gold.json".count))
      guard let json = JSON(gold.text) else {
        throw EvaluationError.malformedGold(path: path)
      }
      files.append(gold)
      try read(json, happening, folder, &files)
    }
    guard !reports.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.storyLayout)
    }
    reports.sort { $0.id < $1.id }
    corpus = MeasuredCorpus(
      name: name, documents: reports.count,
      fingerprint: CorpusFile.fingerprint(of: files.map(\.file)))
  }

  private mutating func read(
    _ json: JSON, _ happening: String, _ folder: String, _ files: inout [GoldFile]
  ) throws {
    func id(_ report: JSON?) -> String { "\(happening)/\(report?.string ?? "")" }
    for story in json["stories"]?.elements ?? [] {
      for report in story["reports"]?.elements ?? [] {
        let file = try GoldFile(id(report) + ".md", in: folder)
        files.append(file)
        reports.append(
          Report(
            id: id(report), story: "\(happening) \(story["story"]?.string ?? "")",
            document: Document(
              bytes: file.file.bytes, file: id(report), mediaType: "text/markdown",
              charset: "utf-8")))
      }
    }
    for family in json["families"]?.elements ?? [] {
      for copy in family["copies"]?.elements ?? [] {
        copies.insert(Copy(report: id(copy["report"]), original: id(family["original"])))
      }
    }
    for chain in (json["versions"]?.elements ?? []).map(\.elements) {
      for (before, after) in zip(chain, chain.dropFirst()) {
        versions.insert(Copy(report: id(after), original: id(before)))
      }
    }
    for claim in json["claims"]?.elements ?? [] {
      let statements = (claim["statements"]?.elements ?? []).map { statement in
        Statement(
          report: id(statement["report"]), text: statement["text"]?.string ?? "",
          stance: statement["stance"]?.string ?? "", origin: statement["origin"]?.string ?? "")
      }
      claims.append(
        Claim(
          name: "\(happening) \(claim["claim"]?.string ?? "")", statements: statements,
          independentOrigins: (claim["independent_origins"]?.string).flatMap { Int($0) } ?? 0,
          disagrees: claim["disagreement"]?.elements.contains { $0["type"]?.string != "confirms" }
            ?? false))
    }
  }
}
