import Foundation
import QuothPlace
import QuothSystem
import Testing

@Suite("The gazetteer")
struct GazetteerTests {
  let gazetteer: Gazetteer

  init() throws {
    gazetteer = try Shipped.gazetteer()
  }

  @Test(arguments: ["Kraków", "Krakow", "KRAKÓW", "Cracow"])
  func `a town is found whatever its accents, letters and language`(name: String) throws {
    let town = try #require(gazetteer.candidates(named: name).first { $0.kind == .town })
    #expect(gazetteer.name(of: town) == "Kraków")
    #expect(gazetteer.country(of: town) == "POL")
    #expect(town.geonames == 3_094_802)
  }

  @Test(arguments: [
    ("St. Louis", "Saint Louis"), ("Mt. Pleasant", "Mount Pleasant"), ("Ft Worth", "Fort Worth"),
    ("Winston-Salem", "Winston Salem"), ("Coeur d'Alene", "Coeur d’Alene"),
  ])
  func `short and long spellings lead to the same places`(left: String, right: String) {
    let found = gazetteer.candidates(named: left)
    #expect(!found.isEmpty)
    #expect(found == gazetteer.candidates(named: right))
  }

  @Test func `a country has its code, its id and the middle of its land`() throws {
    let country = try #require(gazetteer.candidates(named: "Poland").first)
    #expect(country.kind == .country)
    #expect(gazetteer.country(of: country) == "POL")
    #expect(country.geonames == 798_544)
    let middle = try #require(country.point)
    #expect(middle.distance(to: Point(latitude: 52, longitude: 19.4)) < 100)
    #expect(gazetteer.country(code: "POL") == country)
    #expect(gazetteer.country(code: "PL") == country)
  }

  @Test func `a state has an id and the middle of its towns`() throws {
    let state = try #require(gazetteer.candidates(named: "Texas").first)
    #expect(state.kind == .admin1)
    #expect(state.geonames == 4_736_286)
    let middle = try #require(state.point)
    #expect(middle.distance(to: Point(latitude: 31.3, longitude: -98.8)) < 161)
  }

  @Test(arguments: ["Danube", "Baltic Sea", "Alps", "Middle East", "Europe"])
  func `rivers, seas, mountains and regions have no point`(name: String) throws {
    let region = try #require(gazetteer.candidates(named: name).first)
    #expect(region.kind == .region)
    #expect(region.point == nil)
    #expect(gazetteer.country(of: region) == nil)
  }

  @Test(arguments: [
    "", " ", "Saltport", "Жытомир", "x", "--", String(repeating: "a b ", count: 200),
  ])
  func `what is no name of a place leads nowhere`(name: String) {
    #expect(gazetteer.candidates(named: name).isEmpty)
  }

  @Test func `every place is found by its own name`() {
    for (number, entry) in gazetteer.entries.enumerated() where number % 97 == 0 {
      let name = gazetteer.name(of: entry)
      #expect(gazetteer.candidates(named: name).contains(entry), "\(name)")
    }
  }

  @Test func `a gazetteer that is not there is named`() {
    let path = "/nowhere/places.bin"
    #expect(throws: PlaceError.file(.missing(path: path))) { try Gazetteer(path: path) }
  }

  @Test func `another file is no gazetteer`() {
    #expect(throws: PlaceError.notAGazetteer(path: #filePath)) { try Gazetteer(path: #filePath) }
  }

  @Test func `a damaged gazetteer gives wrong places and no crash`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID()).bin")
    defer { try? FileManager.default.removeItem(at: path) }
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: Shipped.path)))
    // Every 97th byte after the header becomes another one.
    for place in stride(from: 64, to: bytes.count, by: 97) { bytes[place] ^= 0xA5 }
    try Data(bytes).write(to: path)
    let damaged = try Gazetteer(path: path.path(percentEncoded: false))
    for name in ["Kraków", "Texas", "Paris", "Springfield", "aa", "zz", "Ostrava", "Lagos"] {
      for entry in damaged.candidates(named: name) {
        _ = damaged.name(of: entry) + (damaged.country(of: entry) ?? "")
      }
    }
    try Data(bytes.prefix(1000)).write(to: path)
    #expect(throws: PlaceError.self) { try Gazetteer(path: path.path(percentEncoded: false)) }
  }
}
