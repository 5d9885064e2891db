import QuothLinking
import QuothReport
import QuothText
import Testing

@Suite struct CreditsTests {
  /// Each credit: its scope and name.
  private func credits(_ paragraphs: [String], _ lines: [String] = []) -> [String] {
    Credits(report(paragraphs, credits: lines)).all.map { "\($0.scope.rawValue) \($0.name)" }
  }

  @Test(arguments: [
    ("(Reuters)", "whole Reuters"),
    ("By The Associated Press", "whole Associated Press"),
    ("By Tom Ek, Associated Press", "whole Associated Press"),
    ("With files from the Coastal News Agency", "files Coastal News Agency"),
    ("— The Associated Press contributed to this report.", "files Associated Press"),
    ("With reporting by CNA", "files CNA"),
    ("First published by the Harbour Herald", "whole Harbour Herald"),
    ("This article first appeared in the Saltport Courier.", "whole Saltport Courier"),
    ("Source: AFP", "whole Agence France-Presse"),
  ])
  func `a credit line names an agency`(line: String, credit: String) {
    #expect(credits(["The bridge is shut."], [line]) == [credit])
  }

  @Test(arguments: [
    "Reporting by Tom Ek; editing by Ana Ruiz", "By Marit Halle", "Published 4 March 2026",
  ])
  func `people are no agencies`(line: String) {
    #expect(credits(["The bridge is shut."], [line]).isEmpty)
  }

  @Test func `the agency of the dateline has the name that the report gives it`() {
    #expect(
      credits([
        "SALTPORT, Norland (CNA) — The bridge is shut.",
        "The Coastal News Agency was told so by the mayor.",
      ]) == ["whole Coastal News Agency"])
  }

  @Test func `the place of the dateline is none`() {
    #expect(credits(["SALTPORT — The bridge is shut."]).isEmpty)
  }

  @Test func `an agency that somebody spoke to has the quotation alone`() {
    #expect(
      credits(["The mayor told AP that the bridge was shut."]) == ["quotation Associated Press"])
    #expect(
      credits(["\"It is shut,\" he told the Coastal News Agency."])
        == ["quotation Coastal News Agency"])
    #expect(credits(["She told Ana Ruiz that it was shut.", "He told US officers."]).isEmpty)
  }

  @Test func `an agency in parentheses closes a paragraph, and other short names do not`() {
    #expect(credits(["The mayor shut the bridge on Monday. (Reuters)"]) == ["whole Reuters"])
    #expect(credits(["It was built by the Norland Roads Office (NRO)."]).isEmpty)
  }

  @Test func `a credit points at the name`() {
    let text = report(["The bridge is shut."], credits: ["With files from the Coastal News Agency"])
    #expect(words(Credits(text).all.first?.span, in: text) == "Coastal News Agency")
  }

  @Test func `an agency's own report has its full name, and a credit line is told once`() {
    var own = report(["SALTPORT (CNA) — The bridge is shut."]).report
    own.publisher = Stated("Coastal News Agency", from: .meta)
    own.credit = ["CNA"]
    #expect(Credits(Text(own)).all.map(\.name) == ["Coastal News Agency"])
    var other = report(["It is shut."], credits: ["With files from Lowland Wire"]).report
    other.credit = ["With files from Lowland Wire"]
    #expect(Credits(Text(other)).all.map(\.scope) == [.files])
  }

  @Test func `what only the page's data says has no place`() {
    var own = report(["The bridge is shut."]).report
    own.byline = Stated(["Coastal News Agency"], from: .jsonLD)
    let credits = Credits(Text(own)).all
    #expect(credits == [Credit(name: "Coastal News Agency", scope: .whole)])
  }
}
