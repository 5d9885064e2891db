import Glibc

/// A file mapped into memory for reading.
///
/// Pages are read when they are first touched and shared between processes. Numbers are read
/// little-endian and every read is checked against the end of the file.
@safe public final class MappedFile: @unchecked Sendable {
  /// Size in bytes.
  public let count: Int
  private let base: UnsafeRawPointer?

  /// - Throws: ``FileError`` when the file is missing, is no regular file or cannot be mapped.
  public init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, code: EINVAL)
    }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe base = nil
      return
    }
    let mapping = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw .unreadable(path: path, code: errno)
    }
    unsafe base = UnsafeRawPointer(mapping)
  }

  deinit {
    if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
  }

  /// Lends all bytes.
  public func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(start: base, count: count)))
  }

  /// The byte at an offset, or nil past the end.
  public func byte(at offset: Int) -> UInt8? {
    guard contains(offset, 1), let base = unsafe base else { return nil }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// A little-endian unsigned number of `size` bytes (1…8), or nil past the end.
  public func number(at offset: Int, size: Int) -> UInt64? {
    guard contains(offset, size), let base = unsafe base else { return nil }
    var number: UInt64 = 0
    for place in 0..<size {
      let byte = unsafe base.load(fromByteOffset: offset + place, as: UInt8.self)
      number |= UInt64(byte) << UInt64(8 * place)
    }
    return number
  }

  /// The text of `size` bytes, or nil past the end; invalid UTF-8 is repaired.
  public func text(at offset: Int, size: Int) -> String? {
    guard let bytes = array(of: UInt8.self, at: offset, count: size) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A copy of `count` bytes, or nil past the end.
  public func bytes(at offset: Int, count: Int) -> [UInt8]? {
    array(of: UInt8.self, at: offset, count: count)
  }

  /// A copy of `count` signed bytes, or nil past the end.
  public func int8s(at offset: Int, count: Int) -> [Int8]? {
    array(of: Int8.self, at: offset, count: count)
  }

  /// A copy of `count` 32-bit floats, or nil past the end.
  public func floats(at offset: Int, count: Int) -> [Float]? {
    array(of: Float.self, at: offset, count: count)
  }

  /// The sum of all 64-bit words from `offset` to the end, and the sum of each times its place
  /// from 1, both wrapping. Bytes after the last whole word are left out.
  public func wordSums(from offset: Int) -> (plain: UInt64, placed: UInt64) {
    guard offset <= count, let base = unsafe base else { return (0, 0) }
    var plain: UInt64 = 0
    var placed: UInt64 = 0
    for place in 0..<(count - offset) / 8 {
      let word = unsafe UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: offset + 8 * place, as: UInt64.self))
      plain &+= word
      placed &+= word &* UInt64(place + 1)
    }
    return (plain, placed)
  }

  private func contains(_ offset: Int, _ size: Int) -> Bool {
    offset >= 0 && size >= 0 && offset <= count && size <= count - offset
  }

  private func array<Element: BitwiseCopyable>(
    of type: Element.Type, at offset: Int, count: Int
  ) -> [Element]? {
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, contains(offset, size) else { return nil }
    guard size > 0, let base = unsafe base else { return [] }
    return unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(start: base + offset, count: size))
      filled = count
    }
  }
}
