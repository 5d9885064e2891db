import QuothSystem

/// One report that the user asked to have read.
public enum Input: Sendable, Hashable {
  case file(String)
  case standardInput
  /// An address with a scheme; only `http` and `https` are ever fetched.
  case address(String)

  /// What the user called it; `-` for standard input.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    case .address(let address): address
    }
  }

  /// Whether a word on the command line is an address: a scheme and `://`.
  static func isAddress(_ word: String) -> Bool {
    guard let mark = word.firstRange(of: "://") else { return false }
    return !word[..<mark.lowerBound].isEmpty
      && word[..<mark.lowerBound].allSatisfy { $0.isASCII && $0.isLetter }
  }
}

/// The reports that words on a command line stand for, in order.
///
///     Inputs(["-", "https://example.org/a", "reports/", "more/*.html"])
///
/// A folder stands for the files in it, at any depth, whose names end as reports do, in sorted order.
/// A pattern that names no file stands for the paths it matches.
public struct Inputs: Sendable {
  /// One for each report, or for each word that stands for none.
  public private(set) var all: [Result<Input, QuothError>] = []
  private let endings: [String]

  /// - Parameter endings: of the names that are taken from folders.
  /// - Complexity: O(n) in the entries of the folders named.
  public init(_ words: [String], endings: [String] = Inputs.reportEndings) {
    self.endings = endings
    for word in words { add(word) }
  }

  private mutating func add(_ word: String) {
    if word == "-" {
      all.append(.success(.standardInput))
    } else if Input.isAddress(word) {
      all.append(.success(.address(word)))
    } else if Files.isFolder(word) {
      addFolder(word)
    } else if !Files.exists(word), word.contains(where: { "*?[".contains($0) }) {
      addPattern(word)
    } else {
      all.append(.success(.file(word)))
    }
  }

  private mutating func addFolder(_ folder: String) {
    do throws(FileError) {
      var unlisted: [FileError] = []
      let files = try Files.list(folder) { unlisted.append($0) }.filter {
        Self.ends($0, in: endings)
      }
      all += unlisted.map { .failure(QuothError($0)) }
      if files.isEmpty, unlisted.isEmpty {
        let error = QuothError(
          slug: "input.nothing-found",
          message: "\(folder): no report in this folder. "
            + "Reports end in \(endings.map { "." + $0 }.joined(separator: ", ")); name other files one by one."
        )
        all.append(.failure(error))
      }
      all += files.map { .success(.file($0)) }
    } catch {
      all.append(.failure(QuothError(error)))
    }
  }

  private mutating func addPattern(_ pattern: String) {
    let paths = Files.matching(pattern)
    if paths.isEmpty {
      let error = QuothError(
        slug: "input.nothing-found", message: "\(pattern): no file matches. Check the spelling.")
      all.append(.failure(error))
    }
    for path in paths {
      if Files.isFolder(path) { addFolder(path) } else { all.append(.success(.file(path))) }
    }
  }

  /// How the names of single reports end.
  public static let reportEndings = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf",
  ]

  /// How the names of reports end, and of what holds many of them.
  public static let collectionEndings =
    reportEndings + [
      "zip", "tar", "tgz", "gz", "bz2", "xz", "zst", "lz4", "warc", "arc", "xml", "rss", "atom",
      "rdf", "json", "jsonl", "ndjson",
    ]

  /// Whether a member of an archive is taken, as a file in a folder is: by the ending of its name, and not
  /// when it is hidden.
  static func isListed(member name: String) -> Bool {
    ends(name, in: collectionEndings)
      && !name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private static func ends(_ path: String, in endings: [String]) -> Bool {
    let name = path.lowercased()
    return endings.contains { name.hasSuffix("." + $0) }
  }
}
