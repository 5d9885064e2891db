import QuothAnnotation
import Testing

@testable import QuothEntity

@Suite("Roles as stated")
struct RoleTests {
  @Test(arguments: [
    ("Deputy Minister Orlov left.", "Orlov", ["Deputy Minister"]),
    ("They met Spanish Foreign Minister Ana Orlova.", "Ana Orlova", ["Foreign Minister of Spain"]),
    (
      "Norway's deputy foreign minister Ana Orlova spoke.", "Ana Orlova",
      ["deputy foreign minister of Norway"]
    ),
    ("The mayor, Ana Ruiz, opened the fair.", "Ana Ruiz", ["mayor"]),
    ("Ana Ruiz, the daughter of Norwegian farmers, opened the fair.", "Ana Ruiz", ["daughter"]),
    ("Jan Lund, eight years his brother's senior, resigned.", "Jan Lund", []),
    ("Its director, Jan Lund, resigned.", "Jan Lund", ["director"]),
    (
      "Tomas Rey, a senior fellow with the Harbour Institute, wrote it.", "Tomas Rey",
      ["senior fellow of Harbour Institute"]
    ),
    ("Jonas Eide, 44, a driver from Kell, waited.", "Jonas Eide", ["driver of Kell"]),
    ("Ilse Brandt, who is a surgeon, came.", "Ilse Brandt", ["surgeon"]),
    (
      "Ilse Brandt is a fellow at the Harbour Institute.", "Ilse Brandt",
      ["fellow of Harbour Institute"]
    ),
    (
      "They heard Harbour Institute director Ana Ruiz.", "Ana Ruiz",
      ["director of Harbour Institute"]
    ),
    ("President Ana Ruiz of Norway spoke.", "Ana Ruiz", ["President of Norway"]),
    ("Secretary of State Ana Ruiz left.", "Ana Ruiz", ["Secretary of State"]),
    (
      "The army's spokesperson, Colonel Ilse Brandt, left.", "Ilse Brandt",
      ["spokesperson", "Colonel"]
    ),
    ("Former president Ivo Maric left.", "Ivo Maric", ["former: Former president"]),
    (
      "Former Norwegian minister Ivo Maric left.", "Ivo Maric",
      ["former: Former Norwegian minister of Norway"]
    ),
    ("The NATO secretary-general, Jan Lund, left.", "Jan Lund", ["secretary-general of NATO"]),
    ("UN Secretary-General Jan Lund left.", "Jan Lund", ["Secretary-General of UN"]),
    (
      "They asked Jan Lund, an analyst at Harbour Research.", "Jan Lund",
      ["analyst of Harbour Research"]
    ),
    ("Norway's ex-president Ivo Maric left.", "Ivo Maric", ["former: ex-president of Norway"]),
    ("Then-minister Ivo Maric signed it.", "Ivo Maric", ["former: Then-minister"]),
    ("Acting director Ivo Maric signed it.", "Ivo Maric", ["acting: Acting director"]),
    (
      "They met Ivo Maric, the acting head of the Harbour Institute.", "Ivo Maric",
      ["acting: acting head of Harbour Institute"]
    ),
    ("President-elect Ivo Maric signed it.", "Ivo Maric", ["designate: President-elect"]),
  ])
  func `a role is what the report states`(_ text: String, _ name: String, _ roles: [String]) throws
  {
    let sample = Sample(text)
    #expect(sample.roles(try sample.entity(name)) == roles)
  }

  @Test(arguments: [
    ("Mr. Lund waited in the rain.", "Lund"),
    ("Hanna Moe, a driver for Lund Ferries, came late.", "Lund Ferries"),
    ("Ana Ruiz, a long way from home, sat down.", "Ana Ruiz"),
    ("Ana Ruiz, Mayor Jan Lund and a driver came.", "Ana Ruiz"),
    ("Ana Ruiz, the ship, sank off Kell.", "Ana Ruiz"),
    ("The report angered the minister and Ana Ruiz, 44.", "Ana Ruiz"),
  ])
  func `look-alike: no role`(_ text: String, _ name: String) throws {
    let sample = Sample(text)
    #expect(sample.roles(try sample.entity(name)) == [])
  }

