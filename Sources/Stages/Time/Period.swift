/// A stretch of the calendar of one grain: a day, a quarter, a century.
///
///     Period(.quarter, containing: day).adding(-4).value     // "2025-Q1"
struct Period: Hashable, Sendable {
  let grain: Grain
  /// Counts the grain's units without gaps, so that neighbours differ by one. Of years, it is the
  /// year; of decades and centuries, the year without its last digits.
  let number: Int

  init(_ grain: Grain, number: Int) {
    self.grain = grain
    self.number = number
  }

  /// The one that a day lies in; a weekend stands for the week it ends.
  init(_ grain: Grain, containing day: CalendarDay) {
    let number =
      switch grain {
      case .day: day.number
      case .week, .weekend: Self.floor(day.number + 3, 7)
      case .month: day.year * 12 + day.month - 1
      case .quarter: day.year * 4 + (day.month - 1) / 3
      case .half: day.year * 2 + (day.month - 1) / 6
      case .season: Self.floor(day.year * 12 + day.month - 3, 3)
      case .year: day.year
      case .decade: Self.floor(day.year, 10)
      case .century: Self.floor(day.year, 100)
      }
    self.init(grain, number: number)
  }

  /// One of the parts a year has: its first month is 0, its third quarter 2, its autumn 2.
  init(_ grain: Grain, _ part: Int, of year: Int) {
    self.init(grain, number: year * grain.inYear + part)
  }

  func adding(_ count: Int) -> Period { Period(grain, number: number + count) }

  /// The one of that grain that this one's first day lies in.
  func widened(to grain: Grain) -> Period { Period(grain, containing: first) }

  var first: CalendarDay {
    switch grain {
    case .day: CalendarDay(number: number)
    case .week: CalendarDay(number: number * 7 - 3)
    case .weekend: CalendarDay(number: number * 7 + 2)
    case .month: Self.firstDay(ofMonth: number)
    case .quarter: Self.firstDay(ofMonth: number * 3)
    case .half: Self.firstDay(ofMonth: number * 6)
    case .season: Self.firstDay(ofMonth: number * 3 + 2)
    case .year: Self.firstDay(ofMonth: number * 12)
    case .decade: Self.firstDay(ofMonth: number * 120)
    case .century: Self.firstDay(ofMonth: number * 1200)
    }
  }

  var last: CalendarDay {
    grain == .weekend ? first.adding(1) : adding(1).first.adding(-1)
  }

  var year: Int {
    grain == .season || grain == .half ? Self.floor(number, grain.inYear) : first.year
  }

  /// TIMEX3 value. Weeks are those of ISO 8601, whose year is that of their Thursday.
  var value: String {
    switch grain {
    case .day: return first.description
    case .week, .weekend:
      let thursday = CalendarDay(number: number * 7)
      let january = Period(.year, containing: thursday).first.number
      let week = CalendarDay.padded((thursday.number - january) / 7 + 1)
      return CalendarDay.padded(year: thursday.year) + "-W\(week)"
        + (grain == .weekend ? "-WE" : "")
    case .month:
      return CalendarDay.padded(year: first.year) + "-" + CalendarDay.padded(first.month)
    case .quarter: return CalendarDay.padded(year: first.year) + "-Q\(number % 4 + 1)"
    case .half: return CalendarDay.padded(year: first.year) + "-H\(number % 2 + 1)"
    case .season:
      return CalendarDay.padded(year: year) + "-" + ["SP", "SU", "FA", "WI"][number - year * 4]
    case .year: return CalendarDay.padded(year: number)
    case .decade: return String(CalendarDay.padded(year: number * 10).dropLast())
    case .century: return String(CalendarDay.padded(year: number * 100).dropLast(2))
    }
  }

  private static func firstDay(ofMonth number: Int) -> CalendarDay {
    let year = floor(number, 12)
    return CalendarDay(year: year, month: number - year * 12 + 1, day: 1) ?? CalendarDay(number: 0)
  }

  /// The quotient rounded down, also below zero.
  private static func floor(_ dividend: Int, _ divisor: Int) -> Int {
    (dividend >= 0 ? dividend : dividend - divisor + 1) / divisor
  }
}

/// The units that the calendar is counted in, by the letters of their durations.
enum Grain: String, Hashable, Sendable {
  case day = "D"
  case week = "W"
  case weekend = "WE"
  case month = "M"
  case quarter = "Q"
  case half = "H"
  case season = "SE"
  case year = "Y"
  case decade = "DE"
  case century = "CE"

  /// How many there are in a year, where that is a whole number.
  var inYear: Int {
    switch self {
    case .month: 12
    case .quarter, .season: 4
    case .half: 2
    default: 1
    }
  }

  /// The value of one that is not known: `XXXX-XX` for a month.
  var unknown: String {
    switch self {
    case .day: "XXXX-XX-XX"
    case .week: "XXXX-WXX"
    case .weekend: "XXXX-WXX-WE"
    case .month: "XXXX-XX"
    case .quarter: "XXXX-QX"
    case .half: "XXXX-HX"
    case .season, .year: "XXXX"
    case .decade: String(repeating: "X", count: 3)
    case .century: "XX"
    }
  }
}

extension Period {
  /// How many of these make one unit of another grain, where that is a whole number.
  func count(in unit: Grain) -> Int? {
    switch (grain, unit) {
    case (unit, _): 1
    case (.month, .year): 12
    case (.month, .quarter): 3
    case (.quarter, .year), (.season, .year): 4
    case (.half, .year): 2
    case (.day, .week): 7
    case (.weekend, .week): 1
    case (.year, .decade): 10
    case (.year, .century): 100
    case (.day, .month), (.day, .year), (.day, .quarter), (.day, .decade): 0
    default: nil
    }
  }

  /// So many units later, or earlier below zero; `nil` when this one is longer than the unit.
  ///
  /// A day stays the same day of its month, or becomes the month's last.
  func moved(_ steps: Int, _ unit: Grain) -> Period? {
    guard let count = count(in: unit) else { return nil }
    guard count == 0 else { return adding(steps * count) }
    let months = (unit == .quarter ? 3 : unit == .month ? 1 : unit == .year ? 12 : 120) * steps
    let month = widened(to: .month).adding(months)
    let day = Swift.min(first.day, month.last.day)
    return Period(.day, number: month.first.number + day - 1)
  }

  /// Whether it lies within one unit of a grain.
  func fits(in unit: Grain) -> Bool { grain == unit || count(in: unit) != nil }
}
