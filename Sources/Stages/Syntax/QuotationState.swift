/// Whether a character stands inside quotation marks.
///
/// A feature of the encoder's input and the ground on which ``Attribution/Kind`` is decided. Marks
/// are matched within one paragraph; one left open runs to its end, as it does when a quotation
/// goes on in the next. Twin of `quotations.py` in Tools/training; a test holds them together.
public enum QuotationState: UInt8, Sendable, Hashable {
  case outside = 0
  case inside = 1
  /// The mark itself.
  case mark = 2
  /// Inside single marks that stand outside double ones, British style.
  case insideSingle = 3

  /// The state of each byte of a paragraph; the bytes of one character share it.
  ///
  /// - Complexity: O(n), but O(n · m) in a paragraph with m unmatched single marks.
  public static func states(of paragraph: ArraySlice<UInt8>) -> [QuotationState] {
    guard paragraph.contains(where: mayMark) else {
      return Array(repeating: .outside, count: paragraph.count)
    }
    var characters = Characters(paragraph)
    characters.matchDouble()
    characters.matchSingle()
    return characters.bytes()
  }

  /// `"`, `'`, `` ` `` and the first bytes of the marks beyond ASCII.
  private static func mayMark(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xE2 || byte == 0xC2
  }
}

/// The scalars of a paragraph with the state of each.
private struct Characters {
  var scalars: [Unicode.Scalar] = []
  var states: [QuotationState]

  init(_ paragraph: ArraySlice<UInt8>) {
    scalars.reserveCapacity(paragraph.count)
    var decoder = UTF8()
    var bytes = paragraph.makeIterator()
    decoding: while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .error: scalars.append("\u{FFFD}")
      case .emptyInput: break decoding
      }
    }
    states = Array(repeating: .outside, count: scalars.count)
  }

  mutating func matchDouble() {
    var opener: Unicode.Scalar?
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let doubledBack = scalar == "`" && next == "`"
      let doubledSingle = scalar == "'" && next == "'"
      let width = doubledBack || doubledSingle ? 2 : 1
      var closes = scalar == "”" || scalar == "»" || (opener == "„" && scalar == "“")
      var opens = !closes && (doubledBack || scalar == "“" || scalar == "„" || scalar == "«")
      if doubledSingle || scalar == "\"" {
        opens = opener == nil
        closes = !opens
      }
      if opens || closes {
        for at in index..<index + width { states[at] = .mark }
        opener = opens ? scalar : nil
      } else if opener != nil {
        states[index] = .inside
      }
      index += opens || closes ? width : 1
    }
  }

  mutating func matchSingle() {
    var index = 0
    while index < scalars.count {
      if begins(index), let end = (index + 1..<scalars.count).dropFirst().first(where: ends) {
        states[index] = .mark
        states[end] = .mark
        for at in index + 1..<end where states[at] == .outside { states[at] = .insideSingle }
        index = end
      }
      index += 1
    }
  }

  private func begins(_ index: Int) -> Bool {
    guard states[index] == .outside else { return false }
    switch scalars[index] {
    case "‘", "'", "‚", "‹":
      let letterBefore = index > 0 && scalars[index - 1].isAlphanumeric
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      return !letterBefore && !after.properties.isWhitespace
    default: return false
    }
  }

  private func ends(_ index: Int) -> Bool {
    guard states[index] == .outside else { return false }
    switch scalars[index] {
    case "’", "'", "›":
      let letterAfter = index + 1 < scalars.count && scalars[index + 1].isAlphanumeric
      return !scalars[index - 1].properties.isWhitespace && !letterAfter
    default: return false
    }
  }

  func bytes() -> [QuotationState] {
    var out: [QuotationState] = []
    for (scalar, state) in zip(scalars, states) {
      for _ in 0..<UTF8.width(scalar) { out.append(state) }
    }
    return out
  }
}

extension Unicode.Scalar {
  /// A letter or a number of any script.
  public var isAlphanumeric: Bool {
    if isASCII { return isASCIIAlphanumeric }
    let category = properties.generalCategory
    return category.isLetter || [.decimalNumber, .letterNumber, .otherNumber].contains(category)
  }

  private var isASCIIAlphanumeric: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
