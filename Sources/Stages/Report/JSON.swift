/// A JSON value, as pages state facts about themselves in.
///
/// Reading is lenient where publishers err: control characters inside strings, commas before a
/// closing bracket, text around the value. Nesting deeper than 64 is refused.
///
///     JSON(#"{"name": "Harbour Herald"}"#)?["name"]?.string     // "Harbour Herald"
package enum JSON: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// As spelled.
  case number(String)
  case string(String)
  case array([JSON])
  /// Members in the order written, repeated names included.
  case object([Member])

  package struct Member: Sendable, Hashable {
    package var name: String
    package var value: JSON
  }

  /// Reads the first value in `text`; nil when there is none or it is broken off.
  ///
  /// - Complexity: O(n) in bytes.
  package init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.firstValue() else { return nil }
    self = value
  }

  /// The member of that name; nil for values that are no objects.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The words of a string or number; nil for all else.
  package var string: String? {
    switch self {
    case .string(let words), .number(let words): words
    default: nil
    }
  }

  /// The elements of an array, or the value itself as the only one; none for null.
  package var elements: [JSON] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

/// Walks over the bytes of one JSON text.
private struct JSONReader {
  let bytes: [UInt8]
  var index = 0

  mutating func firstValue() -> JSON? {
    while index < bytes.count, bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "[")
    {
      index += 1
    }
    return value(depth: 0)
  }

  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) -> JSON? {
    guard depth < 64 else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSON.string)
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> JSON? {
    index += 1
    var members: [JSON.Member] = []
    while !take(UInt8(ascii: "}")) {
      guard next == UInt8(ascii: "\""), let name = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(.init(name: name, value: value))
      if !take(UInt8(ascii: ",")), next != UInt8(ascii: "}") { return nil }
    }
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSON? {
    index += 1
    var elements: [JSON] = []
    while !take(UInt8(ascii: "]")) {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      if !take(UInt8(ascii: ",")), next != UInt8(ascii: "]") { return nil }
    }
    return .array(elements)
  }

  private mutating func word() -> JSON? {
    let start = index
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return Double(word) == nil ? nil : .number(word)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// A string, from its opening quotation mark to past its closing one.
  private mutating func string() -> String? {
    index += 1
    var decoded: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: decoded, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        escape(into: &decoded)
      } else {
        decoded.append(byte < 0x20 ? 0x20 : byte)
      }
    }
    return nil
  }

  /// What follows a backslash.
  private mutating func escape(into decoded: inout [UInt8]) {
    let byte = next
    index += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): decoded.append(0x0A)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): decoded.append(0x20)
    case UInt8(ascii: "u"):
      var unit = hexadecimal()
      if 0xD800..<0xDC00 ~= unit, next == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 2
        let low = hexadecimal()
        if 0xDC00..<0xE000 ~= low {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          index = mark
        }
      }
      let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
      decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
    default: decoded.append(byte)
    }
  }

  /// Up to four hexadecimal digits.
  private mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { break }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
