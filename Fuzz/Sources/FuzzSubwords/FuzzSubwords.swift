import FuzzChecks
import Glibc
import QuothEngine

/// A vocabulary of single letters, so that most words are cut into pieces.
private let vocabulary: Vocabulary = {
  let letters = "abcdefghijklmnopqrstuvwxyz0123456789.,\"'!?".map(String.init)
  let tails = letters.map { "##" + $0 }
  let pieces = ["[UNK]", "[CLS]", "[SEP]", "said", "##ing"] + letters + tails
  guard let file = tmpfile() else { fatalError("no temporary file") }
  let content = Array((pieces.joined(separator: "\n") + "\n").utf8)
  fwrite(content, 1, content.count, file)
  fflush(file)
  guard let vocabulary = try? Vocabulary(path: "/proc/self/fd/\(fileno(file))") else {
    fatalError("the vocabulary does not read")
  }
  return vocabulary
}()

/// WordPiece on any bytes: pieces lie in the text, in order, with numbers of the vocabulary.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSubwords(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = bytes(start, count)
  var place = 0
  var unit = 0
  for subword in vocabulary.subwords(of: text, in: 0..<text.count) {
    precondition(place <= subword.span.lowerBound, "\(subword) is out of order")
    precondition(subword.span.upperBound <= text.count, "\(subword) is past the end")
    precondition(unit <= subword.unit && subword.id < vocabulary.count, "\(subword)")
    place = subword.span.lowerBound
    unit = subword.unit
  }
  return 0
}
