/// The part of one corpus that is measured, as a file of `Evaluation/splits` names it.
///
///     try MeasuredPart(split: "# Dev.\nGUM_news_harbour\nGUM_news_pier\n").names     // both
///
/// Lists of names and whole corpora (`*`) are read; the other kinds of line that `splits/README.md`
/// describes belong to corpora that are not measured here.
public struct MeasuredPart: Hashable, Sendable {
  /// Names of documents; nil for the whole corpus.
  public let names: Set<String>?

  /// - Throws: ``EvaluationError/malformedSplit(path:line:)`` for a line of another kind, and for a
  ///   file without names.
  public init(split list: String, path: String = "split") throws(EvaluationError) {
    var names: Set<String> = []
    var isWhole = false
    let lines = list.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      if line == "*" {
        isWhole = true
      } else if line.contains("*") || line.contains("@") {
        throw .malformedSplit(path: path, line: number + 1)
      } else {
        names.insert(String(line))
      }
    }
    guard isWhole || !names.isEmpty else { throw .malformedSplit(path: path, line: lines.count) }
    self.names = isWhole ? nil : names
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
