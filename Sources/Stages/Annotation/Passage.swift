package import QuothReport

/// The text of a report as bytes, with the questions that rules ask of it.
package struct Passage: Sendable {
  package let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package func words(_ span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The scalar that begins at a byte, and its width in bytes; `nil` at the end of the text.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// The scalar that ends at a byte, and its width in bytes; `nil` at the start of the text.
  func scalar(before index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    var start = index - 1
    while start > 0, start > index - 4, UTF8.isContinuation(bytes[start]) { start -= 1 }
    return start < 0 ? nil : scalar(at: start)
  }

  /// Whether the bytes at an index spell an ASCII word, in either case, and the word ends there.
  func spells(_ word: StaticString, at index: Int) -> Bool {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    let spelled = word.description.utf8.elementsEqual(bytes[index..<end]) { $0 | 0x20 == $1 | 0x20 }
    return spelled && scalar(at: end).map { !$0.scalar.isAlphanumeric } ?? true
  }
}
