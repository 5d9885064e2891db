/// What a sentence, a statement or a report means, as a vector of length 1 in one byte a dimension.
///
/// Source: the sentence vectors of MiniLM (Reimers and Gurevych 2019), rounded to 255 steps; the cosine of two
/// keeps its first two digits.
public struct Meaning: Sendable, Hashable {
  public let bytes: [Int8]
  private let length: Float

  /// - Parameter vector: of any length; one of zeros means nothing and is near nothing.
  public init(_ vector: [Float]) {
    let most = vector.reduce(0) { max($0, abs($1)) }
    self.init(bytes: most > 0 ? vector.map { Int8(($0 / most * 127).rounded()) } : [])
  }

  public init(bytes: [Int8]) {
    self.bytes = bytes
    length = bytes.reduce(Float(0)) { $0 + Float($1) * Float($1) }.squareRoot()
  }

  public static let none = Meaning(bytes: [])

  /// The cosine of the angle between two, -1 to 1; 0 where either means nothing.
  public func nearness(to other: Meaning) -> Double {
    guard length > 0, other.length > 0, bytes.count == other.bytes.count else { return 0 }
    var sum: Int32 = 0
    for index in bytes.indices { sum &+= Int32(bytes[index]) &* Int32(other.bytes[index]) }
    return Double(Float(sum) / (length * other.length))
  }

  /// The direction of several together.
  public static func mean(of meanings: [Meaning]) -> Meaning {
    guard let count = meanings.first(where: { $0.length > 0 })?.bytes.count else { return .none }
    var sum = [Float](repeating: 0, count: count)
    for meaning in meanings where meaning.bytes.count == count {
      for index in sum.indices { sum[index] += Float(meaning.bytes[index]) / meaning.length }
    }
    return Meaning(sum)
  }
}
