import Testing

@testable import QuothReport

struct TimestampTests {
  @Test(arguments: [
    ("2026-03-04", "2026-03-04"),
    ("2026-03-04T09:30:00Z", "2026-03-04T09:30:00Z"),
    ("2026-03-04T09:30:00.123+01:00", "2026-03-04T09:30:00+01:00"),
    ("2026-03-04 09:30:00-0500", "2026-03-04T09:30:00-05:00"),
    ("20260304", "2026-03-04"),
    ("Wed, 04 Mar 2026 09:30:00 GMT", "2026-03-04T09:30:00Z"),
    ("Wed, 4 Mar 2026 09:30 EST", "2026-03-04T09:30:00-05:00"),
    ("Published: March 4, 2026, 9:05 p.m. ET", "2026-03-04T21:05:00"),
    ("4 March 2026", "2026-03-04"),
    ("4th of March 2026 at 12am", "2026-03-04T00:00:00"),
    ("9.30 pm, 4 Sept. 2026", "2026-09-04T21:30:00"),
    ("04-Mar-2026", "2026-03-04"),
    ("/2026/03/04/kestrel-bridge", "2026-03-04"),
    ("29 February 2024", "2024-02-29"),
  ])
  func `dates are read as news pages write them`(text: String, expected: String) {
    #expect(Timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    "", "yesterday", "03/04/2026", "2026-13-04", "29 February 2026", "may 2026 bring peace",
    "March 4", "99999999", "2026-03-", "12:30",
  ])
  func `what is no full date is not guessed`(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
