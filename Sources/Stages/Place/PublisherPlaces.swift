/// Where the publisher of a report is at home, as far as its name and address show.
struct PublisherPlaces {
  /// Countries, by number.
  private(set) var countries: Set<Int> = []
  /// First-order divisions, by record.
  private(set) var admin1: Set<Int> = []

  init(_ hints: PlaceResolver.Hints, _ gazetteer: Gazetteer) {
    for code in hints.countries {
      if let country = gazetteer.country(code: code) { countries.insert(country.record) }
    }
    if let host = hints.url.flatMap(Self.host), let country = Self.country(of: host, gazetteer) {
      countries.insert(country)
    }
  }

  /// The host of an address, in lower case.
  private static func host(_ address: String) -> Substring? {
    let lower = address.lowercased()
    let rest = lower.firstRange(of: "://").map { lower[$0.upperBound...] } ?? lower[...]
    return rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
  }

  /// The country that the last part of a host stands for.
  private static func country(of host: Substring, _ gazetteer: Gazetteer) -> Int? {
    guard let last = host.split(separator: ".").last, last.utf8.count == 2 else { return nil }
    let code = last == "uk" ? "GB" : last.uppercased()
    return sold.contains(code) ? nil : gazetteer.country(code: code)?.record
  }

  /// Codes under which outlets of all countries have addresses.
  private static let sold: Set<String> = ["AI", "CC", "CO", "FM", "IO", "LY", "ME", "TV", "WS"]
}
