import FuzzChecks
import QuothReport

/// Sentences and tokens of any text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: bytes(start, count), as: UTF8.self)
  let body = Block(span: Span(start: 0, end: text.utf8.count), role: .body)
  check(Report(id: "fuzz", text: text, blocks: [body]))
  return 0
}
