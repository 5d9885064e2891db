import QuothReport
import QuothText

/// The text read as a report of one body paragraph, or of several parted by blank lines.
func read(_ text: String, blocks: [Block]? = nil) -> Text {
  let whole = Block(span: Span(start: 0, end: text.utf8.count), role: .body)
  return Text(Report(id: "sha256:0", text: text, blocks: blocks ?? [whole]))
}

/// The words a span stands for.
func words(_ span: Span, in text: String) -> String {
  String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
}

/// The tokens of one paragraph, parted by `|`.
func tokens(_ text: String) -> String {
  read(text).tokens.map { words($0.span, in: text) }.joined(separator: "|")
}

/// The sentences of one paragraph.
func sentences(_ text: String) -> [String] {
  read(text).sentences.map { words($0.span, in: text) }
}

/// The quotations of one paragraph, marks included.
func quotations(_ text: String, _ level: Quotation.Level = .double) -> [String] {
  read(text).quotations.filter { $0.level == level }.map { words($0.span, in: text) }
}
