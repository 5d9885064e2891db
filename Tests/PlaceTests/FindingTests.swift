import QuothPlace
import Testing

/// Which words of a report are names of places.
@Suite("Finding places")
struct FindingTests {
  private func found(_ words: String, names: [TypedName] = []) throws -> [String] {
    try places(words, names: names).flatMap { $0.words(in: words) }
  }

  @Test(arguments: [
    ("The ferry left for Gdańsk and returned to Stockholm.", ["Gdańsk", "Stockholm"]),
    ("Floods in Bangladesh reached Dhaka on Friday.", ["Bangladesh", "Dhaka"]),
    ("The Lagos-based firm hired forty people.", ["Lagos"]),
    ("Norwegian officials opened the road.", ["Norwegian"]),
    ("A bus from Stratford-upon-Avon was late.", ["Stratford-upon-Avon"]),
  ])
  func `names and adjectives are found`(words: String, expected: [String]) throws {
    #expect(try found(words) == expected)
  }

  @Test(arguments: [
    "Mr. Lincoln opened the meeting and Lincoln closed it.",
    "Ana Houston, 44, a driver, said the road was dark. Houston called for lamps.",
    "The shop on Boston Road burned down.",
    "They will meet in March, and again in August.",
    "Mobile phones were taken away. Reading is taught here.",
    "Soldiers waited at the border. The ship sailed north and the train stopped.",
    "The western districts and the north voted early.",
    "Virginia Lund won the race, and Lund thanked her sister.",
    "The form must be completed in English.",
  ])
  func `people, streets, months, words and vague places are none`(words: String) throws {
    #expect(try found(words) == [])
  }

  @Test func `a city behind a firm's word is not`() throws {
    #expect(try found("Florence Industries closed its plant.") == [])
  }

  @Test func `a town's name within a body's is none, unless it begins it or a word leads to it`()
    throws
  {
    let words = "She told the Harbour Post and the Bank of Ohio."
    let names = [
      typed("Harbour Post", .organisation, in: words),
      typed("Bank of Ohio", .organisation, in: words),
    ]
    #expect(try found(words, names: names) == ["Ohio"])
  }

  @Test func `lists of counties are read with their noun`() throws {
    let words = "Snow fell in Berks, Lehigh and Bucks counties overnight."
    let found = try places(words)
    #expect(found.map(\.name) == ["Berks County", "Lehigh County", "Bucks County"])
    #expect(found.allSatisfy { $0.precision == .admin1 && $0.country == "USA" })
  }

  @Test func `a river known by its noun alone has neither point nor country`() throws {
    let found = try places("The boat sank in the Marrowgate River.")
    let river = try #require(found.first)
    #expect(found.count == 1)
    #expect(river.name == "Marrowgate River")
    #expect(river.point == nil && river.country == nil && river.precision == nil)
  }

  @Test func `a name that is known to be a person's is no place`() throws {
    let words = "In the evening Vienna spoke in Geneva."
    #expect(try found(words) == ["Vienna", "Geneva"])
    #expect(try found(words, names: [typed("Vienna", .person, in: words)]) == ["Geneva"])
  }

  @Test func `a name that is known to be a place's is one`() throws {
    let words = "Mobile was closed."
    #expect(try found(words) == [])
    #expect(try found(words, names: [typed("Mobile", .place, in: words)]) == ["Mobile"])
  }

  @Test func `what acts as a state is no small town of its name`() throws {
    let words = "Talks were held in Norland before dawn."
    #expect(try found(words) == ["Norland"])
    #expect(try found(words, names: [typed("Norland", .state, in: words)]) == [])
  }
}
