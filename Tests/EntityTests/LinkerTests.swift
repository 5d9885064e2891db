import QuothAnnotation
import Testing

@testable import QuothEntity

@Suite("The linker")
struct LinkerTests {
  private let linker = Linker(Shipped.actors)

  private func link(
    _ name: String, _ date: String?, roles: [Linker.StatedRole] = [], states: Set<String> = []
  ) -> String? {
    linker.officeholder(
      named: [name], roles: roles, in: Linker.Context(published: date, states: states))?.id
  }

  private let chancellor = Linker.StatedRole("Chancellor", state: "DEU")

  @Test func `somebody in office on the day is linked`() {
    #expect(link("Angela Merkel", "2009-03-04", roles: [chancellor]) == "person:angela-merkel")
    #expect(link("Angela Merkel", "2009-03-04T10:00:00Z") == "person:angela-merkel")
  }

  @Test func `look-alike: not before the office began`() {
    #expect(link("Angela Merkel", "2003-03-04") == nil)
    #expect(link("Kim Jong-un", "2009-03-04") == nil)
  }

  @Test func `beyond the reach of a source the report has to say so`() {
    #expect(link("Angela Merkel", "2016-03-04") == nil)
    #expect(link("Angela Merkel", "2016-03-04", roles: [chancellor]) == "person:angela-merkel")
  }

  @Test func `the newest source holds until another comes`() {
    #expect(link("Keir Starmer", "2026-08-01") == "person:keir-starmer")
  }

  @Test func `former officeholders are linked where the report says former`() {
    let former = Linker.StatedRole("former president", standing: .former, state: "FRA")
    #expect(link("Nicolas Sarkozy", "2019-05-05", roles: [former]) == "person:nicolas-sarkozy")
    #expect(link("Nicolas Sarkozy", "2019-05-05") == nil)
    #expect(link("Nicolas Sarkozy", "1999-05-05", roles: [former]) == nil)
  }

  @Test func `look-alike: the office of another state`() {
    #expect(link("Angela Merkel", "2009-03-04", roles: [.init("minister", state: "AUT")]) == nil)
  }

  @Test func `look-alike: another calling`() {
    #expect(link("Angela Merkel", "2009-03-04", roles: [.init("driver")]) == nil)
    #expect(link("Angela Merkel", "2009-03-04", roles: [.init("mayor", state: "DEU")]) == nil)
  }

  @Test func `somebody little known needs the state in the report`() {
    #expect(link("Maciej Nowicki", "2008-06-01") == nil)
    #expect(link("Maciej Nowicki", "2008-06-01", states: ["POL"]) == "person:maciej-nowicki")
    #expect(link("Maciej Nowicki", "2012-06-01", states: ["POL"]) == nil)
  }

  @Test func `a surname needs a title of government`() {
    #expect(link("Merkel", "2009-03-04", roles: [chancellor]) == "person:angela-merkel")
    #expect(link("Merkel", "2009-03-04") == nil)
    #expect(link("Merkel", "2009-03-04", roles: [.init("coach")]) == nil)
  }

  @Test func `look-alike: a surname of several in office stays open`() {
    #expect(link("Kim", "2026-01-05", roles: [.init("prime minister")]) == nil)
  }

  @Test func `without a date the report has to state office and state`() {
    #expect(link("Angela Merkel", nil) == nil)
    #expect(link("Angela Merkel", nil, roles: [chancellor]) == "person:angela-merkel")
  }

  @Test func `a transliteration needs the state`() {
    let president = Linker.StatedRole("president", state: "UKR")
    #expect(
      link("Volodymyr Zelenskiy", "2022-05-05", roles: [president]) == "person:volodymyr-zelenskyy")
    #expect(link("Volodymyr Zelenskiy", "2022-05-05") == nil)
  }

  @Test(arguments: ["Ana Orlova", "Ivo Maric", "Jonas Eide", "Tomas Rey", "Ilse Brandt"])
  func `look-alike: people who are in no list`(_ name: String) {
    #expect(
      link(name, "2009-03-04", roles: [.init("minister")], states: ["ESP", "NOR", "HRV"]) == nil)
  }

  @Test(arguments: ["yesterday", "2009", "", "2009-13"])
  func `a date that is none is no date`(_ date: String) {
    #expect(Linker.Context(published: date, states: []).day == nil)
  }
}
