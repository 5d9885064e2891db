import FuzzChecks
import QuothReport

/// Article extraction on any page, JSON-LD and dates included.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let page = String(decoding: bytes(start, count), as: UTF8.self)
  if let report = Report(html: page, id: "fuzz", file: nil, url: nil, warnings: []) {
    check(report)
  }
  return 0
}
