import QuothReport

/// A sentence with its type, source and target, from `PLV_train.tsv`.
///
/// `<s>` and `<t>` stand around them in `marked_sentence`, in several places where it is named again.
/// Source: Hu et al. 2024, Zero-Shot-PLOVER, arXiv:2405.11145.
struct PLOVERSentence: Sendable, Hashable {
  let id: String
  /// Without the marks.
  let text: String
  let sources: [Span]
  let targets: [Span]
  /// One of fifteen, such as `YIELD`.
  let type: String

  /// The rows whose name, `PLV_train/` and the words of the sentence, is measured.
  ///
  /// nil when the header lacks a column or a row a field.
  static func rows(_ lines: [Substring], keeping isMeasured: (String) -> Bool) -> [PLOVERSentence]?
  {
    func fields(_ line: Substring) -> [Substring] {
      line.split(separator: "\t", omittingEmptySubsequences: false)
    }
    guard let header = lines.first.map(fields),
      let sentence = header.firstIndex(of: "sentence"),
      let marked = header.firstIndex(of: "marked_sentence"),
      let root = header.firstIndex(of: "gold_root")
    else { return nil }
    var rows: [PLOVERSentence] = []
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let row = fields(line)
      guard row.count > max(sentence, marked, root) else { return nil }
      guard isMeasured("PLV_train/\(row[sentence])") else { continue }
      rows.append(
        PLOVERSentence(
          id: "PLV_train/\(number)", marked: String(row[marked]), type: String(row[root])))
    }
    return rows
  }

  init(id: String, marked: String, type: String) {
    self.id = id
    self.type = type
    var text: [UInt8] = []
    var sources: [Span] = []
    var targets: [Span] = []
    var start = 0
    var rest = Array(marked.utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: "<s>".utf8) || rest.starts(with: "<t>".utf8) {
        start = text.count
        rest = rest.dropFirst(3)
      } else if rest.starts(with: "</s>".utf8) || rest.starts(with: "</t>".utf8) {
        let span = Self.trimmed(start..<text.count, in: text)
        if rest.starts(with: "</s>".utf8) { sources.append(span) } else { targets.append(span) }
        rest = rest.dropFirst(4)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.sources = sources
    self.targets = targets
  }

  private static func trimmed(_ range: Range<Int>, in text: [UInt8]) -> Span {
    let blank = UInt8(ascii: " ")
    let start = range.first { text[$0] != blank } ?? range.upperBound
    let end = range.last { text[$0] != blank }.map { $0 + 1 } ?? start
    return Span(start: start, end: end)
  }

  var article: MeasuredArticle {
    MeasuredArticle(
      id: id, text: text,
      blocks: [Block(span: Span(start: 0, end: text.utf8.count), role: .body)])
  }
}
