/// Archives and compressed data made by hand, for tests of what reads them.
public enum Packed {
  /// One member of a tar archive.
  public struct Member {
    public var name: String
    public var bytes: [UInt8]
    /// The type of the header: `0` a file, `1` and `2` links, `3` a device, `5` a folder.
    public var type: Character
    public var link: String

    public init(_ name: String, _ text: String = "", type: Character = "0", link: String = "") {
      self.init(name, bytes: Array(text.utf8), type: type, link: link)
    }

    public init(_ name: String, bytes: [UInt8], type: Character = "0", link: String = "") {
      self.name = name
      self.bytes = bytes
      self.type = type
      self.link = link
    }
  }

  /// Source: POSIX.1-2017, `pax`, ustar interchange format.
  public static func tar(_ members: [Member]) -> [UInt8] {
    var archive: [UInt8] = []
    for member in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<(offset + text.utf8.count), with: Array(text.utf8))
      }
      put(member.name, at: 0)
      put("0000644\0" + "0000000\0" + "0000000\0", at: 100)
      put(octal(member.bytes.count, digits: 11) + "\0" + octal(0, digits: 11) + "\0", at: 124)
      put("        " + String(member.type), at: 148)
      put(member.link, at: 157)
      put("ustar\u{0}00", at: 257)
      put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
      archive += header + member.bytes
      archive += [UInt8](repeating: 0, count: (512 - member.bytes.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// A ZIP archive of members that are only stored.
  ///
  /// Source: PKWARE, APPNOTE.TXT 6.3.
  public static func zip(_ members: [Member]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let name = Array(member.name.utf8)
      // Version, flags (names are UTF-8), method, time, date, checksum, sizes, length of the name.
      let facts =
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(checksum(member.bytes)), 4) + little(member.bytes.count, 4)
        + little(member.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + facts + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(archive.count, 4) + name
      archive += [0x50, 0x4B, 3, 4] + facts + name + member.bytes
    }
    return archive + directory + [0x50, 0x4B, 5, 6] + little(0, 2) + little(0, 2)
      + little(members.count, 2) + little(members.count, 2) + little(directory.count, 4)
      + little(archive.count, 4) + little(0, 2)
  }

  /// A gzip member of stored blocks; several may follow each other.
  ///
  /// Source: RFC 1951, section 3.2.4; RFC 1952.
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: max(bytes.count, 1), by: 0xFFFF) {
      let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
      packed += [start + 0xFFFF >= bytes.count ? 1 : 0] + little(block.count, 2)
      packed += little(block.count ^ 0xFFFF, 2) + block
    }
    return packed + little(Int(checksum(bytes)), 4) + little(bytes.count, 4)
  }

  /// A web record, its length counted.
  ///
  /// Source: ISO 28500:2017.
  public static func warc(_ fields: [String], _ block: [UInt8]) -> [UInt8] {
    let head = ["WARC/1.0"] + fields + ["Content-Length: \(block.count)"]
    return head.flatMap { Array("\($0)\r\n".utf8) } + Array("\r\n".utf8) + block
      + Array("\r\n\r\n".utf8)
  }

  /// The record of a page as a crawler stores it.
  public static func page(
    _ address: String, _ body: [UInt8],
    head: [String] = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8"]
  ) -> [UInt8] {
    warc(
      [
        "WARC-Type: response", "WARC-Target-URI: \(address)", "WARC-Date: 2026-03-04T09:30:00Z",
        "Content-Type: application/http; msgtype=response",
      ], head.flatMap { Array("\($0)\r\n".utf8) } + Array("\r\n".utf8) + body)
  }

  private static func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { checksum, byte in
      (0..<8).reduce(checksum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
