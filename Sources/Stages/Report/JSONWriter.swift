/// Writes one JSON value (RFC 8259) as UTF-8 without white space.
///
/// Commas are put by the writer; objects and arrays are closed by the call that opened them, so
/// what is written is always well formed. Controls, C1 controls and the line separators of
/// JavaScript are escaped, so that a line of JSON is one line and does nothing to a terminal.
///
///     var json = JSONWriter()
///     json.object { json in json.member("start", 12) }
///     json.text                                            // {"start":12}
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values

  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  public mutating func array<Element>(
    _ elements: some Sequence<Element>, _ element: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for value in elements { element(&self, value) }
    close(UInt8(ascii: "]"))
  }

  public mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  public mutating func number(_ value: Int) {
    raw(String(value))
  }

  /// Four decimals at most, without trailing zeros, the same on every machine; `null` for what
  /// JSON has no number for.
  public mutating func number(_ value: Double) {
    let scaled = (value * 10_000).rounded()
    guard let whole = Int(exactly: scaled) else { return null() }
    let fraction = String(whole.magnitude % 10_000)
    let digits = String(repeating: "0", count: 4 - fraction.count) + fraction
    let kept = digits.prefix(
      digits.utf8.lastIndex { $0 != UInt8(ascii: "0") }
        .map { digits.utf8.distance(from: digits.startIndex, to: $0) + 1 } ?? 0)
    raw(
      (whole < 0 ? "-" : "") + String(whole.magnitude / 10_000) + (kept.isEmpty ? "" : "." + kept))
  }

  public mutating func bool(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  public mutating func null() {
    raw("null")
  }

  // MARK: Members of an object

  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  public mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  public mutating func member(_ name: String, _ value: [String]) {
    key(name)
    array(value) { json, element in json.string(element) }
  }

  // MARK: Bytes

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func raw(_ literal: String) {
    separate()
    bytes.append(contentsOf: literal.utf8)
    needsComma = true
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    let source = value.utf8.span
    var index = 0
    while index < source.count {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20, 0x7F: escape(UInt16(byte))
      case 0xC2 where source[index + 1] < 0xA0:
        escape(UInt16(source[index + 1]))
        index += 1
      case 0xE2 where source[index + 1] == 0x80 && source[index + 2] & 0xFE == 0xA8:
        escape(0x2028 + UInt16(source[index + 2] & 1))
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
  }
}
