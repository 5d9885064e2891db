import QuothMarkup
import QuothReport
import QuothSystem

/// The measure of reading HTML: pages with hand-checked text and facts.
///
///     let result = try ExtractionEvaluation.run(folder: "corpora/extraction")
///     print(result.table)
///
/// The folder holds two sets. `scrapinghub/`: `ground-truth.json` and `html/ID.html.gz`; the text of
/// body and subheads is scored. `fundus/COUNTRY/`: `PUBLISHER.json`, gold by version, and one
/// `PUBLISHER_DATE.html.gz` for each version, both in order; headline, date and byline are scored.
/// What is not found counts as wrong. Pages are read as UTF-8.
public enum ExtractionEvaluation {
  /// Reads all pages of both sets and scores them.
  ///
  /// - Throws: ``EvaluationError`` when gold or a page is missing or broken; ``FileError`` when the
  ///   folder cannot be listed.
  public static func run(folder: String) throws -> Result {
    var result = Result()
    guard
      !Files.isFolder(folder) || Files.exists(folder + "/scrapinghub/ground-truth.json")
    else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.extractionLayout)
    }
    try scoreText(in: folder + "/scrapinghub", into: &result)
    let files = try Files.list(folder + "/fundus")
    for path in files where path.hasSuffix(".json") {
      try scoreFacts(path, pages: pages(besides: path, among: files), into: &result)
    }
    result.fingerprint = CorpusFile.fingerprint(
      of: try result.paths.map { path throws(FileError) in
        CorpusFile(name: String(path.dropFirst(folder.count + 1)), bytes: try Files.read(path))
      })
    return result
  }

  private static func scoreText(in folder: String, into result: inout Result) throws {
    result.paths.append(folder + "/ground-truth.json")
    guard case .object(let pages) = try gold(folder + "/ground-truth.json") else {
      throw EvaluationError.malformedGold(path: folder + "/ground-truth.json")
    }
    for page in pages {
      let path = folder + "/html/\(page.name).html.gz"
      result.paths.append(path)
      let report = try report(path)
      result.addText(
        ShingleScore(
          found: report.map(runningText) ?? "", wanted: page.value["articleBody"]?.string ?? ""))
    }
  }

  private static func scoreFacts(_ path: String, pages: [String], into result: inout Result) throws
  {
    guard case .object(let versions) = try gold(path), versions.count == pages.count else {
      throw EvaluationError.malformedGold(path: path)
    }
    result.paths += [path] + pages
    let ordered = versions.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (version, page) in zip(ordered, pages) {
      result.addFacts(StatedFacts(try report(page)), wanted: StatedFacts(gold: version.value))
    }
  }

  /// `PUBLISHER_DATE.html.gz` beside `PUBLISHER.json`, in order.
  private static func pages(besides path: String, among files: [String]) -> [String] {
    let stem = path.dropLast(".json".count) + "_"
    return files.filter { file in
      file.hasPrefix(stem) && file.dropFirst(stem.count).first?.isNumber == true
    }
  }

  private static func gold(_ path: String) throws -> JSON {
    guard let value = JSON(String(decoding: try Files.read(path), as: UTF8.self)) else {
      throw EvaluationError.malformedGold(path: path)
    }
    return value
  }

  private static func report(_ path: String) throws -> Report? {
    guard let bytes = CompressedFile.read(path) else {
      throw EvaluationError.missingPage(path: path)
    }
    return Report(
      html: String(decoding: bytes, as: UTF8.self), id: "", file: path, url: nil, warnings: [])
  }

  /// Body and subheads, a line each.
  private static func runningText(_ report: Report) -> String {
    let bytes = Array(report.text.utf8)
    return report.blocks.filter { $0.role == .body || $0.role == .subhead }
      .map { String(decoding: bytes[$0.span.range], as: UTF8.self) }.joined(separator: "\n")
  }
}
