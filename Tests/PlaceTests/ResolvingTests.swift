import QuothPlace
import Testing

/// Which place a name means.
@Suite("Resolving places")
struct ResolvingTests {
  private func place(
    _ name: String, in words: String, url: String? = nil, publisher: String? = nil
  ) throws -> Place {
    let found = try places(words, url: url, publisher: publisher)
    return try #require(found.first { $0.words(in: words).contains(name) })
  }

  @Test func `alone a name is the largest place of its name`() throws {
    let paris = try place("Paris", in: "She flew to Paris on Monday.")
    #expect(paris.country == "FRA")
    #expect(paris.precision == .point)
    #expect(paris.geonames == 2_988_507)
  }

  @Test(arguments: [
    ("Springfield", "The mayor of Springfield, Ill., resigned.", 39.8, -89.6),
    ("Springfield", "The mayor of Springfield, MO, resigned.", 37.2, -93.3),
    ("Paris", "A fair opened in Paris, Texas, on Sunday.", 33.7, -95.5),
    ("Alexandria", "Police in Alexandria (Romania) found it.", 44.0, 25.3),
    ("Vienna", "Virginia's Vienna has a new library.", 38.9, -77.3),
    ("Birmingham", "Rain fell on Birmingham in Alabama all night.", 33.5, -86.8),
  ])
  func `what a place is said to lie in decides`(
    name: String, words: String, latitude: Double, longitude: Double
  ) throws {
    let point = try #require(try place(name, in: words).point)
    #expect(point.distance(to: Point(latitude: latitude, longitude: longitude)) < 30)
  }

  @Test func `a small town that nothing else speaks for is none`() throws {
    #expect(try places("A goat was seen in Kell on Monday.").isEmpty)
    #expect(try place("Kell", in: "A goat was seen in Kell, Germany, on Monday.").country == "DEU")
  }

  @Test func `one report can speak of two places of one name`() throws {
    let words = "Paris, Texas, has a tower, and so has Paris, France."
    let found = try places(words).filter { $0.name == "Paris" }
    #expect(found.map(\.country) == ["USA", "FRA"])
  }

  @Test func `neighbours decide`() throws {
    let words = "The road joins Athens with Watkinsville, Winder and Jefferson."
    let athens = try place("Athens", in: words)
    #expect(athens.country == "USA")
    let point = try #require(athens.point)
    #expect(point.distance(to: Point(latitude: 33.96, longitude: -83.38)) < 30)
  }

  @Test func `the dateline decides`() throws {
    let words = "TOLEDO, Spain — The old bridge is shut.\nToledo's mayor said nothing."
    let toledo = try place("Toledo", in: words)
    #expect(toledo.country == "ESP")
    #expect(toledo.mentions.count == 2)
  }

  @Test func `the publisher's town decides`() throws {
    let words = "The council of Manchester met on Tuesday."
    #expect(try place("Manchester", in: words).country == "GBR")
    let url = "https://www.nashuadailynews.com/local/42"
    #expect(try place("Manchester", in: words, url: url).country == "USA")
    #expect(try place("Manchester", in: words, publisher: "The Nashua Herald").country == "USA")
  }

  @Test func `the country of the address decides`() throws {
    let words = "A school in Hamilton was closed."
    #expect(try place("Hamilton", in: words).country == "CAN")
    #expect(try place("Hamilton", in: words, url: "https://herald.co.nz/a").country == "NZL")
  }

  @Test(arguments: [("Georgia", "Tbilisi", "country"), ("Georgia", "Atlanta and Macon", "admin1")])
  func `a name of a country and a state goes with its towns`(
    name: String, towns: String, precision: String
  ) throws {
    let words = "Trains between \(towns) were late, and all of \(name) waited."
    #expect(try place(name, in: words).precision?.rawValue == precision)
  }

  @Test(arguments: [("Washington", -77.04), ("New York", -74.0)])
  func `alone such a name is the town rather than the state`(name: String, longitude: Double) throws
  {
    let found = try place(name, in: "He left for \(name) at noon.")
    #expect(found.precision == .point)
    #expect(abs(try #require(found.point).longitude - longitude) < 0.2)
  }

  @Test func `a country is never a point`() throws {
    for name in ["Mexico", "Luxembourg", "Singapore", "Jordan", "Lebanon"] {
      #expect(try place(name, in: "Ministers from \(name) will attend.").precision == .country)
    }
  }

  @Test func `a region of one country has its country and no point`() throws {
    let siberia = try place("Siberia", in: "Fires burn in Siberia.")
    #expect(siberia.country == "RUS")
    #expect(siberia.precision == .country)
    #expect(siberia.point == nil)
  }

  @Test func `names of one place are joined, in text order`() throws {
    let words = "LAGOS — Rain fell. In Lagos, markets closed, and Nigerian flights to Lagos waited."
    let found = try places(words)
    #expect(found.map(\.name) == ["Lagos", "Nigeria"])
    #expect(found[0].words(in: words) == ["LAGOS", "Lagos", "Lagos"])
    #expect(found.map(\.id) == [0, 1])
  }
}
