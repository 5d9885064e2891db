import FuzzChecks
import QuothAnnotation

/// Any text as each file of a lexicon; an error names the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLexicon(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: bytes(start, count), as: UTF8.self)
  for chosen in Lexicon.files {
    do throws(LexiconError) {
      _ = try Lexicon { $0 == chosen ? text : "" }
    } catch {
      precondition(error.message.contains(chosen), "\(error) does not name \(chosen)")
    }
  }
  return 0
}
