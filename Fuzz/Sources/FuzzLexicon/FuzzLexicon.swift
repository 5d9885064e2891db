import FuzzChecks
import QuothAnnotation
import QuothEntity

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
  for chosen in ActorLexicon.files {
    do throws(LexiconError) {
      let lexicon = try ActorLexicon { $0 == chosen ? Array(text.utf8) : [] }
      _ = lexicon.senses(of: text)
      _ = lexicon.officeholders(named: String(text.prefix(20)))
    } catch {
      precondition(error.message.contains(chosen), "\(error) does not name \(chosen)")
    }
  }
  return 0
}
