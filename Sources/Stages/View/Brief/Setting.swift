import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothText
import QuothTime

/// Where and when a report is set: its places as they come, its times in the order of the calendar.
struct Setting: Sendable {
  /// Names with the country they lie in.
  let places: [String]
  /// Names of places that the gazetteer does not know.
  let unknownPlaces: [String]
  let times: [String]

  var isEmpty: Bool { places.isEmpty && unknownPlaces.isEmpty && times.isEmpty }

  init(_ index: ReadingIndex) {
    let reading = index.reading
    places = Self.distinct(reading.places.map { Self.words($0, in: reading) })
    let known = reading.places.flatMap(\.mentions)
    unknownPlaces = Self.distinct(
      reading.entities.filter { entity in
        entity.type == .place && entity.mentions.contains { $0.kind == .name }
          && !entity.mentions.contains { mention in known.contains(where: mention.span.overlaps) }
      }.map(\.name.singleLine))
    let dated = reading.times.filter { $0.type == .date || $0.type == .time }
      .filter { $0.begin != nil && $0.end != nil && !Self.isByline($0, in: reading) }
      .sorted {
        ($0.begin?.number ?? 0, $0.end?.number ?? 0) < ($1.begin?.number ?? 0, $1.end?.number ?? 0)
      }
    times = Self.distinct(
      dated.compactMap { time in
        // Hours stand with the claims.
        let day = time.value.prefix { $0 != "T" }
        return ShortTime(
          value: String(day), from: time.begin, to: time.end, near: index.publicationYear)?.words
      })
  }

  /// `Saltport, Norland`: the country by the report's own name for it, or by its code.
  private static func words(_ place: Place, in reading: Reading) -> String {
    let name = place.name.singleLine
    guard let country = place.country, place.precision != .country else { return name }
    let state = reading.entities.first { $0.type == .state && $0.country == country }
    return "\(name), \(state?.name.singleLine ?? country)"
  }

  /// Whether a time is the date line of the page: where the report comes from, not what it tells.
  private static func isByline(_ time: TimeExpression, in reading: Reading) -> Bool {
    reading.text.sentences(overlapping: time.span).contains {
      reading.text.sentences[$0].role == .credit
    }
  }

  private static func distinct(_ phrases: [String]) -> [String] {
    var seen: Set<String> = []
    return phrases.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
