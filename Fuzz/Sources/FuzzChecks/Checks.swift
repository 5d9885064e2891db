public import QuothReport
import QuothText

/// The input that libFuzzer hands over.
public func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Traps unless blocks, tokens and sentences of a report lie in its text, in order, at the edges of
/// characters.
public func check(_ report: Report) {
  let text = Array(report.text.utf8)
  check(report.blocks.map(\.span), in: text)
  let read = Text(report)
  check(read.tokens.map(\.span), in: text)
  check(read.sentences.map(\.span), in: text)
}

private func check(_ spans: [Span], in text: [UInt8]) {
  var end = 0
  for span in spans {
    precondition(end <= span.start && span.end <= text.count, "\(span) is out of order")
    precondition(
      String(validating: text[span.range], as: UTF8.self) != nil, "\(span) cuts a character")
    end = span.end
  }
}
