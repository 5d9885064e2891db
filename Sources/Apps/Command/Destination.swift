import Glibc
import QuothSystem

/// Where output goes: standard output, one file, or a folder with a page for each report.
struct Destination {
  private enum Kind {
    case standardOutput
    case file(String)
    case folder(String)
  }

  private let kind: Kind
  private var names: Set<String> = []
  private var kept: [UInt8] = []

  /// - Parameters:
  ///   - path: As the user gave it; nil for standard output.
  ///   - pages: How many pages of their own will be written; nil when everything runs into one stream.
  /// - Throws: ``Failure`` when many pages would run together, or the place for them is missing: what
  ///   cannot be written is said before anything is read.
  init(_ path: String?, pages: Int?) throws(Failure) {
    let pageCount = pages ?? 1
    switch path {
    case nil where pageCount > 1:
      throw Failure(
        slug: "command.many-pages",
        message: "\(pageCount) pages do not fit one stream. Name a folder for them with --output.")
    case nil, "-"?: kind = .standardOutput
    case let path? where pageCount > 1 || (pages != nil && Files.isFolder(path)):
      guard Files.isFolder(path) else {
        throw Failure(
          slug: "command.no-folder",
          message: "\(path): is no folder. Create it first; each report becomes a page in it.",
          input: path)
      }
      kind = .folder(path)
    case let path?:
      guard !Files.isFolder(path) else {
        throw Failure(OutputError.refused(path: path, code: EISDIR), input: path)
      }
      let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
      guard folder.isEmpty || Files.isFolder(String(folder)) else {
        throw Failure(OutputError.refused(path: path, code: ENOENT), input: path)
      }
      kind = .file(path)
    }
  }

  /// - Parameter stem: The name of the page, should it become one; a number is added to a name that
  ///   was used before.
  mutating func write(_ bytes: [UInt8], stem: String) throws {
    switch kind {
    case .standardOutput: try StandardStream.output.write(bytes)
    case .file: kept += bytes
    case .folder(let folder):
      var name = stem
      var number = 2
      while !names.insert(name).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      try Files.write(bytes, to: "\(folder)/\(name).html")
    }
  }

  /// Writes what was kept for a single file.
  func close() throws(OutputError) {
    if case .file(let path) = kind { try Files.write(kept, to: path) }
  }
}
