import CQuothDNNL

/// What a processor can do for the vector functions; the greater the faster.
enum Level: Int, CaseIterable, Comparable, CustomStringConvertible, Sendable {
  case plain, avx2, avxVNNI, avx512

  /// The highest level of this processor.
  static let best = vectors.last ?? .plain

  /// The levels of this processor that have vector functions.
  static let vectors = allCases.filter { $0 > .plain && quoth_has_level($0.c) }

  static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }

  var description: String {
    switch self {
    case .plain: "plain Swift"
    case .avx2: "AVX2"
    case .avxVNNI: "AVX-VNNI"
    case .avx512: "AVX-512"
    }
  }

  var c: quoth_level { quoth_level(UInt32(rawValue)) }
}
