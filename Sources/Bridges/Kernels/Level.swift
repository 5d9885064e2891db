import CQuothDNNL

/// What a processor can do for the vector functions; each level has all of the one before.
enum Level: Int, CaseIterable, Comparable, CustomStringConvertible, Sendable {
  case plain, avx2, avx512

  /// The highest level of this processor.
  static let best = Level(rawValue: Int(quoth_best_level().rawValue)) ?? .plain

  /// The levels of this processor that have vector functions.
  static var vectors: [Level] { allCases.filter { .plain < $0 && $0 <= .best } }

  static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }

  var description: String {
    switch self {
    case .plain: "no vector functions of our own"
    case .avx2: "AVX2"
    case .avx512: "AVX-512"
    }
  }

  var c: quoth_level { quoth_level(UInt32(rawValue)) }
}
