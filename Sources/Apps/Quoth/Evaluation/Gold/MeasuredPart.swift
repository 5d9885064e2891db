import QuothDigest

/// The part of one corpus that is measured, as a file of `Evaluation/splits` names it.
///
///     try MeasuredPart(split: "# Dev.\nGUM_news_harbour\nGUM_news_pier\n").names     // both
///
/// The kinds of line are those of `splits/README.md`: names, `PREFIX*`, and `PREFIX@fifth`.
public struct MeasuredPart: Hashable, Sendable {
  /// Names of documents that are listed one by one; nil for the whole corpus.
  public let names: Set<String>?
  private let prefixes: [String]
  /// Prefixes of names of which a fifth is measured.
  private let fifths: [String]

  /// - Throws: ``EvaluationError/malformedSplit(path:line:)`` for a line of another kind, and for a
  ///   file without names.
  public init(split list: String, path: String = "split") throws(EvaluationError) {
    var names: Set<String> = []
    var prefixes: [String] = []
    var fifths: [String] = []
    let lines = list.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      if line.hasSuffix("*"), !line.dropLast().contains("*") {
        prefixes.append(String(line.dropLast()))
      } else if line.hasSuffix("@fifth") {
        fifths.append(String(line.dropLast("@fifth".count)))
      } else if line.contains("*") || line.contains("@") {
        throw .malformedSplit(path: path, line: number + 1)
      } else {
        names.insert(String(line))
      }
    }
    guard !names.isEmpty || !prefixes.isEmpty || !fifths.isEmpty else {
      throw .malformedSplit(path: path, line: lines.count)
    }
    self.names = prefixes.contains("") ? nil : names
    self.prefixes = prefixes
    self.fifths = fifths
  }

  /// Whether what has that name is measured.
  func holds(_ name: String) -> Bool {
    names?.contains(name) != false || prefixes.contains(where: name.hasPrefix)
      || fifths.contains { name.hasPrefix($0) && Self.isFifth(name.dropFirst($0.count)) }
  }

  /// Whether the SHA-256 of the words, read as one number, is divided by 5. Since 16 leaves 1, the
  /// sum of its digits tells.
  private static func isFifth(_ words: Substring) -> Bool {
    Digest.sha256(Array(words.utf8)).reduce(0) { $0 + ($1.hexDigitValue ?? 0) } % 5 == 0
  }

  /// - Throws: ``EvaluationError/incomplete(folder:name:missing:of:)`` when a named document is not
  ///   among those that were found.
  func expectAll(_ found: some Sequence<String>, in folder: String) throws(EvaluationError) {
    guard let names else { return }
    let missing = names.subtracting(found)
    guard let first = missing.min() else { return }
    throw .incomplete(folder: folder, name: first, missing: missing.count, of: names.count)
  }
}
