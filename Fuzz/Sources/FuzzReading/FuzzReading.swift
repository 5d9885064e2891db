import FuzzChecks
import Quoth
import QuothAnnotation
import QuothReport

/// Read with the shipped model, which lies beside the folder that the fuzzers run in.
private let reader = try? Reader(Reader.Options(model: "../Models/english", force: true))

/// Any text as a report, read to the end: windows, decoding and every rule of the language.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let reader else { fatalError("no model in ../Models/english") }
  let document = Document(bytes: Array(bytes(start, count).prefix(4000)), file: "report.txt")
  guard let report = try? reader.report(document), let reading = try? reader.read(report) else {
    return 0
  }
  let end = report.text.utf8.count
  for (id, attribution) in reading.attributions.enumerated() {
    precondition(!attribution.content.isEmpty, "an attribution without content")
    precondition(attribution.parent.map { $0 != id } ?? true, "an attribution within itself")
    for span in attribution.source + attribution.cue + attribution.content {
      precondition(!span.isEmpty && span.end <= end, "\(span) is not in the text")
    }
  }
  return 0
}
