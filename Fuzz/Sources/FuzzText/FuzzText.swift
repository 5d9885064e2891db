import QuothReport
import QuothText

/// Sentences and tokens of any text: spans stay inside it, in order, at the edges of characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let body = Block(span: Span(start: 0, end: text.utf8.count), role: .body)
  let report = Report(id: "fuzz", text: text, blocks: [body])
  let bytes = Array(text.utf8)
  var end = 0
  for token in Text(report).tokens {
    precondition(end <= token.span.start && token.span.start < token.span.end, "out of order")
    precondition(token.span.end <= bytes.count, "past the end")
    precondition(String(validating: bytes[token.span.range], as: UTF8.self) != nil, "cut character")
    end = token.span.end
  }
  return 0
}
