import QuothReport
import QuothText
import Testing

@testable import QuothTime

@Suite struct `Times of a report` {
  private let reader: TimeReader

  init() throws { reader = TimeReader(grammar: try shippedGrammar()) }

  private func read(
    _ sentence: String, on published: String? = "2026-03-04", role: Block.Role = .body
  ) -> [String] {
    reader.expressions(in: text(sentence, role: role), published: published).map(\.reading)
  }

  @Test func `a weekday follows the tense of its verb`() {
    #expect(read("The harbour board met on Monday.") == ["DATE 2026-03-02"])
    #expect(read("The harbour board will meet on Monday.") == ["DATE 2026-03-09"])
    #expect(read("The board, which will meet Monday, elected Ana Ruiz.") == ["DATE 2026-03-09"])
    #expect(read("The board on Monday agreed to sell the pier.") == ["DATE 2026-03-02"])
    #expect(read("A vote is scheduled for Friday.") == ["DATE 2026-03-06"])
    #expect(read("She plans to sail on Friday.") == ["DATE 2026-03-06"])
    #expect(read("The fee will be paid Friday.") == ["DATE 2026-03-06"])
    #expect(read("The crew spoke Wednesday.") == ["DATE 2026-03-04"])
  }

  @Test func `the present tense of a headline tells the past`() {
    #expect(read("Norland shuts Kestrel bridge Monday", role: .headline) == ["DATE 2026-03-02"])
    #expect(read("Norland to shut Kestrel bridge Monday", role: .headline) == ["DATE 2026-03-09"])
  }

  @Test func `a caller who knows the tense is heard first`() {
    let text = text("The board met on Monday.")
    let times = reader.expressions(in: text, published: "2026-03-04") { _ in .future }
    #expect(times.map(\.value) == ["2026-03-09"])
  }

  @Test func `without a day of publication what hangs on it stays open`() {
    let times = reader.expressions(
      in: text("She left on Tuesday, 3 May, last year, in July or a week ago."), published: nil)
    #expect(times.map(\.value) == ["XXXX-05-03", "XXXX", "XXXX-07", "XXXX-WXX"])
    #expect(times.allSatisfy { $0.begin == nil && $0.end == nil })
    #expect(read("She left on Tuesday.", on: nil) == ["DATE XXXX-WXX-2"])
    #expect(read("She left on 3 May 2024.", on: nil) == ["DATE 2024-05-03"])
  }

  @Test func `first and last day are those of the whole period`() throws {
    func days(_ sentence: String) throws -> String {
      let time = try #require(
        reader.expressions(in: text(sentence), published: "2026-03-04").first)
      return "\(time.begin?.description ?? "nil") \(time.end?.description ?? "nil")"
    }
    #expect(try days("The mill shut last month.") == "2026-02-01 2026-02-28")
    #expect(try days("The mill shut last week.") == "2026-02-23 2026-03-01")
    #expect(try days("The mill shut last winter.") == "2025-12-01 2026-02-28")
    #expect(try days("It lost money in the third quarter.") == "2025-07-01 2025-09-30")
    #expect(try days("It lost money over the past 17 months.") == "2024-10-04 2026-03-04")
    #expect(try days("Trams ran in the 1950s.") == "1950-01-01 1959-12-31")
    #expect(try days("It stood for three months.") == "nil nil")
    #expect(try days("It lost money in fiscal 2025.") == "nil nil")
  }

  @Test func `what an event fixes gets no date`() {
    #expect(read("Two days after the flood, the dam broke.") == ["DURATION P2D"])
    #expect(read("Prices have doubled since the pandemic.") == [])
  }

  @Test func `a time counts from the one spoken of before`() {
    #expect(
      read("The strike began on June 2, 2019. Two days later it was over.") == [
        "DATE 2019-06-02", "DATE 2019-06-04",
      ])
    #expect(
      read("It opened in 2019. The following year it burned.") == ["DATE 2019", "DATE 2020"])
  }

  @Test func `words that only look like times are none`() {
    #expect(read("The protesters march 3 miles.") == [])
    #expect(read("He may go, she may stay, and Sun Harbour may fall.") == [])
    #expect(read("On February 30, 2026, nothing happened.") == [])
    #expect(read("It sold for $1990, on page 1998, to 2000 people.") == [])
    #expect(read("The fall of the fort was his second defeat.") == [])
  }

  @Test func `a dateline of the days before is the day that is spoken from`() {
    let words = "SALTPORT, March 3 — The bridge was shut today."
    var report = text(words).report
    report.dateline = Dateline(
      span: Span(start: 0, end: "SALTPORT, March 3 —".utf8.count), place: Span(start: 0, end: 8))
    let times = reader.expressions(in: Text(report), published: "2026-03-04")
    #expect(times.map(\.value) == ["2026-03-03", "2026-03-03"])
  }

  @Test func `expressions stand in text order and do not overlap`() {
    let times = reader.expressions(
      in: text(
        "Early Tuesday, 3 March 2026, at 9 a.m., a year after the second half of last year."),
      published: "2026-03-04")
    #expect(zip(times, times.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
  }
}
