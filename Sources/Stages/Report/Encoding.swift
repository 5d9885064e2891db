/// The character encoding of a document.
enum Encoding: Hashable {
  case utf8
  case utf16(bigEndian: Bool)
  case windows1252
  /// Any other, by the name its converter goes by.
  case other(String)

  /// Reads a declared name; nil when it is empty.
  ///
  /// ASCII and ISO 8859-1 are read as windows-1252, of which they are parts, and the national
  /// standards of East Asia as the supersets that are in fact written.
  /// Source: WHATWG Encoding Standard, section 4.2 (names and labels).
  init?(label: String) {
    let name = label.lowercased().filter { !" \t\r\n\"'".contains($0) }
    switch name {
    case "": return nil
    case "utf-8", "utf8", "unicode-1-1-utf-8", "utf_8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "unicode", "ucs-2", "csunicode", "iso-10646-ucs-2":
      self = .utf16(bigEndian: false)
    case "utf-16be", "unicodefffe": self = .utf16(bigEndian: true)
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1",
      "latin1", "latin-1", "l1", "cp819", "ibm819", "ascii", "us-ascii", "ansi_x3.4-1968":
      self = .windows1252
    case "gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese": self = .other("GB18030")
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j":
      self = .other("CP932")
    case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean": self = .other("CP949")
    case "iso-8859-9", "latin5": self = .other("WINDOWS-1254")
    case "iso-8859-11", "tis-620": self = .other("WINDOWS-874")
    case "big5", "big5-hkscs", "cn-big5": self = .other("BIG5-HKSCS")
    default: self = .other(name.hasPrefix("cp125") ? "windows-" + name.dropFirst(2) : name)
    }
  }

  /// The encoding a byte-order mark names, and the mark's length.
  static func byteOrderMark(of bytes: [UInt8]) -> (encoding: Encoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.other("UTF-32LE"), 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.other("UTF-32BE"), 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    return nil
  }

  /// UTF-16 without a mark, known by the zero half of its ASCII letters.
  ///
  /// At least four fifths of one half of the first bytes must be zero, and hardly any of the other.
  static func utf16WithoutMark(_ bytes: [UInt8]) -> Encoding? {
    let pairs = min(bytes.count / 2, 2048)
    guard pairs >= 4 else { return nil }
    var zeros = (first: 0, second: 0)
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { zeros.first += 1 }
      if bytes[2 * pair + 1] == 0 { zeros.second += 1 }
    }
    if zeros.second * 5 >= pairs * 4, zeros.first * 20 <= pairs { return .utf16(bigEndian: false) }
    if zeros.first * 5 >= pairs * 4, zeros.second * 20 <= pairs { return .utf16(bigEndian: true) }
    return nil
  }

  /// The encoding an HTML page or XML document declares in its first 1,024 bytes.
  ///
  /// Source: WHATWG HTML, section 13.2.3.2 (prescan), read more simply: the first `charset=` or
  /// `encoding=` inside a `<meta` or `<?xml` tag. A page that can be read so is no UTF-16, so a
  /// declared UTF-16 means UTF-8.
  static func declaredInMarkup(_ bytes: [UInt8]) -> (encoding: Encoding, label: String)? {
    let head = bytes.prefix(1024).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    for (opening, attribute) in [("<?xml", "encoding"), ("<meta", "charset")] {
      var start = 0
      while let tag = ByteSearch.first(opening, in: head, from: start) {
        let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
        if let label = value(of: attribute, in: Array(head[tag..<end])),
          let encoding = Encoding(label: label)
        {
          if case .utf16 = encoding { return (.utf8, label) }
          return (encoding, label)
        }
        start = end
      }
    }
    return nil
  }

  /// The word after `attribute`, an equals sign and perhaps a quotation mark.
  private static func value(of attribute: String, in tag: [UInt8]) -> String? {
    var start = 0
    while let found = ByteSearch.first(attribute, in: tag, from: start) {
      start = found + attribute.utf8.count
      var index = start
      while index < tag.count, tag[index] <= 0x20 { index += 1 }
      guard index < tag.count, tag[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < tag.count, " \t\r\n\"'".utf8.contains(tag[index]) { index += 1 }
      let word = tag[index...].prefix { $0 > 0x20 && !"\"';/>".utf8.contains($0) }
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }
}

/// Plain search for short ASCII words in bytes.
enum ByteSearch {
  /// The offset of `word` in `bytes`, at or after `start`.
  static func first(_ word: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    let word = Array(word.utf8)
    guard let head = word.first, start >= 0, bytes.count - start >= word.count else { return nil }
    for index in start...(bytes.count - word.count)
    where bytes[index] == head && bytes[index..<(index + word.count)].elementsEqual(word) {
      return index
    }
    return nil
  }
}
