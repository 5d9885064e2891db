import QuothReport

/// Headline, authors and publication time of one page, in the form they are compared in.
struct StatedFacts {
  private let headline: [String]
  private let authors: Set<String>
  private let published: Timestamp?

  /// What was read; nothing when no report was found.
  init(_ report: Report?) {
    self.init(
      headline: report?.headline?.value, authors: report?.byline?.value ?? [],
      published: report?.published?.value)
  }

  /// What Fundus gives for a page: `title`, `authors`, `publishing_date`.
  init(gold: JSON) {
    self.init(
      headline: gold["title"]?.string,
      authors: gold["authors"]?.elements.compactMap(\.string) ?? [],
      published: gold["publishing_date"]?.string)
  }

  private init(headline: String?, authors: [String], published: String?) {
    self.headline = Wording.folded(headline ?? "").split(separator: " ").map(String.init)
    self.authors = Set(authors.map(Wording.folded))
    self.published = published.flatMap { Timestamp($0) }
  }

  /// The same words in the same order, letter case and signs aside.
  func hasSameHeadline(as other: StatedFacts) -> Bool { headline == other.headline }

  /// At least three quarters of the words of both headlines are shared.
  ///
  /// Publishers give one report several headlines, one on the page, one for search, one for sharing,
  /// and the gold holds any of them.
  func hasLikeHeadline(as other: StatedFacts) -> Bool {
    let counts = other.headline.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let own = headline.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let shared = own.reduce(0) { $0 + min($1.value, counts[$1.key] ?? 0) }
    return 8 * shared >= 3 * (headline.count + other.headline.count) && shared > 0
  }

  /// The same calendar day, in the zone of `other` where both state theirs.
  func hasSameDay(as other: StatedFacts) -> Bool {
    guard let published, let wanted = other.published else { return false }
    return published.day(inZoneOf: wanted) == wanted.dayNumber
  }

  /// The same set of names, letter case and signs aside.
  func hasSameAuthors(as other: StatedFacts) -> Bool { authors == other.authors }
}

extension Timestamp {
  /// Days since 1 January 1970 of the Gregorian calendar.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  fileprivate var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  fileprivate func day(inZoneOf other: Timestamp) -> Int {
    guard let time, let own = time.zone, let zone = other.time?.zone else { return dayNumber }
    let minute = time.second / 60 + zone - own
    return dayNumber + (minute < 0 ? (minute - 1439) / 1440 : minute / 1440)
  }
}
