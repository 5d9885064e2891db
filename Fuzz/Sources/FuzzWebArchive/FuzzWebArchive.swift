import FuzzChecks
import QuothIntake
import QuothReport

/// Any bytes as a web archive and as JSON Lines. The first byte says into how long pieces they are cut; the
/// same items have to come out of one whole piece.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWebArchive(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = bytes(start, count)
  guard let length = input.first.map({ Int($0) + 1 }) else { return 0 }
  let file = Array(input.dropFirst())
  let archive = WARCReader(name: "a.warc", limit: 1000) { $0.count % 2 == 0 ? $0 : nil }
  let lines = JSONLinesReader(name: "a.jsonl", limit: 1000)
  precondition(told(archive, file, length) == told(archive, file, file.count + 1))
  precondition(told(lines, file, length) == told(lines, file, file.count + 1))
  return 0
}

private func told(_ stream: some DocumentStream, _ file: [UInt8], _ length: Int) -> [String] {
  var stream = stream
  var items: [StreamItem] = []
  for start in stride(from: 0, to: file.count, by: length) {
    items += stream.read(Array(file[start..<min(start + length, file.count)]))
  }
  return (items + stream.finish()).map { item in
    switch item.document {
    case .success(let document): "\(item.offset) \(document.url ?? "") \(document.bytes.count)"
    case .failure(let error): "\(item.offset) \(error.message)"
    }
  }
}
