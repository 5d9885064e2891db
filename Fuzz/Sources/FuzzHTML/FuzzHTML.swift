import QuothReport

/// Article extraction on any page, JSON-LD and dates included: blocks are in order and do not cut
/// characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let page = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let report = Report(html: page, id: "fuzz", file: nil, url: nil, warnings: []) else {
    return 0
  }
  let bytes = Array(report.text.utf8)
  var end = 0
  for block in report.blocks {
    precondition(end <= block.span.start && block.span.end <= bytes.count, "out of order")
    precondition(String(validating: bytes[block.span.range], as: UTF8.self) != nil, "cut character")
    end = block.span.end
  }
  return 0
}
