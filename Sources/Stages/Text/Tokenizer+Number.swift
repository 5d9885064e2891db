/// Numbers: decimals, times, dates, telephone numbers, ordinals, amounts with a unit.
extension Tokenizer {
  /// The token that begins with a digit at `position`.
  func number(at position: Int) -> Piece {
    var next = max(numeralEnd(position), after(position))
    let letters = lettersEnd(next)
    if letters == next {
      if let decade = decadeEnd(next) { next = decade }
      if isListNumber(position..<next) { next += 1 }
    } else if UnitName.table[bytes, next..<letters] == nil, !isHour(next) {
      while isWordly(next) { next = after(next) }
    }
    return Piece(end: next, kind: .number)
  }

  /// The end of digits with the marks that stand within numbers: `1,250.5`, `14:30`, `9/11`,
  /// `2031-05-27`, `555-0134`.
  private func numeralEnd(_ position: Int) -> Int {
    var next = digitsEnd(position)
    guard next > position else { return position }
    let hyphenated = hyphenatedEnd(position)
    if hyphenated > next { return hyphenated }
    while isNumberMark(byte(next)) {
      let digits = digitsEnd(next + 1)
      if digits == next + 1 { break }
      if byte(next) == UInt8(ascii: ","), digits != next + 4 { break }
      next = digits
    }
    return next
  }

  private func isNumberMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "/")
  }

  /// The end of groups of digits between hyphens, when they are one number and no range or score.
  private func hyphenatedEnd(_ position: Int) -> Int {
    var next = digitsEnd(position)
    let first = next - position
    var groups = 1
    var last = first
    while byte(next) == UInt8(ascii: "-") {
      let digits = digitsEnd(next + 1)
      last = digits - next - 1
      if last == 0 { break }
      groups += 1
      next = digits
    }
    if groups >= 3 || groups == 2 && (first == 3 || first == 5) && last == 4 { return next }
    return position
  }

  /// The end of *'s* after a decade: *the 1960's*.
  private func decadeEnd(_ digits: Int) -> Int? {
    guard byte(digits - 1) == UInt8(ascii: "0"), kind(at: digits) == .apostrophe else { return nil }
    let letter = after(digits)
    guard byte(letter) | 0x20 == UInt8(ascii: "s"), !isWordly(letter + 1) else { return nil }
    return letter + 1
  }

  /// Whether a number with a full stop opens the block as the number of an item.
  private func isListNumber(_ digits: Range<Int>) -> Bool {
    digits.lowerBound == skipBlanks(start) && digits.count <= 5
      && byte(digits.upperBound) == UInt8(ascii: ".") && isBlank(digits.upperBound + 1)
      && skipBlanks(digits.upperBound + 1) < end
  }

  /// Whether *a.m.* or *p.m.* begins at `position`.
  private func isHour(_ position: Int) -> Bool {
    let first = byte(position) | 0x20
    return (first == UInt8(ascii: "a") || first == UInt8(ascii: "p"))
      && byte(position + 1) == UInt8(ascii: ".") && byte(position + 2) | 0x20 == UInt8(ascii: "m")
  }
}
