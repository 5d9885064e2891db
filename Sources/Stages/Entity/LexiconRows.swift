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
    // Over bytes: characters would take ten times as long.
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let parts = line.split(separator: UInt8(ascii: "\t")).map { Substring($0) }
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
