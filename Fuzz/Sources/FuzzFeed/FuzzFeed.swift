import FuzzChecks
import QuothIntake
import QuothReport

/// Any bytes as a feed; the items that are whole reports are read as such.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFeed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let document = Document(
    bytes: bytes(start, count), file: "feed.xml", url: "https://example.org/feed")
  guard let feed = try? Feed(document) else { return 0 }
  for item in feed.items {
    guard let document = feed.document(for: item, file: "feed.xml"),
      let report = try? Report(document, id: "fuzz")
    else { continue }
    check(report)
  }
  return 0
}
