import QuothAnnotation
import Testing

@testable import QuothEntity

@Suite("The lexicon of actors")
struct ActorLexiconTests {
  private let lexicon = Shipped.actors

  @Test(arguments: [
    ("Germany", "state:DEU"), ("Federal Republic of Germany", "state:DEU"), ("German", "state:DEU"),
    ("Côte d'Ivoire", "state:CIV"), ("Ivory Coast", "state:CIV"), ("U.S.", "state:USA"),
    ("Türkiye", "state:TUR"),
    ("Soviet Union", "state:SUN"), ("Zaire", "state:COD"), ("Pyongyang", "state:PRK"),
    ("Kyiv", "state:UKR"),
    ("the Hague", "state:NLD"), ("Downing Street", "state:GBR"), ("Elysee Palace", "state:FRA"),
    ("UN Security Council", "body:un-security-council"), ("N.A.T.O.", "body:nato"),
    ("WHO", "body:who"),
    ("Reuters", "agency:reuters"), ("Xinhua", "agency:xinhua"),
    ("Agence France Presse", "agency:afp"),
  ])
  func `a name is found in any spelling`(_ name: String, _ id: String) {
    #expect(Set(lexicon.senses(of: name).map(\.actor.id)) == [id])
  }

  @Test(arguments: ["Who", "Norland", "Sudland", "It", "Us", "Reuter", ""])
  func `look-alike: other words are no names`(_ word: String) {
    #expect(lexicon.senses(of: word).isEmpty)
  }

  @Test(arguments: [
    ("TASS", "RUS"), ("Xinhua", "CHN"), ("KCNA", "PRK"), ("IRNA", "IRN"), ("Anadolu Agency", "TUR"),
    ("Saudi Press Agency", "SAU"), ("Rossiyskaya Gazeta", "RUS"), ("Voice of America", "USA"),
  ])
  func `state media are their state's`(_ name: String, _ state: String) {
    #expect(lexicon.senses(of: name).map(\.actor.country) == [state])
  }

  @Test func `a body of several states belongs to none`() {
    #expect(lexicon.senses(of: "European Union").map(\.actor.country) == [nil])
  }

  @Test func `an adjective that two states share has both`() {
    #expect(Set(lexicon.senses(of: "Korean").map(\.actor.id)) == ["state:PRK", "state:KOR"])
  }

  @Test(arguments: ["Kim Jong Un", "Kim Jong-un", "KIM JONG UN", "Kim Jong‑Un"])
  func `people are found with hyphens and without`(_ name: String) {
    #expect(lexicon.officeholders(named: name).map(\.id) == ["person:kim-jong-un"])
  }

  @Test func `people are found with accents and without`() {
    #expect(lexicon.officeholders(named: "João Lourenço").map(\.id) == ["person:joao-lourenco"])
    #expect(lexicon.officeholders(named: "Joao Lourenco").map(\.id) == ["person:joao-lourenco"])
  }

  @Test(arguments: [("Volodymyr Zelensky", "Volodymyr Zelenskiy")])
  func `transliterations sound alike`(_ left: String, _ right: String) {
    #expect(lexicon.officeholders(sounding: left).map(\.id) == ["person:volodymyr-zelenskyy"])
    #expect(lexicon.officeholders(sounding: right).map(\.id) == ["person:volodymyr-zelenskyy"])
  }

  @Test func `offices have their days`() throws {
    let merkel = try #require(lexicon.officeholders(named: "Angela Merkel").first)
    let office = try #require(merkel.offices.first)
    #expect(office.state == "DEU" && office.begin == 20_051_122 && office.isOpen)
  }

  @Test func `a malformed file is named with its line`() {
    #expect(
      throws: LexiconError.wrongFields(file: "actors/seats.tsv", line: 1, expected: 3, found: 2)
    ) {
      try ActorLexicon { $0 == "actors/seats.tsv" ? Array("NOR\tseat\n".utf8) : [] }
    }
    #expect(
      throws: LexiconError.unknownLabel(file: "actors/states.tsv", line: 2, label: "nickname")
    ) {
      try ActorLexicon {
        $0 == "actors/states.tsv" ? Array("# note\nNOR\tnickname\tNorge\n".utf8) : []
      }
    }
  }

  @Test func `an empty lexicon knows nobody`() throws {
    let empty = try ActorLexicon { _ in [] }
    #expect(empty.senses(of: "Germany").isEmpty)
    #expect(empty.officeholders(named: "Angela Merkel").isEmpty)
  }

  @Test func `lines are in the order in which they are searched`() {
    let lines = Shipped.file("actors/people.tsv").split(separator: UInt8(ascii: "\n"))
    #expect(lines.count > 20_000)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `every person's entry can be found and read`() {
    let lines = Shipped.file("actors/people.tsv").split(separator: UInt8(ascii: "\n"))
    for line in lines {
      let key = String(decoding: line.prefix { $0 != 9 }, as: UTF8.self)
      guard !key.hasPrefix("~") else { continue }
      let found = lexicon.officeholders(named: key)
      #expect(!found.isEmpty && found.allSatisfy { !$0.offices.isEmpty }, "\(key)")
    }
  }
}
