import FuzzChecks
import Glibc
import QuothKernels

@testable import QuothEngine

/// Any table of tensors behind a sound header: magic, version, size and checksums are set right, since
/// no input would find them by chance.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWeights(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var content = bytes(start, count)
  guard content.count >= WeightFile.header, let file = tmpfile() else { return 0 }
  defer { fclose(file) }
  let path = "/proc/self/fd/\(fileno(file))"
  content.set(WeightFile.magic, at: 0)
  content.set(UInt32(WeightFile.version), at: 8)
  content.set(UInt64(content.count), at: 16)
  content.write(to: file)
  guard let mapped = try? MappedFile(path: path) else { return 0 }
  let (plain, placed) = mapped.wordSums(from: WeightFile.header)
  content.set(plain, at: 24)
  content.set(placed, at: 32)
  content.write(to: file)
  if let weights = try? WeightFile(path: path) {
    for tensor in weights.tensors { _ = weights.floats(tensor) }
  }
  return 0
}

extension [UInt8] {
  fileprivate mutating func set<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    for place in 0..<(Number.bitWidth / 8) {
      self[offset + place] = UInt8(truncatingIfNeeded: number >> Number(8 * place))
    }
  }

  fileprivate func write(to file: UnsafeMutablePointer<FILE>) {
    rewind(file)
    fwrite(self, 1, count, file)
    fflush(file)
  }
}
