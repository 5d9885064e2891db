import QuothTime

/// A day as people read it in a line of text.
///
///     CalendarDay("2026-03-04T08:30:00Z")?.words     // "Wed 4 Mar 2026"
extension CalendarDay {
  var words: String { "\(shortWords) \(year)" }

  /// Without the year, for a day near the day of publication.
  var shortWords: String { "\(Self.weekdays[weekday - 1]) \(day) \(monthWord)" }

  /// `Mar`
  var monthWord: String { Self.months[month - 1] }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
