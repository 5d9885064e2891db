import Glibc

/// Decides which place each mention means, from the other places of the report, the dateline, what the
/// mention is said to lie in, and how many people live there.
///
/// Every name starts with a share for each place it may mean, by size. Then the shares of all names
/// are counted by country, division and neighbourhood, and given to each name's places that lie there;
/// after a few rounds each name has one that stands out. Sure ground such as the dateline or *Saltport,
/// Norland* counts more.
///
///     PlaceResolver(gazetteer).resolve(mentions: finder.mentions(in: text))
public struct PlaceResolver: Sendable {
  private let gazetteer: Gazetteer

  public init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// What is known about a report beside its text.
  public struct Hints: Sendable {
    /// The address the report came from.
    public var url: String?
    public var publisher: String?
    /// ISO 3166 alpha-3 codes of the countries of those who act in it.
    public var countries: [String]

    public init(url: String? = nil, publisher: String? = nil, countries: [String] = []) {
      self.url = url
      self.publisher = publisher
      self.countries = countries
    }
  }

  /// The places of a report, in order of their first mention.
  ///
  /// Mentions of one place are joined, whatever their words. A mention that nothing supports is left
  /// out, and so is one whose name the gazetteer does not know, unless its form shows a river or
  /// mountain.
  public func resolve(mentions: [PlaceMention], hints: Hints = Hints()) -> [Place] {
    let publisher = PublisherPlaces(hints, gazetteer)
    var names = Names(mentions, publisher: publisher.towns, gazetteer)
    for _ in 0..<Self.rounds {
      let ground = Ground(names, countries: publisher.countries)
      names.update(on: ground)
    }
    return places(names, mentions)
  }

  /// Rounds after which shares have settled.
  private static let rounds = 4

  private func places(_ names: Names, _ mentions: [PlaceMention]) -> [Place] {
    var places: [Place] = []
    var known: [Int: Int] = [:]
    var features: [String: Int] = [:]
    for (index, mention) in mentions.enumerated() {
      guard names.isKept(index) else { continue }
      guard let entry = names.choice(of: index) else {
        guard mention.kind == .feature else { continue }
        let id = features[mention.name] ?? places.count
        features[mention.name] = id
        if id == places.count {
          places.append(Place(id: id, mentions: [], name: mention.name))
        }
        places[id].mentions.append(mention.span)
        continue
      }
      let id = known[entry.record] ?? places.count
      known[entry.record] = id
      if id == places.count { places.append(place(entry, id: id)) }
      places[id].mentions.append(mention.span)
    }
    return places
  }

  private func place(_ entry: GazetteerEntry, id: Int) -> Place {
    let country = gazetteer.country(of: entry)
    let precision: Place.Precision? =
      switch entry.kind {
      case .town: .point
      case .admin1, .admin2: .admin1
      case .country: .country
      case .region: country == nil ? nil : .country
      }
    return Place(
      id: id, mentions: [], name: gazetteer.name(of: entry), geonames: entry.geonames,
      point: entry.point, country: country, precision: precision)
  }
}
