import FuzzChecks

@testable import QuothReport

/// Any text as the JSON that pages state facts about themselves in, and as what an article says there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let value = JSON(String(decoding: bytes(start, count), as: UTF8.self)) {
    _ = LinkedData([value], title: "A bridge")
  }
  return 0
}
