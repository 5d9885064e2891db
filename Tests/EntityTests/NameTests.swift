import Foundation
import QuothAnnotation
import QuothReport
import Testing

@testable import QuothEntity

@Suite("Names of one somebody")
struct NameTests {
  @Test func `a surname, an honorific and initials are the person named in full before`() throws {
    let sample = Sample(
      """
      Jonas K. Rey runs the yard. Rey, a builder by trade, took it over in spring.

      "It leaks," Mr. Rey said. J. Rey signed the paper, and Jonas took the key.
      """, speakers: ["Mr. Rey"])
    let rey = try sample.entity("Jonas K. Rey")
    #expect(sample.mentions(rey) == ["Jonas K. Rey", "Rey", "Rey", "J. Rey", "Jonas"])
    #expect(rey.gender == .male)
  }

  @Test func `a headline's surname is the one person of that name below`() throws {
    let sample = Sample(
      "Tveit leaves the lighthouse\n\nRagna Tveit lit the lamp. Tveit was the last.",
      speakers: ["Tveit"])
    #expect(sample.mentions(try sample.entity("Ragna Tveit")) == ["Tveit", "Ragna Tveit", "Tveit"])
  }

  @Test func `a family name with a small word is the one person of that name`() throws {
    let sample = Sample(
      """
      Mayor Hanna de Ruyter left the harbour on Monday. "It was calm," De Ruyter said.

      "Too calm," Al Brandt said.
      """, speakers: ["De Ruyter| said", "Al Brandt| said"])
    let mayor = try sample.entity("Hanna de Ruyter")
    #expect(sample.mentions(mayor) == ["Hanna de Ruyter", "De Ruyter"])
    #expect(sample.mentions(try sample.entity("Al Brandt")) == ["Al Brandt"])
  }

  @Test func `a surname that two share goes to the one last mentioned`() throws {
    let sample = Sample(
      """
      Petra Aune met her brother Jens Aune on the pier. Aune had no coat.

      Petra Aune gave him hers. "I was warm," Aune said.
      """, speakers: ["Aune| said"])
    let petra = try sample.entity("Petra Aune")
    let jens = try sample.entity("Jens Aune")
    #expect(sample.mentions(jens) == ["Jens Aune", "Aune"])
    #expect(sample.mentions(petra) == ["Petra Aune", "Petra Aune", "Aune"])
    #expect(jens.gender == .male)
  }

  @Test func `an honorific chooses between two of one family`() throws {
    let sample = Sample(
      """
      Petra Rey, his wife, and Tomas Rey bought the mill. Mrs Rey keeps the books.

      Mr Rey turns the stone.
      """)
    #expect(sample.mentions(try sample.entity("Petra Rey")) == ["Petra Rey", "Rey"])
    #expect(sample.mentions(try sample.entity("Tomas Rey")) == ["Tomas Rey", "Rey"])
  }

  @Test func `a headline's surname that two share stays open`() throws {
    let sample = Sample(
      "Aune wins\n\nPetra Aune and her cousin Jens Aune both rowed.", speakers: ["Aune| wins"])
    #expect(sample.entities("Aune").count == 1)
    #expect(sample.mentions(try sample.entity("Petra Aune")) == ["Petra Aune"])
    #expect(sample.mentions(try sample.entity("Jens Aune")) == ["Jens Aune"])
  }

  @Test(arguments: [
    ("Mayor Ana Orlová", "Mayor Ana Orlova"), ("General Han Jae-un", "General Han Jae Un"),
    ("Mayor Muhammad Qasir", "Mayor Mohammed Kasir"), ("Dr. Nils Østby", "Dr. Nils Ostby"),
  ])
  func `accents, hyphens and transliterations are one name`(_ first: String, _ second: String) {
    let sample = Sample("\(first) opened the fair. Later \(second) closed it.")
    #expect(sample.reading.entities.filter { $0.type == .person }.count == 1)
  }

  @Test func `a slip is joined and told`() throws {
    let sample = Sample(
      """
      Leo Marusic won the open. He moves fast.

      "My hands were cold," Maruschic said. Marusic then left.
      """, speakers: ["Maruschic"])
    let leo = try sample.entity("Leo Marusic")
    #expect(sample.mentions(leo) == ["Leo Marusic", "Maruschic", "Marusic"])
    #expect(leo.mentions.map(\.isMisspelt) == [false, true, false])
    #expect(leo.name == "Leo Marusic")
  }

  @Test func `look-alike: a name like another's that the report introduces is nobody's slip`() {
    let sample = Sample(
      """
      Jan Berg sells rope. Lars Borg, a sailor, buys it.

      "It holds," Borg said. Captain Burg said nothing.
      """, speakers: ["Borg| said", "Burg| said"])
    #expect(sample.reading.entities.allSatisfy { !$0.mentions.contains(where: \.isMisspelt) })
    #expect(sample.speakers(0).map(\.name) == ["Lars Borg"])
  }

  @Test func `look-alike: first names of different people are not one person`() {
    let sample = Sample("Mayor Ana Ruiz met Ana Lund, a nurse. Mayor Ivo Ruiz did not come.")
    #expect(sample.reading.entities.filter { $0.type == .person }.count == 3)
  }

  @Test func `a body is called by its last words and by its initials`() throws {
    let sample = Sample(
      """
      The Veyra Harbour Workers Union called a strike. The Union meets on Monday.

      VHWU asked for coats. A report by the Harbour Workers Union is due.
      """)
    let union = try sample.entity("VHWU")
    #expect(sample.mentions(union).count == 4)
    #expect(union.type == .organisation)
  }

  @Test func `a capital at the beginning of a sentence makes no name`() {
    let sample = Sample(
      "Rescuers searched the valley. Yesterday it rained. \"Nobody slept,\" one said. Trains stood still."
    )
    #expect(sample.reading.entities.isEmpty)
  }

  @Test func `a company introduced as one is no person`() throws {
    let sample = Sample(
      "The company, Orlec Stone, said it would dig.", speakers: ["The company, Orlec Stone,"])
    #expect(try sample.entity("Orlec Stone").type == .organisation)
  }
}
