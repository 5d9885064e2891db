import FuzzChecks

@testable import QuothReport

/// Lines as dates, bylines, datelines and mastheads: the small grammars of a report's head.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  for line in input.split(separator: UInt8(ascii: "\n")) {
    let words = String(decoding: line, as: UTF8.self)
    _ = Timestamp(words)
    _ = Byline(words)
    _ = Masthead.leading(words)
    if let dateline = DatelineReader(Array(words.utf8)) {
      precondition(dateline.placeEnd <= dateline.end && dateline.end <= words.utf8.count)
    }
  }
  return 0
}
