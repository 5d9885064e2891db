import Glibc

/// A point on Earth, in degrees (WGS 84), north and east positive.
public struct Point: Sendable, Hashable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The great-circle distance in kilometres, on a sphere of radius 6371 km.
  ///
  /// Source: the haversine formula.
  public func distance(to other: Point) -> Double {
    let radians = Double.pi / 180
    let north = (other.latitude - latitude) * radians
    let east = (other.longitude - longitude) * radians
    let chord =
      sin(north / 2) * sin(north / 2)
      + cos(latitude * radians) * cos(other.latitude * radians) * sin(east / 2) * sin(east / 2)
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}
