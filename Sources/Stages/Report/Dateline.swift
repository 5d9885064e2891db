extension Dateline {
  /// Reads the dateline at the head of the first body paragraph; nil when there is none.
  ///
  ///     let text = "SALTPORT, Norland (CNA) — The bridge is shut."
  ///     Dateline(in: text, block: Span(start: 0, end: text.utf8.count))?.place     // 0..<8
  ///
  /// - Complexity: O(1): no more than the first 120 bytes of the block are read.
  public init?(in text: String, block: Span) {
    let head = text.utf8.dropFirst(block.start).prefix(min(block.count, DatelineReader.limit + 40))
    guard let found = DatelineReader(Array(head)) else { return nil }
    self.init(
      span: Span(start: block.start, end: block.start + found.end),
      place: Span(start: block.start, end: block.start + found.placeEnd))
  }
}

/// Reads a place, what may stand between it and its dash, and the dash.
///
/// A place is one to five words in capitals (`SALTPORT`, `AIX-EN-PROVENCE`, `ST. ALBANS`), or one to
/// three words with capital initials where more than a dash shows that it is a dateline. Between place
/// and dash may stand a region after a comma, further places, a day, and an agency in parentheses:
///
///     SALTPORT —   SALTPORT, Norland (AP) -   SALTPORT/KESTREL, March 4 (CNA) --   NEW SALTPORT:
struct DatelineReader {
  /// Bytes after which a dateline must have ended.
  static let limit = 120

  /// End of the place name; it begins the bytes.
  private(set) var placeEnd = 0
  /// End of the dash, or of the colon.
  private(set) var end = 0
  /// The agency in parentheses.
  private(set) var agency: Range<Int>?

  private let bytes: [UInt8]
  private var index = 0

