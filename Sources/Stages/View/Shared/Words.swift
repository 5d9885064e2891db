import QuothReport

/// The words of a report, sliced by spans.
///
/// Every span has an answer: one that reaches beyond the text is cut to it, and an edge inside a
/// scalar moves to the scalar's end, so that a slice is always valid UTF-8.
struct Words: Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The words of a span, white space kept.
  subscript(span: Span) -> String {
    String(decoding: bytes[range(span)], as: UTF8.self)
  }

  /// The words of a span as one line: runs of white space become one blank.
  func line(_ span: Span) -> String {
    self[span].singleLine
  }

  /// The words of discontinuous spans as one line, joined where they are parted by an ellipsis.
  func line(_ spans: [Span]) -> String {
    spans.map(line).joined(separator: " … ")
  }

  /// Spans in text order, those with nothing but white space between them as one.
  func joined(_ spans: [Span]) -> [Span] {
    spans.sorted().reduce(into: []) { joined, span in
      if let last = joined.last,
        last.end >= span.start || line(Span(start: last.end, end: span.start)).isEmpty
      {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
  }

  /// The bytes of a span, on scalar edges and inside the text.
  func range(_ span: Span) -> Range<Int> {
    let start = edge(span.start)
    return start..<max(start, edge(span.end))
  }

  private func edge(_ offset: Int) -> Int {
    var offset = min(max(offset, 0), bytes.count)
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}

extension String {
  /// The text with runs of white space made one blank and none at its edges.
  var singleLine: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }
}
