import QuothReport
public import QuothText

/// Reads the places of a report: finds their names and decides which places they are.
///
///     let reader = PlaceReader(try Gazetteer(path: "Lexicons/places/places.bin"))
///     reader.places(in: Text(report)).first?.country     // "NOR"
///
/// Pure: the same text and gazetteer give the same places.
public struct PlaceReader: Sendable {
  private let finder: PlaceFinder
  private let resolver: PlaceResolver

  public init(_ gazetteer: Gazetteer) {
    finder = PlaceFinder(gazetteer)
    resolver = PlaceResolver(gazetteer)
  }

  /// The places of a report, in order of their first mention.
  ///
  /// - Parameters:
  ///   - names: The report's names, where something else has found them.
  ///   - countries: ISO 3166 alpha-3 codes of the countries of those who act in it.
  public func places(
    in text: Text, names: [TypedName] = [], countries: [String] = []
  ) -> [Place] {
    let hints = PlaceResolver.Hints(
      url: text.report.url?.value, publisher: text.report.publisher?.value, countries: countries)
    return resolver.resolve(mentions: finder.mentions(in: text, names: names), hints: hints)
  }
}
