import Glibc

/// How much of a report plays in each country, division and neighbourhood.
struct Ground {
  private var countries: [Int: Double] = [:]
  private var admin1: [Int: Double] = [:]
  private var admin2: [Int: Double] = [:]
  /// By square of one degree.
  private var squares: [Square: Double] = [:]
  /// Countries, by number, that the report has to do with for other reasons.
  private let known: Set<Int>

  private struct Square: Hashable {
    var latitude: Int
    var longitude: Int
  }

  init(_ names: Names, countries known: Set<Int>) {
    self.known = known
    for name in names.names {
      // What may be no place says little about where others are.
      let weight = name.evidence < 0.5 ? 0.3 * name.weight : name.weight
      add(name, times: weight)
    }
  }

  private mutating func add(_ name: Names.Name, times weight: Double) {
    for candidate in name.candidates {
      let mass = weight * candidate.share
      let entry = candidate.entry
      if let country = entry.country { countries[country, default: 0] += mass }
      if let division = entry.kind == .admin1 ? entry.record : entry.admin1 {
        admin1[division, default: 0] += mass
      }
      if let division = entry.kind == .admin2 ? entry.record : entry.admin2 {
        admin2[division, default: 0] += mass
      }
      if let square = Self.square(of: entry) { squares[square, default: 0] += mass }
    }
  }

  private static func square(of entry: GazetteerEntry) -> Square? {
    guard entry.kind == .town || entry.kind == .admin2, let point = entry.point else { return nil }
    return Square(
      latitude: Int(point.latitude.rounded(.down)), longitude: Int(point.longitude.rounded(.down)))
  }

  /// What the report, but for the name itself, says for a place.
  func support(for entry: GazetteerEntry, without name: Names.Name) -> Double {
    let weight = name.evidence < 0.5 ? 0.3 * name.weight : name.weight
    let own = name.candidates
    func rest(_ mass: Double?, where isSame: (GazetteerEntry) -> Bool) -> Double {
      let mine = own.filter { isSame($0.entry) }.map(\.share).reduce(0, +) * weight
      return max(0, (mass ?? 0) - mine)
    }
    var support = 0.0
    if let country = entry.country {
      let mass = rest(countries[country]) { $0.country == country }
      support += 1.4 * log(1 + mass) + (known.contains(country) ? 1 : 0)
    }
    if let division = entry.kind == .admin1 ? entry.record : entry.admin1 {
      let mass = rest(admin1[division]) {
        ($0.kind == .admin1 ? $0.record : $0.admin1) == division
      }
      support += 2.2 * log(1 + mass)
    }
    if let division = entry.kind == .admin2 ? entry.record : entry.admin2 {
      let mass = rest(admin2[division]) {
        ($0.kind == .admin2 ? $0.record : $0.admin2) == division
      }
      support += 0.8 * log(1 + mass)
    }
    if let square = Self.square(of: entry) {
      var mass = 0.0
      for north in -1...1 {
        for east in -1...1 {
          mass +=
            squares[
              Square(latitude: square.latitude + north, longitude: square.longitude + east),
              default: 0]
        }
      }
      let near = rest(mass) { other in
        guard let other = Self.square(of: other) else { return false }
        return abs(other.latitude - square.latitude) < 2
          && abs(other.longitude - square.longitude) < 2
      }
      support += 1.5 * log(1 + near)
    }
    return support
  }
}
