import Testing

@testable import QuothTime

@Suite struct `The calendar` {
  @Test(arguments: [("1970-01-01", 4), ("2000-02-29", 2), ("2026-03-04", 3), ("1900-12-31", 1)])
  func `weekdays follow the calendar`(day: String, weekday: Int) {
    #expect(CalendarDay(day)?.weekday == weekday)
    #expect(CalendarDay(day)?.description == day)
  }

  @Test(
    arguments: [
      (Grain.week, "2026-W10"), (.weekend, "2026-W10-WE"), (.month, "2026-03"),
      (.quarter, "2026-Q1"), (.half, "2026-H1"), (.season, "2026-SP"), (.year, "2026"),
      (.decade, "202"), (.century, "20"),
    ])
  func `each grain has its value`(grain: Grain, value: String) throws {
    let day = try #require(CalendarDay("2026-03-04"))
    let period = Period(grain, containing: day)
    #expect(period.value == value)
    #expect(period.adding(1).first.number > period.last.number)
    #expect(Period(grain, containing: period.last) == period)
  }

  @Test func `weeks belong to the year of their Thursday`() throws {
    let day = try #require(CalendarDay("2027-01-01"))
    #expect(Period(.week, containing: day).value == "2026-W53")
    let winter = try #require(CalendarDay("2026-01-15"))
    #expect(Period(.season, containing: winter).value == "2025-WI")
  }

  @Test func `a day moved by months stays within its month`() throws {
    let day = Period(.day, containing: try #require(CalendarDay("2024-02-29")))
    #expect(day.moved(-1, .year)?.value == "2023-02-28")
    #expect(day.moved(1, .month)?.value == "2024-03-29")
    #expect(Period(.year, number: 2024).moved(1, .day) == nil)
  }

  @Test(
    arguments: [
      ("12-25", 2026, "2026-12-25"), ("11-W4-4", 2026, "2026-11-26"),
      ("05-WL-1", 2026, "2026-05-25"), ("11-W1-1+1", 2024, "2024-11-05"), ("E", 2026, "2026-04-05"),
      ("E-2", 2025, "2025-04-18"),
    ])
  func `feasts fall on their days`(code: String, year: Int, day: String) {
    #expect(Holiday(code)?.day(in: year)?.description == day)
  }

  @Test(
    arguments: [
      ("17", Numeral.integer(17, digits: 2)), ("1,250", .integer(1250, digits: 0)),
      ("2.5", .decimal(2.5)), ("1/2", .fraction(0.5)), ("½", .fraction(0.5)), ("3rd", .ordinal(3)),
      ("'90", .shortYear(1990)), ("’05", .shortYear(2005)), ("1990s", .decade(199)),
      ("1990's", .decade(199)), ("'90s", .decade(199)), ("10:35", .clock(minutes: 635)),
    ])
  func `numerals are told apart by their form`(words: String, numeral: Numeral) {
    #expect(Numeral(Array(words.utf8)[...]) == numeral)
  }

  @Test func `a day in figures has its month first, unless it cannot`() {
    #expect(Numeral(Array("11/02/25".utf8)[...]) == CalendarDay("2025-11-02").map(Numeral.day))
    #expect(Numeral(Array("30/11/2025".utf8)[...]) == CalendarDay("2025-11-30").map(Numeral.day))
    #expect(Numeral(Array("2025-02-30".utf8)[...]) == nil)
    #expect(Numeral(Array("Pier".utf8)[...]) == nil)
  }
}
