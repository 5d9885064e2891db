import QuothReport
import QuothSyntax
import QuothText

/// The day on which something was said, from the words beside the cue.
///
/// Reads explicit dates ("on 3 March 2026", "March 3"), weekdays ("early Tuesday", "last Friday"),
/// "today", "yesterday" and "tomorrow", and resolves them against the publication date. A weekday is
/// the last one up to that date, or the next one when the cue looks ahead ("will announce Friday").
/// Values follow TIMEX3 (ISO-TimeML).
struct SaidWhen {
  let words: Words
  /// Publication day, `nil` when the report states none.
  let published: CalendarDay?

  /// The first time in a run of tokens; `nil` when there is none.
  func time(in tokens: Range<Int>, future: Bool) -> Time? {
    for token in tokens {
      if let found = date(at: token, before: tokens.upperBound) ?? weekday(
        at: token, future: future)
        ?? deictic(at: token)
      {
        return found
      }
    }
    return nil
  }

  private func date(at token: Int, before limit: Int) -> Time? {
    var next = token
    var day: Int?
    if let number = Self.dayNumber(words.lower[token]), token + 1 < limit,
      Self.month(words.lower[token + 1]) != nil
    {
      day = number
      next += 1
    }
    guard let month = Self.month(words.lower[next]), isMonth(next) else { return nil }
    next += 1
    if day == nil, next < limit, let number = Self.dayNumber(words.lower[next]) {
      day = number
      next += 1
    }
    guard let day else { return nil }
    var year: Int?
    let after = next < limit && words.lower[next] == "," ? next + 1 : next
    if after < limit, let number = Int(words.lower[after]), (1900...2100).contains(number) {
      year = number
      next = after + 1
    }
    let span = words.span(token..<next)
    if let year {
      guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
      return time(date, basis: .text, span: span)
    }
    guard let published else {
      let value = "XXXX-" + CalendarDay.padded(month) + "-" + CalendarDay.padded(day)
      return Time(value: value, begin: nil, end: nil, basis: .text, span: span)
    }
    let years = [published.year, published.year - 1, published.year + 1]
    let dates = years.compactMap { CalendarDay(year: $0, month: month, day: day) }
    guard
      let nearest = dates.min(by: {
        abs($0.number - published.number) < abs($1.number - published.number)
      })
    else { return nil }
    return time(nearest, basis: .inferred, span: span)
  }

  private func weekday(at token: Int, future: Bool) -> Time? {
    guard let weekday = Self.weekday(words.lower[token]) else { return nil }
    let before = token > 0 ? words.lower[token - 1] : ""
    let start = ["last", "next", "this", "early", "late"].contains(before) ? token - 1 : token
    let span = words.span(start..<token + 1)
    guard let published else {
      return Time(value: "XXXX-WXX-\(weekday)", begin: nil, end: nil, basis: .text, span: span)
    }
    let back = (published.weekday - weekday + 7) % 7
    let ahead = (weekday - published.weekday + 7) % 7
    let day: CalendarDay
    if before == "next" || (future && before != "last") {
      day = published.adding(ahead == 0 ? 7 : ahead)
    } else {
      day = published.adding(-(before == "last" && back == 0 ? 7 : back))
    }
    return time(day, basis: .tense, span: span)
  }

  private func deictic(at token: Int) -> Time? {
    let days: Int
    switch words.lower[token] {
    case "today", "tonight": days = 0
    case "yesterday": days = -1
    case "tomorrow": days = 1
    default: return nil
    }
    guard let published else { return nil }
    return time(published.adding(days), basis: .text, span: words.span(token..<token + 1))
  }

  private func time(_ day: CalendarDay, basis: Time.Basis, span: Span) -> Time {
    Time(
      value: day.description, begin: day.description, end: day.description, basis: basis, span: span
    )
  }

  /// "May" and "March" are months only with a capital.
  private func isMonth(_ token: Int) -> Bool { words.isCapitalised(token) }

  private static func weekday(_ word: String) -> Int? {
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    return weekdays[bare]
  }

  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thurs": 4, "fri": 5,
  ]

  private static func month(_ word: String) -> Int? {
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    return CalendarDay.months[bare]
  }

  private static func dayNumber(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard let number = Int(digits), (1...31).contains(number) else { return nil }
    return ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
      ? number : nil
  }
}
