/// Addresses of pages and people, and names of files.
extension Tokenizer {
  /// The first address in a run without white space, without the punctuation that follows it.
  func address(in run: Range<Int>) -> Range<Int>? {
    var position = run.lowerBound
    while position < run.upperBound {
      switch byte(position) {
      case UInt8(ascii: ":")
      where byte(position + 1) == UInt8(ascii: "/") && byte(position + 2) == UInt8(ascii: "/"):
        var first = position
        while first > run.lowerBound, isLower(first - 1) || isUpper(first - 1) { first -= 1 }
        if first < position { return first..<trimmedEnd(position + 3, run.upperBound) }
      case UInt8(ascii: "@"):
        let first = nameStart(position, in: run)
        let last = nameEnd(position + 1, in: run)
        if first < position, last > position + 1 { return first..<trimmedEnd(position, last) }
      case UInt8(ascii: "."):
        if let name = domain(around: position, in: run) { return name }
      default:
        break
      }
      position += 1
    }
    return nil
  }

  /// The domain or file name that holds the full stop at `period`, with the path after it.
  private func domain(around period: Int, in run: Range<Int>) -> Range<Int>? {
    guard isWordly(period + 1), isWordly(period - 1), period > run.lowerBound else { return nil }
    let first = nameStart(period, in: run)
    let last = trimmedEnd(period, nameEnd(period + 1, in: run))
    if byte(last) == UInt8(ascii: "@"), last < run.upperBound { return nil }
    var label = last
    while label > period, byte(label - 1) != UInt8(ascii: ".") { label -= 1 }
    let isKnown =
      WordKey(bytes, first..<period) == Self.web || AddressEnding.table[bytes, label..<last] != nil
    guard period - first > 1, isKnown || isDottedName(first..<last) else { return nil }
    guard byte(last) == UInt8(ascii: "/") else { return first..<last }
    return first..<trimmedEnd(last, run.upperBound)
  }

  /// Whether three or more words in small letters stand between full stops, as in the names of
  /// newsgroups, hosts and program modules.
  private func isDottedName(_ name: Range<Int>) -> Bool {
    var parts = 1
    var letters = 0
    for position in name {
      if byte(position) == UInt8(ascii: ".") {
        guard letters > 1 else { return false }
        parts += 1
        letters = 0
      } else if isLower(position) || byte(position) == UInt8(ascii: "-") {
        letters += 1
      } else {
        return false
      }
    }
    return parts > 2 && letters > 1
  }

  private static let web = WordKey(Array("www".utf8), 0..<3)

  /// Where the name begins that `position` stands in or after.
  private func nameStart(_ position: Int, in run: Range<Int>) -> Int {
    var first = position
    while first > run.lowerBound, isNameByte(first - 1) { first -= 1 }
    while first < position, !isASCIIWordly(first) { first += 1 }
    return first
  }

  private func nameEnd(_ position: Int, in run: Range<Int>) -> Int {
    var last = position
    while last < run.upperBound, isNameByte(last) { last += 1 }
    return last
  }

  private func isNameByte(_ position: Int) -> Bool {
    isASCIIWordly(position) || "._%+-".utf8.contains(byte(position))
  }

  private func isASCIIWordly(_ position: Int) -> Bool {
    isLower(position) || isUpper(position) || byte(position) &- UInt8(ascii: "0") < 10
  }

  /// The end of an address that reaches to `last` at most, without punctuation after it.
  private func trimmedEnd(_ first: Int, _ last: Int) -> Int {
    var last = last
    while last > first {
      var character = last - 1
      while character > first, byte(character) & 0xC0 == 0x80 { character -= 1 }
      let isMark =
        kind(at: character) == .punctuation || kind(at: character) == .apostrophe
        || kind(at: character) == .period || kind(at: character) == .hyphen
        || byte(character) == UInt8(ascii: ">")
      guard isMark else { break }
      last = character
    }
    return last
  }
}
