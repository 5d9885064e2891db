import QuothTime

/// A stretch of days as people read it in a line of text.
///
///     ShortTime(value: "2026-03-03TEV", from: day, to: day, near: 2026)     // Tue 3 Mar, evening
struct ShortTime {
  let words: String

  /// Nil where neither end is known: the report's own words say as much.
  ///
  /// - Parameter year: The one of publication; it is left out where it goes without saying.
  init?(value: String, from first: CalendarDay?, to last: CalendarDay?, near year: Int?) {
    switch (first, last) {
    case (let first?, let last?) where first == last:
      words = Self.day(first, near: year) + Self.hour(of: value)
    case (let first?, let last?): words = Self.stretch(value, first, last, near: year)
    case (let first?, nil): words = "from " + Self.day(first, near: year)
    case (nil, let last?): words = "until " + Self.day(last, near: year)
    case (nil, nil): return nil
    }
  }

  private static func day(_ day: CalendarDay, near year: Int?) -> String {
    day.year == year ? day.shortWords : day.words
  }

  /// A year, a month, or the first and the last day with what they share said once.
  private static func stretch(
    _ value: String, _ first: CalendarDay, _ last: CalendarDay, near year: Int?
  ) -> String {
    let suffix = last.year == year ? "" : " \(last.year)"
    if value.utf8.count == 4, first.year == last.year { return "\(first.year)" }
    // TIMEX3 writes a decade as the first three digits of its years.
    if value.utf8.count == 3, value.allSatisfy(\.isNumber) { return value + "0s" }
    guard first.year == last.year else {
      let areYears = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
      return areYears ? "\(first.year)–\(last.year)" : "\(first.words) – \(last.words)"
    }
    guard first.month == last.month else {
      return "\(first.day) \(first.monthWord) – \(last.day) \(last.monthWord)" + suffix
    }
    let isWholeMonth = first.day == 1 && last.adding(1).day == 1
    return isWholeMonth
      ? "\(last.monthWord) \(last.year)" : "\(first.day)–\(last.day) \(last.monthWord)" + suffix
  }

  /// What TIMEX3 writes behind the `T`: a part of the day or a time of the clock.
  private static func hour(of value: String) -> String {
    guard let mark = value.utf8.firstIndex(of: UInt8(ascii: "T")) else { return "" }
    let part = String(value[value.utf8.index(after: mark)...])
    if let name = parts[part] { return ", " + name }
    let isClock = part.utf8.count >= 5 && part.prefix(5).allSatisfy { $0.isNumber || $0 == ":" }
    return isClock ? ", " + part.prefix(5) : ""
  }

  private static let parts = [
    "MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "noon",
    "DT": "by day",
    "24:00": "midnight",
  ]
}

extension ShortTime {
  init?(_ time: Time, near year: Int?) {
    self.init(
      value: time.value, from: time.begin.flatMap { CalendarDay($0) },
      to: time.end.flatMap { CalendarDay($0) }, near: year)
  }

  init?(_ time: TimeExpression, near year: Int?) {
    self.init(value: time.value, from: time.begin, to: time.end, near: year)
  }
}
