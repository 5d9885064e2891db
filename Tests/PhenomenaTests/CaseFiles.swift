import Foundation

/// The cases beside these tests, and the repository's floors.
enum CaseFiles {
  /// One file of cases and what its first line says the item is.
  struct File: Sendable {
    var item: Int
    var title: String
    var cases: [PhenomenonCase]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// All files, in the order of their items; read once.
  static func all() throws -> [File] { try files.get() }

  private static let files = Result { try read() }

  private static func read() throws -> [File] {
    let cases = folder.appending(path: "Cases")
    return try FileManager.default.contentsOfDirectory(atPath: cases.path(percentEncoded: false))
      .filter { $0.hasSuffix(".txt") }
      .sorted()
      .map { name in
        let contents = try String(contentsOf: cases.appending(path: name), encoding: .utf8)
        let parsed = try CaseParser.cases(in: contents, file: name)
        let title = contents.prefix { $0 != "\n" }.drop { "# ".contains($0) }
        return File(item: parsed.first?.item ?? 0, title: String(title), cases: parsed)
      }
  }

  /// The least number of cases that must pass: `phenomena` in `Evaluation/floors.json`.
  static func floor() throws -> Int? {
    let file = folder.appending(path: "../../Evaluation/floors.json").standardized
    let floors = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return (floors as? [String: Any])?["phenomena"] as? Int
  }
}
