import FuzzChecks
import QuothReport

/// Any bytes as a document: character set, kind of document, and what plain text and Markdown state.
/// The first byte chooses what was declared from outside. What `pdftotext` gives is plain text in
/// UTF-8, so it is among them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReport(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  guard let choice = input.first.map(Int.init) else { return 0 }
  let charsets = [
    nil, "utf-8", "utf-16le", "utf-16be", "utf-16", "windows-1252", "iso-8859-2", "x",
  ]
  let document = Document(
    bytes: Array(input.dropFirst()),
    file: ["report.txt", "report.md", "report", "-"][choice % 4],
    mediaType: [nil, nil, "text/plain", "text/html"][choice / 32 % 4],
    charset: charsets[choice / 4 % charsets.count])
  if let report = try? Report(document, id: "fuzz") { check(report) }
  return 0
}