  @Test func `an unnamed source has the role and the state that its words give`() throws {
    let sample = Sample(
      "Spain's transport ministry met. The ministry's spokeswoman said no. Two Sudland officials agreed. Sudland's army left.",
      speakers: [
        "Spain's transport ministry", "The ministry's spokeswoman", "Two Sudland officials",
      ])
    let spokeswoman = try sample.entity("The ministry's spokeswoman")
    #expect(sample.roles(spokeswoman) == ["spokeswoman of Spain's transport ministry"])
    #expect(spokeswoman.gender == .female && spokeswoman.country == "ESP")
    #expect(sample.roles(try sample.entity("Two Sudland officials")) == ["officials of Sudland"])
  }

  @Test func `somebody belongs to the state of the role`() throws {
    let sample = Sample("Norwegian Prime Minister Ana Orlova met Tomas Rey, a Spanish diplomat.")
    #expect(try sample.entity("Ana Orlova").country == "NOR")
    #expect(try sample.entity("Tomas Rey").country == "ESP")
    #expect(try sample.entity("Ana Orlova").link == nil)
  }

  @Test func `a head of government of the day is linked`() throws {
    let sample = Sample("German Chancellor Angela Merkel spoke. Merkel left.", date: "2009-03-04")
    let merkel = try sample.entity("Angela Merkel")
    #expect(merkel.link == "person:angela-merkel" && merkel.country == "DEU")
    #expect(sample.mentions(merkel) == ["Angela Merkel", "Merkel"])
  }

  @Test func `look-alike: on another day`() throws {
    let sample = Sample("Angela Merkel spoke in Berlin.", date: "1999-03-04")
    #expect(try sample.entity("Angela Merkel").link == nil)
  }

  @Test func `a gender is what the text shows`() throws {
    let sample = Sample(
      "Ana Ruiz said it was late. She added that the gate was shut.\n\nMs Lund left. Jan Berg stayed.",
      speakers: ["Ana Ruiz", "She"])
    #expect(try sample.entity("Ana Ruiz").gender == .female)
    #expect(sample.mentions(try sample.entity("Ana Ruiz")) == ["Ana Ruiz", "She"])
    #expect(try sample.entity("Lund").gender == .female)
    #expect(try sample.entity("Jan Berg").gender == nil)
  }

  @Test func `look-alike: a pronoun after somebody else was named`() throws {
    let sample = Sample(
      "Ana Ruiz said it was late. Jan Berg, a guard, shut the gate. He said nothing had been stolen.",
      speakers: ["Ana Ruiz", "He"])
    #expect(try sample.entity("Ana Ruiz").gender == nil)
    #expect(sample.speakers(1).map(\.name) == ["He"])
  }

  @Test func `unnamed sources of two sentences are two`() throws {
    let sample = Sample(
      "Analysts said rates would fall. Analysts said the bank would wait.",
      speakers: ["Analysts", "Analysts"])
    #expect(sample.speakers(0) != sample.speakers(1))
  }

  @Test func `an article binds an unnamed source to the one described so`() throws {
    let sample = Sample(
      """
      The mayor, Ana Ruiz, opened the fair. The Harbour Institute paid for it.

      The mayor said it was late. The institute said nothing.
      """, speakers: ["The mayor| said", "The institute"])
    let other = Sample(
      "Mayor Ana Ruiz met Mayor Jan Lund. The mayor was late.", speakers: ["The mayor"])
    #expect(sample.speakers(0).map(\.name) == ["Ana Ruiz"])
    #expect(sample.speakers(1).map(\.name) == ["Harbour Institute"])
    #expect(other.speakers(0).map(\.name) == ["The mayor"])
  }
}
