import QuothMarkup

/// The text of a document, in Unicode, without a byte-order mark.
///
/// The encoding is, in this order: the one a byte-order mark names, the one the transport declared,
/// UTF-16 that shows by its zeros, the one the markup declares, UTF-8 where the bytes are valid,
/// windows-1252 where that makes words of them, UTF-8. A declared encoding of single or double bytes
/// gives way to UTF-8 where the bytes are valid UTF-8 beyond ASCII, which does not happen by accident.
/// Bytes that begin no character become U+FFFD, one for each maximal part of a character.
///
/// Source: WHATWG Encoding Standard; Unicode 15, section 3.9 (substitution of maximal subparts).
package struct Decoding {
  package private(set) var text = ""
  private(set) var warnings: [Warning] = []

  /// - Throws: ``ReportError`` for bytes that are empty, binary, or in an unknown encoding.
  /// - Complexity: O(n) in bytes; one pass over valid UTF-8.
  package init(_ document: Document) throws(ReportError) {
    let bytes = document.bytes
    if let kind = FileKind(bytes) { throw .binary(document: document.name, kind: kind.name) }
    if let mark = Encoding.byteOrderMark(of: bytes) {
      try decode(Array(bytes.dropFirst(mark.length)), mark.encoding, document)
    } else if let label = document.charset, let encoding = Encoding(label: label) {
      try decode(bytes, encoding, document, declared: label)
    } else if let encoding = Encoding.utf16WithoutMark(bytes) {
      try decode(bytes, encoding, document)
    } else if let declared = Encoding.declaredInMarkup(bytes) {
      try decode(bytes, declared.encoding, document, declared: declared.label)
    } else {
      try decodeUndeclared(bytes, document)
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(document: document.name) }
  }

  private mutating func decode(
    _ bytes: [UInt8], _ encoding: Encoding, _ document: Document, declared: String? = nil
  ) throws(ReportError) {
    if case .utf16(let bigEndian) = encoding {
      take(UTF16Bytes(bytes, bigEndian: bigEndian).decoded, "UTF-16")
      return try refuseBinary(Array(text.utf8.prefix(Self.headLength)), document)
    }
    if case .other(let name) = encoding, name.hasPrefix("UTF-32") {
      try convert(bytes, name, document, declared: name)
      return try refuseBinary(Array(text.utf8.prefix(Self.headLength)), document)
    }
    try refuseBinary(bytes.prefix(Self.headLength), document)
    switch encoding {
    case .utf8, .utf16: decodeUTF8(bytes)
    case .windows1252: if !readAsUTF8(bytes, insteadOf: declared) { decodeWindows1252(bytes) }
    case .other(let name):
      if !readAsUTF8(bytes, insteadOf: declared) {
        try convert(bytes, name, document, declared: declared ?? name)
      }
    }
  }

  private mutating func decodeUndeclared(
    _ bytes: [UInt8], _ document: Document
  ) throws(ReportError) {
    try refuseBinary(bytes.prefix(Self.headLength), document)
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
    } else if Windows1252.isLikely(bytes) {
      decodeWindows1252(bytes)
      warnings.append(
        Warning(
          slug: "report.assumed-encoding",
          message: "The encoding is not declared and not UTF-8; it was read as windows-1252."))
    } else {
      decodeUTF8(bytes)
    }
  }

  private mutating func decodeUTF8(_ bytes: [UInt8]) {
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
    } else {
      take(UTF8Bytes(bytes).decoded, "UTF-8")
    }
  }

  /// Whether bytes declared as something else were valid UTF-8 beyond ASCII, and were read so.
  private mutating func readAsUTF8(_ bytes: [UInt8], insteadOf declared: String?) -> Bool {
    guard bytes.contains(where: { $0 >= 0x80 }),
      let valid = String(validating: bytes, as: UTF8.self)
    else { return false }
    text = valid
    warnings.append(
      Warning(
        slug: "report.wrong-charset",
        message:
          "Declared as \(declared ?? "another encoding"), but the bytes are UTF-8 and were read so."
      ))
    return true
  }

  private mutating func decodeWindows1252(_ bytes: [UInt8]) {
    take(Windows1252.decoded(bytes), "windows-1252")
  }

  private mutating func convert(
    _ bytes: [UInt8], _ name: String, _ document: Document, declared: String
  ) throws(ReportError) {
    guard let converted = Charset.utf8(bytes, from: name) else {
      // An unknown name does no harm where the bytes are plain ASCII.
      guard bytes.allSatisfy({ $0 < 0x80 }) else {
        throw .unknownEncoding(document: document.name, charset: declared)
      }
      return decodeUTF8(bytes)
    }
    var decoded = Decoded(capacity: 0)
    decoded.utf8 = converted.text
    decoded.invalid = converted.invalid
    decoded.firstInvalid = converted.firstInvalid
    take(decoded, declared)
  }

  private mutating func take(_ decoded: Decoded, _ encoding: String) {
    text = String(decoding: decoded.utf8, as: UTF8.self)
    if let first = decoded.firstInvalid {
      let these = decoded.invalid == 1 ? "1 place is" : "\(decoded.invalid) places are"
      warnings.append(
        Warning(
          slug: "report.invalid-bytes",
          message:
            "\(these) not valid \(encoding), the first at byte \(first); each is read as U+FFFD."))
    }
    if decoded.endsInsideCharacter {
      warnings.append(
        Warning(
          slug: "report.truncated",
          message: "The bytes end inside a character; the report may be cut off."))
    }
  }

  /// Bytes looked at to tell text from other data.
  private static let headLength = 1 << 16

  /// Refuses data in which more than one byte in a hundred is a control character text has no use for.
  private func refuseBinary(
    _ head: some Collection<UInt8>, _ document: Document
  ) throws(ReportError) {
    let controls = head.reduce(0) { count, byte in
      byte < 0x20 && !(0x09...0x0D ~= byte) && byte != 0x1B ? count + 1 : count
    }
    if controls * 100 > head.count { throw .binary(document: document.name, kind: nil) }
  }
}

/// Text as it is decoded, with a count of what was not valid.
struct Decoded {
  var utf8: [UInt8] = []
  /// How many stretches were replaced by U+FFFD.
  var invalid = 0
  /// Byte offset of the first one in the source.
  var firstInvalid: Int?
  var endsInsideCharacter = false

  init(capacity: Int) { utf8.reserveCapacity(capacity) }

  /// - Precondition: `scalar` is no surrogate; both readers of single units see to it.
  mutating func append(_ scalar: Unicode.Scalar) {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func appendInvalid(at offset: Int) {
    utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
    invalid += 1
    firstInvalid = firstInvalid ?? offset
  }
}
