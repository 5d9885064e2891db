/// What a token that begins with a digit, or with an apostrophe and a digit, spells.
///
///     Numeral(Array("10:35".utf8)[...])     // .clock(minutes: 635)
enum Numeral: Hashable, Sendable {
  /// `digits` counts them as written: `0735` has four.
  case integer(Int, digits: Int)
  case decimal(Double)
  /// `1/2`, `½`
  case fraction(Double)
  /// `3rd`
  case ordinal(Int)
  /// `'90`
  case shortYear(Int)
  /// `1990s`, `'90s`: 199.
  case decade(Int)
  /// `10:35`, and `10.35` where an hour is named that way.
  case clock(minutes: Int)
  case day(CalendarDay)

  init?(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else { return nil }
    if bytes.elementsEqual("½".utf8) {
      self = .fraction(0.5)
      return
    }
    let apostrophe = Self.apostropheWidth(bytes)
    guard apostrophe > 0 || Self.isDigit(first) else { return nil }
    var fields: [(value: Int, digits: Int)] = [(0, 0)]
    var marks: [UInt8] = []
    var rest = bytes.dropFirst(apostrophe)
    while let byte = rest.first {
      if Self.isDigit(byte) {
        guard fields[fields.count - 1].digits < 9 else { return nil }
        let field = fields[fields.count - 1]
        fields[fields.count - 1] = (field.value * 10 + Int(byte & 0x0F), field.digits + 1)
      } else if let next = rest.dropFirst().first, Self.isDigit(next), ",.:/-".utf8.contains(byte) {
        marks.append(byte)
        fields.append((0, 0))
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    let suffix = String(decoding: rest, as: UTF8.self).lowercased()
    guard
      let numeral = apostrophe > 0
        ? Self.short(fields, suffix) : Self.plain(fields, marks, suffix)
    else { return nil }
    self = numeral
  }

  private static func short(_ fields: [(value: Int, digits: Int)], _ suffix: String) -> Numeral? {
    guard fields.count == 1, fields[0].digits == 2 else { return nil }
    let year = Self.year(short: fields[0].value)
    switch suffix {
    case "": return .shortYear(year)
    case "s" where year % 10 == 0: return .decade(year / 10)
    default: return nil
    }
  }

  private static func plain(
    _ fields: [(value: Int, digits: Int)], _ marks: [UInt8], _ suffix: String
  ) -> Numeral? {
    let value = fields[0].value
    switch (marks.map { Character(Unicode.Scalar($0)) }, suffix) {
    case ([], ""): return .integer(value, digits: fields[0].digits)
    case ([], "st"), ([], "nd"), ([], "rd"), ([], "th"): return .ordinal(value)
    case ([], "s"), ([], "'s"), ([], "’s"):
      guard fields[0].digits == 4 || fields[0].digits == 2, value % 10 == 0 else { return nil }
      return .decade((fields[0].digits == 4 ? value : year(short: value)) / 10)
    case ([":"], ""), ([":", ":"], ""):
      guard value < 25, fields[1].value < 60, fields[1].digits == 2 else { return nil }
      return .clock(minutes: value * 60 + fields[1].value)
    case (["."], ""):
      return .decimal(Double("\(value).\(padded(fields[1]))") ?? Double(value))
    case (["/"], ""):
      guard fields[1].value > value else { return nil }
      return .fraction(Double(value) / Double(fields[1].value))
    case (["/", "/"], ""): return day(slashed: fields)
    case (["-", "-"], ""):
      return fields[0].digits == 4
        ? CalendarDay(year: value, month: fields[1].value, day: fields[2].value).map(Numeral.day)
        : nil
    case (let commas, "") where commas.allSatisfy { $0 == "," }:
      return .integer(fields.reduce(0) { $0 * 1000 + $1.value }, digits: 0)
    default: return nil
    }
  }

  /// Month before day, as in the United States, unless the first field can be no month.
  private static func day(slashed fields: [(value: Int, digits: Int)]) -> Numeral? {
    let isMonthFirst = fields[0].value <= 12
    guard fields[2].digits == 2 || fields[2].digits == 4 else { return nil }
    let year = fields[2].digits == 2 ? year(short: fields[2].value) : fields[2].value
    return CalendarDay(
      year: year, month: fields[isMonthFirst ? 0 : 1].value, day: fields[isMonthFirst ? 1 : 0].value
    ).map(Numeral.day)
  }

  /// A year by its last two digits lies between 1930 and 2029.
  private static func year(short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }

  private static func padded(_ field: (value: Int, digits: Int)) -> String {
    let digits = String(field.value)
    return String(repeating: "0", count: field.digits - digits.utf8.count) + digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// 1 for `'`, 3 for `’`, 0 where the token begins with none.
  private static func apostropheWidth(_ bytes: ArraySlice<UInt8>) -> Int {
    if bytes.first == UInt8(ascii: "'") { return 1 }
    return bytes.starts(with: "’".utf8) ? 3 : 0
  }

  /// Whether a token that begins so could be one.
  static func mayBegin(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "'") || byte == 0xE2 || byte == 0xC2
  }
}
