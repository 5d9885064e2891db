import QuothAnnotation

/// Lines of a lexicon file, cut at tabs; lines that begin with `#` are notes.
struct LexiconRows {
  private(set) var rows: [Row] = []

  /// - Throws: ``LexiconError/wrongFields(file:line:expected:found:)``.
  init(
    _ file: (String) -> [UInt8], _ name: String, fields: Int
  ) throws(LexiconError) {
    let text = String(decoding: file(name), as: UTF8.self)
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "\t")
      guard parts.count == fields else {
        throw .wrongFields(file: name, line: number, expected: fields, found: parts.count)
      }
      rows.append(Row(file: name, line: number, fields: parts))
    }
  }

  struct Row {
    var file: String
    var line: Int
    var fields: [Substring]

    func label<Label: RawRepresentable>(
      _ type: Label.Type, field: Int
    ) throws(LexiconError) -> Label where Label.RawValue == String {
      guard let label = Label(rawValue: String(fields[field])) else {
        throw .unknownLabel(file: file, line: line, label: String(fields[field]))
      }
      return label
    }
  }
}
