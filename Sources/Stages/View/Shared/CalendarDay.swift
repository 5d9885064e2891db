/// A day of the Gregorian calendar, as people read it in a line of text.
///
///     CalendarDay("2026-03-04T08:30:00Z")?.words     // "Wed 4 Mar 2026"
struct CalendarDay: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads the day at the start of an ISO 8601 date or date and time; `nil` when there is none.
  init?(_ iso: String) {
    let fields = iso.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, let year = Int(fields[0]), let month = Int(fields[1]),
      let day = Int(fields[2]), (1...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  var words: String { "\(shortWords) \(year)" }

  /// Without the year, for a day near the day of publication.
  var shortWords: String { "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1])" }

  /// 0 is Sunday. Source: Sakamoto's method, comp.lang.c, 1993.
  private var weekday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? self.year - 1 : self.year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
