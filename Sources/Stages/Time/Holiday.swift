/// A feast or other day that has a date of its own in each year, by its code in the grammar.
///
///     Holiday("11-W4-4")?.day(in: 2026)     // Thanksgiving, 2026-11-26
///
/// Codes: `12-25` that day; `11-W4-4` the fourth Thursday of November; `05-WL-1` the last Monday of May;
/// `E-2` two days before Easter Sunday. `+1` behind a code is the day after it.
struct Holiday: Hashable, Sendable {
  private enum Base: Hashable {
    case fixed(month: Int, day: Int)
    case weekday(Int, count: Int?, month: Int)
    case easter
  }

  private var base: Base
  private var offset = 0

  init?(_ code: String) {
    var code = Substring(code)
    if let sign = code.lastIndex(where: { $0 == "+" }) {
      offset = Int(code[sign...].dropFirst()) ?? 0
      code = code[..<sign]
    }
    let fields = code.split(separator: "-")
    if code.first == "E" {
      base = .easter
      if fields.count == 2 { offset -= Int(fields[1]) ?? 0 }
    } else if fields.count == 3, let month = Int(fields[0]), let weekday = Int(fields[2]) {
      base = .weekday(weekday, count: Int(fields[1].dropFirst()), month: month)
    } else if fields.count == 2, let month = Int(fields[0]), let day = Int(fields[1]) {
      base = .fixed(month: month, day: day)
    } else {
      return nil
    }
  }

  func day(in year: Int) -> CalendarDay? {
    switch base {
    case .fixed(let month, let day):
      return CalendarDay(year: year, month: month, day: day)?.adding(offset)
    case .weekday(let weekday, let count?, let month):
      return CalendarDay(year: year, month: month, day: 1).map {
        $0.adding((weekday - $0.weekday + 7) % 7 + 7 * (count - 1) + offset)
      }
    case .weekday(let weekday, nil, let month):
      let last = Period(.month, month - 1, of: year).last
      return last.adding(-((last.weekday - weekday + 7) % 7) + offset)
    case .easter:
      return Self.easter(year)?.adding(offset)
    }
  }

  /// Its value in a year that is not known.
  var unknown: String {
    guard case .fixed(let month, let day) = base else { return "XXXX-XX-XX" }
    return "XXXX-" + CalendarDay.padded(month) + "-" + CalendarDay.padded(day)
  }

  /// Source: the anonymous Gregorian algorithm (J. Meeus, Astronomical Algorithms, 1991).
  private static func easter(_ year: Int) -> CalendarDay? {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let shift = (century + 8) / 25
    let epact =
      (19 * golden + century - century / 4 - (century - shift + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let correction = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * correction + 114
    return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
