import CQuothXML

/// Files that may be packed with gzip, as corpora of pages are.
public enum CompressedFile {
  /// The bytes of a file, unpacked when it is gzip, as they are when not; nil when it cannot be read.
  ///
  /// - Parameter limit: bytes; what is longer is cut off there.
  /// - Complexity: O(n) in bytes.
  public static func read(_ path: String, limit: Int = 256 << 20) -> [UInt8]? {
    let buffer = unsafe xmlParserInputBufferCreateFilename(path, XML_CHAR_ENCODING_NONE)
    guard let buffer = unsafe buffer else { return nil }
    defer { unsafe xmlFreeParserInputBuffer(buffer) }
    var bytes: [UInt8] = []
    while bytes.count < limit, unsafe xmlParserInputBufferGrow(buffer, 1 << 20) > 0 {
      guard let content = unsafe buffer.pointee.buffer else { break }
      let size = unsafe Int(xmlBufUse(content))
      unsafe bytes.append(
        contentsOf: UnsafeBufferPointer(start: xmlBufContent(content), count: size))
      _ = unsafe xmlBufShrink(content, size)
    }
    return Array(bytes.prefix(limit))
  }
}
