import Foundation

/// The checkout that these tests were built from.
enum Repository {
  static let root: URL = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return tests.deletingLastPathComponent()
  }()

  /// The text of a file, by its path from the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Files under a folder whose name ends in `suffix`, as sorted paths from the root.
  static func files(under folder: String, suffix: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (paths?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// Folders directly in a folder, as sorted paths from the root; empty when there is no such folder.
  static func folders(in folder: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path))
      ?? []
    return names.sorted().map { "\(folder)/\($0)" }.filter { isFolder($0) }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  private static func isFolder(_ path: String) -> Bool {
    let values = try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory == true
  }
}

/// The pages that people read: README, the change log and all of `Documentation`.
enum Documentation {
  static let pages =
    ["README.md", "CHANGELOG.md"] + Repository.files(under: "Documentation", suffix: ".md")

  /// All pages in one text.
  static func text() throws -> String {
    try pages.map(Repository.text).joined(separator: "\n")
  }
}
