/// Lines of a lexicon file, cut at tabs; lines that begin with `#` are notes.
public struct LexiconRows {
  public private(set) var rows: [Row] = []

  /// - Throws: ``LexiconError/wrongFields(file:line:expected:found:)``.
  public init(
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

  public struct Row {
    public let file: String
    public let line: Int
    public let fields: [Substring]

    /// The words of a field, which blanks divide.
    public func words(field: Int) -> [String] {
      fields[field].split(separator: " ").map(String.init)
    }

    public func label<Label: RawRepresentable>(
      _ type: Label.Type, field: Int = 0
    ) throws(LexiconError) -> Label where Label.RawValue == String {
      guard let label = Label(rawValue: String(fields[field])) else {
        throw .unknownLabel(file: file, line: line, label: String(fields[field]))
      }
      return label
    }
  }
}
