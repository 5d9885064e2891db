import QuothPlace
import Testing

@Suite("Distances")
struct PointTests {
  @Test func `a quarter of the equator is a quarter of its length`() {
    let origin = Point(latitude: 0, longitude: 0)
    let quarter = origin.distance(to: Point(latitude: 0, longitude: 90))
    #expect(abs(quarter - 10_007.5) < 1)
  }

  @Test func `a distance across the date line is short`() {
    let west = Point(latitude: 10, longitude: 179.9)
    #expect(west.distance(to: Point(latitude: 10, longitude: -179.9)) < 25)
  }
}
