import QuothPlace

/// Which country a point lies in, by the nearest town.
struct NearestTown {
  private struct Square: Hashable {
    var latitude: Int
    var longitude: Int
  }

  private let gazetteer: Gazetteer
  private var squares: [Square: [GazetteerEntry]] = [:]
  private var countries: [Int: String] = [:]

  /// - Complexity: O(n) in places of the gazetteer.
  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    for entry in gazetteer.entries {
      if entry.kind == .country, let id = entry.geonames {
        countries[id] = gazetteer.country(of: entry)
      }
      guard entry.kind == .town, let point = entry.point else { continue }
      squares[Self.square(point), default: []].append(entry)
    }
  }

  private static func square(_ point: Point) -> Square {
    Square(
      latitude: Int(point.latitude.rounded(.down)), longitude: Int(point.longitude.rounded(.down)))
  }

  /// The country of the nearest town within about three degrees; nil where there is none.
  func country(at point: Point) -> String? {
    let middle = Self.square(point)
    var best: (distance: Double, entry: GazetteerEntry)?
    for north in -3...3 {
      for east in -3...3 {
        let square = Square(latitude: middle.latitude + north, longitude: middle.longitude + east)
        for entry in squares[square] ?? [] {
          let distance = entry.point.map { $0.distance(to: point) } ?? .infinity
          if distance < best?.distance ?? .infinity { best = (distance, entry) }
        }
      }
    }
    return best.flatMap { gazetteer.country(of: $0.entry) }
  }

  /// The country of a GeoNames id.
  func country(geonames: Int) -> String? { countries[geonames] }
}