  /// - Parameter bytes: the head of a paragraph.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let inCapitals = readPlaceInCapitals()
    guard inCapitals || readPlaceWithInitials() else { return nil }
    placeEnd = index
    let hasDetail = readDetails()
    guard index <= Self.limit, readDash(orColon: inCapitals) else { return nil }
    end = index
    skipSpace()
    guard let next = word(), let first = next.utf8First else { return nil }
    if !inCapitals && !hasDetail && !Letters.isCapital(first) { return nil }
  }

  // MARK: Place

  private mutating func readPlaceInCapitals() -> Bool {
    var words = 0
    var letters = 0
    while words < 5, let word = word(), word.isInCapitals {
      if words > 0, word.letterCount == 0 { break }
      letters += word.letterCount
      words += 1
      index = word.range.upperBound
      if word.endsClause || !skipOneSpace() { break }
    }
    trimBack()
    if letters >= 3, !isLabel { return true }
    index = 0
    return false
  }

  private mutating func readPlaceWithInitials() -> Bool {
    var words = 0
    while words < 3, let word = word(), word.hasCapitalInitial {
      words += 1
      index = word.range.upperBound
      if word.endsClause || !skipOneSpace() { break }
    }
    trimBack()
    return words > 0 && index >= 3 && !isLabel
  }

  /// Whether what was read so far is a label, in any case of letters.
  private var isLabel: Bool {
    Self.labels.contains(String(decoding: bytes[..<index], as: UTF8.self).uppercased())
  }

  // MARK: Between place and dash

  /// Reads regions, days, further places and an agency; whether a day or an agency was among them.
  private mutating func readDetails() -> Bool {
    var hasDetail = false
    var parts = 0
    while parts < 6 {
      parts += 1
      let start = index
      skipSpace()
      if byte == UInt8(ascii: "(") {
        guard let close = bytes[index...].prefix(60).firstIndex(of: UInt8(ascii: ")")) else {
          break
        }
        agency = index + 1..<close
        index = close + 1
        hasDetail = true
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      {
        index += 1
        skipSpace()
        hasDetail = readPhrase() || hasDetail
      } else {
        index = start
        break
      }
    }
    return hasDetail
  }

  /// Reads up to four words that begin with a capital or a digit; whether a month is among them.
  private mutating func readPhrase() -> Bool {
    var hasMonth = false
    var words = 0
    while words < 4, let word = word(),
      word.hasCapitalInitial || word.isNumber || word.text == "and"
    {
      hasMonth = hasMonth || Months.number(of: word.text) != nil
      words += 1
      index = word.range.upperBound
      if word.endsClause || !skipOneSpace() { break }
    }
    trimBack()
    return hasMonth
  }

  // MARK: Dash

  /// Reads a dash: a long one, two or three hyphens, or one hyphen with space about it.
  private mutating func readDash(orColon: Bool) -> Bool {
    let hasSpace = byte.map { $0 <= 0x20 } ?? false
    if orColon, !hasSpace, byte == UInt8(ascii: ":") {
      index += 1
      return byte == 0x20
    }
    skipSpace()
    let rest = bytes[index...].prefix(3)
    if Self.dashes.contains(where: rest.elementsEqual) {
      index += 3
      while byte == UInt8(ascii: "-") { index += 1 }
      return true
    }
    let hyphens = rest.prefix { $0 == UInt8(ascii: "-") }.count
    index += hyphens
    return hyphens > 1 || hyphens == 1 && hasSpace && byte == 0x20
  }

  // MARK: Words

  private struct Word {
    var range: Range<Int>
    var text: String
    var isInCapitals: Bool
    var hasCapitalInitial: Bool
    var isNumber: Bool
    var letterCount: Int
    /// Whether a comma, slash, colon or parenthesis follows it directly.
    var endsClause: Bool
    var utf8First: UInt8? { text.utf8.first }
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The word at the index: letters, digits, full stops, apostrophes, hyphens.
  private func word() -> Word? {
    var end = index
    while end < bytes.count, Letters.isInWord(bytes, at: end) { end += 1 }
    guard end > index else { return nil }
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return Word(
      range: index..<end, text: text,
      isInCapitals: letters.allSatisfy { !$0.properties.isLowercase } && !letters.isEmpty,
      hasCapitalInitial: text.unicodeScalars.first?.properties.isUppercase ?? false,
      isNumber: letters.isEmpty && text.utf8.contains { 0x30...0x39 ~= $0 },
      letterCount: letters.count,
      endsClause: end < bytes.count && ",/:(".utf8.contains(bytes[end]))
  }

  private mutating func skipSpace() {
    while index < bytes.count, let length = Blank.length(in: bytes, at: index, before: bytes.count)
    {
      index += length
    }
  }

  /// Passes one space when a word follows it.
  private mutating func skipOneSpace() -> Bool {
    guard byte == 0x20, index + 1 < bytes.count, Letters.isInWord(bytes, at: index + 1)
    else { return false }
    index += 1
    return true
  }

  /// Leaves out a space that was read past the last word.
  private mutating func trimBack() {
    while index > 0, bytes[index - 1] <= 0x20 { index -= 1 }
  }

  /// En dash, em dash, horizontal bar, minus sign.
  private static let dashes: [[UInt8]] = [
    [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0x95], [0xE2, 0x88, 0x92],
  ]

  /// Words in capitals that newsrooms set before a colon or dash in front of what is no place.
  private static let labels: Set<String> = [
    "ABSTRACT", "ADVISORY", "ALERT", "ANALYSIS", "BACKGROUND", "BREAKING", "BREAKING NEWS",
    "COMMENT",
    "CORRECTION", "DISCLAIMER", "EDITORIAL", "EXCLUSIVE", "EXPLAINER", "FACT CHECK", "FACTBOX",
    "FEATURE", "FULL TEXT", "INTERVIEW", "JUST IN", "LISTEN", "LIVE", "MORE", "NEWS ANALYSIS",
    "NOTE",
    "OPINION", "PHOTOS", "POLL", "PROFILE", "QUESTION", "ANSWER", "READ", "READ MORE", "RELATED",
    "REVIEW", "SUMMARY", "TIMELINE", "UPDATE", "UPDATED", "URGENT", "VIDEO", "WATCH", "WATCH LIVE",
  ]
}

/// The months of the year by their English names.
enum Months {
  /// 1 to 12 for a whole name or its usual short form, with or without a full stop.
  static func number(of word: String) -> Int? {
    let name = word.lowercased().filter { $0 != "." }
    guard name.utf8.count >= 3 else { return nil }
    return names.firstIndex {
      $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]
}

/// What single bytes of UTF-8 are to a reader of words.
enum Letters {
  static func isCapital(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte || byte >= 0xC3 }

  /// Letters, digits, `.`, `'`, `-`, `&` and all but the punctuation beyond ASCII (U+2000 and after).
  static func isInWord(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "&"): true
    case UInt8(ascii: "-"):
      index > 0 && index + 1 < bytes.count && bytes[index - 1] > 0x2F && bytes[index + 1] > 0x2F
    case 0xC3...0xDF, 0xE0, 0xE1, 0xE4...0xED: true
    case 0x80...0xBF: index > 0 && isInWord(bytes, at: index - 1)
    case 0xE2: bytes[index...].prefix(3).elementsEqual([0xE2, 0x80, 0x99])
    default: false
    }
  }
}
