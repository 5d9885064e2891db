import Testing

@testable import QuothReport

struct SetPhrasesTests {
  private func verdict(_ text: String) -> SetPhrases.Verdict? {
    SetPhrases.verdict(on: Array(text.utf8), wordCount: text.split(separator: " ").count)
  }

  @Test(arguments: [
    "Advertisement", "[ADVERTISEMENT]", "Sign up for our morning letter",
    "READ MORE: Ferry resumes",
    "Follow the Herald on Facebook, Twitter and by pigeon.", "Don’t have it yet? Subscribe now!",
  ])
  func `invitations are furniture`(text: String) {
    #expect(verdict(text) == .furniture)
  }

  @Test(arguments: ["More from Harbour Herald", "You may also like…", "DON’T MISS"])
  func `heads of link lists are known`(text: String) {
    #expect(verdict(text) == .furnitureHead)
  }

  @Test(arguments: [
    "(Reporting by Ana Ruiz; editing by Mira Lind)", "With files from the Coastal News Agency",
    "Tomas O’Dell contributed reporting from Eastmoor.",
  ])
  func `contributor lines are credits`(text: String) {
    #expect(verdict(text) == .credit)
  }

  @Test func `picture lines are known by their first word`() {
    #expect(verdict("Image: Ida Holm") == .pictureCredit)
    #expect(verdict("Pictured: the bridge on Tuesday") == .caption)
  }

  @Test(arguments: [
    "Ministers signed up to the plan on Tuesday, Brandt said.",
    "Trends are clear, the ministry said.",
    "“Read my lips,” Maric said.", "Shares fell.",
  ])
  func `running text is left alone`(text: String) {
    #expect(verdict(text) == nil)
  }
}
