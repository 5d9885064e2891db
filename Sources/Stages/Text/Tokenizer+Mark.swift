import QuothReport

/// Punctuation and symbols.
extension Tokenizer {
  /// Reads a mark or symbol, adds it and returns its end.
  mutating func readMark(at position: Int, before limit: Int) -> Int {
    let first = byte(position)
    if first < 0x80, let markEnd = joinedEnd(position, before: limit) {
      return markEnd
    }
    let next = min(runEnd(position), limit)
    add(position..<next, kind(at: position) == .symbol ? .symbol : .punctuation)
    return next
  }

  /// Reads a mark that belongs to what follows it: `.5`, `+44`, `@name`, `#tag`, `:)`.
  private mutating func joinedEnd(_ position: Int, before limit: Int) -> Int? {
    let opens = isBlank(position - 1) || !isWordly(position - 1)
    guard opens else { return nil }
    switch byte(position) {
    case UInt8(ascii: "."), UInt8(ascii: "+"):
      let digits = digitsEnd(position + 1)
      guard digits > position + 1, byte(position - 1) != UInt8(ascii: ".") else { return nil }
      add(position..<digits, .number)
      return digits
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      guard isWordly(position + 1) else { return nil }
      var next = position + 1
      while next < limit, isWordly(next) { next = after(next) }
      add(position..<next, .address)
      return next
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      var next = position + 1
      if byte(next) == UInt8(ascii: "-") { next += 1 }
      guard isBlank(position - 1), ")(DPp".utf8.contains(byte(next)), isBlank(next + 1) else {
        return nil
      }
      add(position..<next + 1, .symbol)
      return next + 1
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
      UInt8(ascii: "|"):
      while byte(next) == first { next += 1 }
    default:
      break
    }
    return next
  }
}
