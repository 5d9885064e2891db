/// What BERT's uncased tokenizer makes of one scalar: clean, lower case, without accents.
///
/// Read from ``SubwordTables``, which were asked of the original tokenizer scalar by scalar, so
/// that both follow the same release of Unicode.
struct Normalisation {
  enum Kind: Sendable {
    /// Part of a word.
    case letter
    case space
    /// A word of its own: punctuation and ideographs.
    case punctuation
    case dropped
  }

  let kind: Kind
  /// What the scalar becomes, up to three scalars; 0 stands for none.
  let scalars: (UInt32, UInt32, UInt32)

  /// - Complexity: O(1) for ASCII and Hangul, O(log n) in runs of the tables otherwise.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      kind = Self.ascii[Int(value)]
      scalars = (0x41...0x5A ~= value ? value | 0x20 : value, 0, 0)
    } else if Self.hangul.contains(value) {
      kind = .letter
      scalars = Self.jamo(value)
    } else {
      self = Self.lookUp(value)
    }
  }

  private init(_ kind: Kind, _ first: UInt32, _ second: UInt32 = 0) {
    self.kind = kind
    scalars = (first, second, 0)
  }

  /// The kinds of runs, by their number in ``SubwordTables``.
  private enum Run: UInt32 {
    case kept, removed, space, ideograph, punctuation, mapped, alternating, pair
  }

  private static func lookUp(_ value: UInt32) -> Normalisation {
    let runs = SubwordTables.runs
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle] & 0xFF_FFFF <= value { low = middle } else { high = middle }
    }
    let offset = value - runs[low] & 0xFF_FFFF
    let target = SubwordTables.targets[low]
    switch Run(rawValue: runs[low] >> 24) {
    case .kept, nil: return Normalisation(.letter, value)
    case .removed: return Normalisation(.dropped, 0)
    case .space: return Normalisation(.space, 0)
    case .ideograph: return Normalisation(.punctuation, target + offset)
    case .punctuation: return Normalisation(.punctuation, value)
    case .mapped:
      let mapped = target + offset
      return Normalisation(mapped < 0x80 ? ascii[Int(mapped)] : .letter, mapped)
    case .alternating: return Normalisation(.letter, offset % 2 == 0 ? value + 1 : value)
    case .pair:
      let pair = SubwordTables.pairs[Int(target)]
      return Normalisation(.letter, pair.0, pair.1)
    }
  }

  private static let ascii: [Kind] = (0..<128).map { value in
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20: .space
    case 0..<0x20, 0x7F: .dropped
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    default: .punctuation
    }
  }

  private static let hangul: Range<UInt32> = 0xAC00..<0xD7A4

  /// The conjoining letters of a Hangul syllable (The Unicode Standard, section 3.12).
  private static func jamo(_ value: UInt32) -> (UInt32, UInt32, UInt32) {
    let index = value - hangul.lowerBound
    let trailing = index % 28
    return (
      0x1100 + index / 588, 0x1161 + index % 588 / 28, trailing == 0 ? 0 : 0x11A7 + trailing
    )
  }
}
