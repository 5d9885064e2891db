import QuothTime
import Testing

@testable import QuothView

@Suite struct TimeWordsTests {
  private func words(
    _ value: String, _ first: String?, _ last: String?, near year: Int? = 2026
  ) -> String? {
    ShortTime(
      value: value, from: first.flatMap { CalendarDay($0) }, to: last.flatMap { CalendarDay($0) },
      near: year)?.words
  }

  @Test func `a day is said with its weekday, and its year where that is another`() {
    #expect(words("2026-03-03", "2026-03-03", "2026-03-03") == "Tue 3 Mar")
    #expect(words("2025-12-30", "2025-12-30", "2025-12-30") == "Tue 30 Dec 2025")
    #expect(words("2026-03-03", "2026-03-03", "2026-03-03", near: nil) == "Tue 3 Mar 2026")
  }

  @Test func `a part of the day and a time of the clock follow the day`() {
    #expect(words("2026-03-03TEV", "2026-03-03", "2026-03-03") == "Tue 3 Mar, evening")
    #expect(words("2026-03-03T24:00", "2026-03-03", "2026-03-03") == "Tue 3 Mar, midnight")
    #expect(words("2026-03-03T06:20", "2026-03-03", "2026-03-03") == "Tue 3 Mar, 06:20")
    #expect(words("2026-03-03TXX", "2026-03-03", "2026-03-03") == "Tue 3 Mar")
  }

  @Test func `a stretch says once what its ends share`() {
    #expect(words("2026-W11", "2026-03-09", "2026-03-15") == "9–15 Mar")
    #expect(words("2026-03", "2026-03-01", "2026-03-31") == "Mar 2026")
    #expect(words("2026-Q1", "2026-01-01", "2026-03-31") == "1 Jan – 31 Mar")
    #expect(words("2025-W52", "2025-12-22", "2025-12-28") == "22–28 Dec 2025")
    #expect(words("2031", "2031-01-01", "2031-12-31") == "2031")
    #expect(words("203", "2030-01-01", "2039-12-31") == "2030s")
    #expect(words("2020/2028", "2020-01-01", "2028-12-31") == "2020–2028")
  }

  @Test func `an open end is said, and a time without ends is left to the report's words`() {
    #expect(words("2026-03-03", "2026-03-03", nil) == "from Tue 3 Mar")
    #expect(words("2026-03-03", nil, "2026-03-03") == "until Tue 3 Mar")
    #expect(words("PT2H", nil, nil) == nil)
  }
}
