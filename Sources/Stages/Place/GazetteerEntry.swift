/// A place that the gazetteer knows.
public struct GazetteerEntry: Sendable, Hashable {
  /// What a place is; a smaller raw value is a larger place.
  public enum Kind: Int, Sendable, Hashable {
    case country
    /// A first-order division: state, province.
    case admin1
    /// A second-order division: county, district.
    case admin2
    /// A river, sea, mountain or region, which never has a point.
    case region
    case town
  }

  /// Its number in the file.
  let record: Int
  public let kind: Kind
  /// The id of GeoNames, where known.
  public let geonames: Int?
  /// Of a town its point, of a division the middle of its towns by their people, of a country the
  /// middle of its largest outline.
  public let point: Point?
  /// Eight times the binary logarithm of its people.
  let size: Int
  /// The number of the country it lies in; of a country its own.
  let country: Int?
  /// The record of its first-order division.
  let admin1: Int?
  /// The record of its second-order division.
  let admin2: Int?
  /// Where its name stands in the file.
  let spelling: Int

  /// Its people's natural logarithm; 0 where unknown.
  var logarithmOfPeople: Double { Double(size) / 8 * 0.693_147_180_559_945_3 }

  /// Whether `other` is a country or division that this place lies in.
  func lies(in other: GazetteerEntry) -> Bool {
    switch other.kind {
    case .country: country == other.record && record != other.record
    case .admin1: admin1 == other.record
    case .admin2: admin2 == other.record
    case .region, .town: false
    }
  }
}
