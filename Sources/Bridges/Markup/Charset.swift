import Glibc

/// A converter from one character encoding to UTF-8.
///
/// Source: the encodings of the C library's `iconv`, which libxml2 uses as well.
public enum Charset {
  /// The text in UTF-8, with U+FFFD for each byte that begins no character.
  ///
  /// - Parameter name: as `iconv --list` has it, in any case.
  /// - Returns: nil when there is no such encoding; `invalid` counts the bytes replaced and
  ///   `firstInvalid` is the offset of the first one.
  /// - Complexity: O(n) in bytes.
  public static func utf8(
    _ bytes: [UInt8], from name: String
  ) -> (text: [UInt8], invalid: Int, firstInvalid: Int?)? {
    guard name.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "/") }) else { return nil }
    let converter = unsafe iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { _ = unsafe iconv_close(converter) }
    var source = bytes
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    var room = [UInt8](repeating: 0, count: 1 << 15)
    var consumed = 0
    var invalid: (count: Int, first: Int?) = (0, nil)
    while consumed < source.count {
      let (used, made, code) = unsafe source.withUnsafeMutableBytes { input in
        unsafe room.withUnsafeMutableBytes { output -> (Int, Int, Int32) in
          var from = unsafe input.baseAddress?.advanced(by: consumed)
            .assumingMemoryBound(to: CChar.self)
          var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
          var left = input.count - consumed
          var space = output.count
          let isDone = unsafe iconv(converter, &from, &left, &to, &space) != -1
          return (input.count - consumed - left, output.count - space, isDone ? 0 : errno)
        }
      }
      consumed += used
      text.append(contentsOf: room[..<made])
      guard code != 0, code != E2BIG else { continue }
      invalid.count += 1
      invalid.first = invalid.first ?? consumed
      text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      consumed += 1
    }
    return (text, invalid.count, invalid.first)
  }
}
