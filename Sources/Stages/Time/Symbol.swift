/// What one step of a pattern takes: a word, a class of words, or a number that is read.
struct Symbol: Hashable, Sendable {
  let rawValue: Int

  init(_ rawValue: Int) { self.rawValue = rawValue }

  /// Numbers, which may be of any length, by their names in the grammar.
  enum Number: Int, CaseIterable, Sendable {
    /// *17*, *2.5*, *twenty-five*, *two and a half*, *several*.
    case number
    /// *3rd*, *third*, *twenty-first*.
    case ordinal
    /// 1 to 31, with or without *st*.
    case day
    /// *1994*, *nineteen ninety-four*: 1000 to 2199.
    case year
    /// *'94*, *94*.
    case shortYear = 4
    /// *1990s*, *'90s*.
    case decade
    /// 1 to 24.
    case hour
    /// *10:35*.
    case clock
    /// *10.35*.
    case pointedClock
    /// *0735*.
    case fourDigits
    /// *2026-03-04*, *3/4/26*.
    case calendarDay
    /// Any token with a capital.
    case capital

    /// Its name between braces.
    var name: String { "\(self)" }
  }

  init(_ number: Number) { self.init(number.rawValue) }

  /// `nil` for words and classes.
  var number: Number? { Number(rawValue: rawValue) }

  /// The first number that is free for words and classes.
  static let firstFree = Number.allCases.count
}
