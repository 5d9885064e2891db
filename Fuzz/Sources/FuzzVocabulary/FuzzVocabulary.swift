import FuzzChecks
import Glibc
import QuothEngine

/// Any bytes as a vocabulary; with one that reads, a sentence is cut into pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzVocabulary(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let content = bytes(start, count)
  guard let file = tmpfile() else { return 0 }
  defer { fclose(file) }
  fwrite(content, 1, content.count, file)
  fflush(file)
  guard let vocabulary = try? Vocabulary(path: "/proc/self/fd/\(fileno(file))") else { return 0 }
  let text = Array("“We rebuilt it,” she said – naïve?".utf8)
  for subword in vocabulary.subwords(of: text, in: 0..<text.count) {
    precondition(subword.id < vocabulary.count && subword.span.upperBound <= text.count)
  }
  return 0
}
