/// Reads the JSON of ``Floors``: an object of numbers and of objects of numbers.
struct FloorsReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All groups of the file; a bare number becomes a group with one floor of the same name.
  mutating func groups() throws(EvaluationError) -> [String: [String: Double]] {
    var groups: [String: [String: Double]] = [:]
    try readObject { (reader, name) throws(EvaluationError) in
      var floors: [String: Double] = [:]
      if reader.peek() == UInt8(ascii: "{") {
        try reader.readObject { (reader, figure) throws(EvaluationError) in
          floors[figure] = try reader.number()
        }
      } else {
        floors[name] = try reader.number()
      }
      groups[name] = floors
    }
    guard peek() == nil else { throw malformed }
    return groups
  }

  private var malformed: EvaluationError { .malformedFloors(near: index) }

  /// The next byte that is not white space, left unread.
  private mutating func peek() -> UInt8? {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  private mutating func readObject(
    _ readValue: (inout FloorsReader, String) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    guard take(UInt8(ascii: "{")) else { throw malformed }
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw malformed }
      try readValue(&self, name)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw malformed }
  }

  /// A name; names of floors need no escapes.
  private mutating func string() throws(EvaluationError) -> String {
    guard take(UInt8(ascii: "\"")) else { throw malformed }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] != UInt8(ascii: "\\") else { throw malformed }
      index += 1
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    guard take(UInt8(ascii: "\"")) else { throw malformed }
    return name
  }

  private mutating func number() throws(EvaluationError) -> Double {
    _ = peek()
    let start = index
    while index < bytes.count, Self.isNumberByte(bytes[index]) { index += 1 }
    guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)) else {
      throw .malformedFloors(near: start)
    }
    return number
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
