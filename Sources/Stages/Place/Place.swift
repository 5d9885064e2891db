public import QuothReport

/// A place that a report speaks of, however often it names it.
public struct Place: Sendable, Hashable {
  /// How closely the point of a place is known.
  public enum Precision: String, Sendable, Hashable {
    /// A town.
    case point
    /// A state, province, county or district; the point is the middle of its towns.
    case admin1
    /// A country, or a region within one; the point of a country is the middle of its outline.
    case country
  }

  /// Its index in the list of places.
  public var id: Int
  /// Where the report names it, in text order.
  public var mentions: [Span]
  /// As the gazetteer spells it.
  public var name: String
  public var geonames: Int?
  /// Nil for rivers, seas, mountains and regions: a point for them would be false.
  public var point: Point?
  /// ISO 3166 alpha-3; nil where it lies in several countries or in none.
  public var country: String?
  /// Nil for what lies in several countries.
  public var precision: Precision?

  public init(
    id: Int, mentions: [Span], name: String, geonames: Int? = nil, point: Point? = nil,
    country: String? = nil, precision: Precision? = nil
  ) {
    self.id = id
    self.mentions = mentions
    self.name = name
    self.geonames = geonames
    self.point = point
    self.country = country
    self.precision = precision
  }
}
