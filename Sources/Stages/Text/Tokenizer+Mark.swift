import QuothReport

/// Punctuation and symbols.
extension Tokenizer {
  /// The mark or symbol at `position`.
  func mark(at position: Int) -> Piece {
    if byte(position) < 0x80, let piece = joinedMark(position) { return piece }
    let isSymbol = kind(at: position) == .symbol
    return Piece(end: runEnd(position), kind: isSymbol ? .symbol : .punctuation)
  }

  /// A mark that belongs to what follows it: `.5`, `+44`, `@name`, `#tag`, `:)`.
  private func joinedMark(_ position: Int) -> Piece? {
    guard !isWordly(position - 1) else { return nil }
    var next = position + 1
    switch byte(position) {
    case UInt8(ascii: "."), UInt8(ascii: "+"):
      let digits = digitsEnd(next)
      guard digits > next, byte(position - 1) != UInt8(ascii: ".") else { return nil }
      return Piece(end: digits, kind: .number)
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      guard kind(at: next) == .letter else { return nil }
      while isWordly(next) { next = after(next) }
      return Piece(end: next, kind: .address)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      if byte(next) == UInt8(ascii: "-") { next += 1 }
      guard isBlank(position - 1), ")(DPp".utf8.contains(byte(next)), isBlank(next + 1) else {
        return nil
      }
      return Piece(end: next + 1, kind: .symbol)
    default:
      return nil
    }
  }

  /// The end of equal marks that are one token: `...`, `--`, `?!`, ` `` `, `***`.
  private func runEnd(_ position: Int) -> Int {
    let first = byte(position)
    var next = after(position)
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      while byte(next) == UInt8(ascii: "?") || byte(next) == UInt8(ascii: "!") { next += 1 }
    case UInt8(ascii: "`"):
      if byte(next) == first { next += 1 }
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"),
      UInt8(ascii: "|"), UInt8(ascii: "$"):
      while byte(next) == first { next += 1 }
    default:
      let isDoubled = Scalar(at: position, of: bytes, before: end).value == Scalar.leftSingle
      if isDoubled, next < end, Scalar(at: next, of: bytes, before: end).value == Scalar.leftSingle
      {
        next = after(next)
      }
    }
    return next
  }
}
