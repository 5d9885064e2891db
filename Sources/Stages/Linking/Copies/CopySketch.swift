/// What is kept of a report to find its copies among many: a few keys, and a signature of the whole.
///
/// **Keys** are fingerprints of runs of five words, chosen by winnowing: of every stretch of running
/// text at least one key is kept, wherever paragraphs begin, and two reports that share a stretch keep
/// the same ones of it. Two reports that share two keys, or one that few reports hold, are worth
/// comparing (``CopyIndex``). Runs that stand mostly within quotation marks give no key, so one
/// statement quoted in two reports does not bring them together.
///
/// A report has at most ``limit`` keys. Up to some 550 words, any run of 14 words outside quotation
/// marks that two reports share brings at least one common key; in a longer report the distance grows
/// with its length.
///
///     CopySketch(RunningWords(Text(report))).keys.count     // 64
///
/// Source: Schleimer, Wilkerson and Aiken 2003, *Winnowing* (doi:10.1145/872757.872770), robust
/// variant; Li, Owen and Zhang 2012, *One Permutation Hashing* (arXiv:1208.1259), without filling of
/// empty bins. Different: hashes are of words, and the window grows with the report.
public struct CopySketch: Sendable, Hashable {
  /// In ascending order, each once.
  public let keys: [UInt64]
  /// 16 bits of the smallest hash in each of 64 equal parts of all hashes; 0 for a part without one.
  public let signature: [UInt16]

  /// The most keys that a report has.
  public static let limit = 96
  /// Words in a run.
  static let runLength = 5
  static let smallestWindow = 10

  /// - Complexity: O(n) in words, times the few windows that are tried for a long report.
  public init(_ text: RunningWords) {
    let hashes = Hash.runs(of: Self.runLength, in: text.words.map(\.key))
    let told = Self.toldRuns(text.words).map { hashes[$0] }
    var window = Self.smallestWindow
    var keys = Self.winnowed(told, window: window)
    while keys.count > Self.limit {
      window = max(window + 1, window * keys.count / Self.limit)
      keys = Self.winnowed(told, window: window)
    }
    self.keys = keys.sorted()
    signature = Self.signature(of: hashes)
  }

  /// The runs at least half of whose words stand outside quotation marks.
  private static func toldRuns(_ words: [RunningWords.Word]) -> [Int] {
    guard words.count >= runLength else { return [] }
    var told = words[..<(runLength - 1)].count(where: \.isTold)
    return (0...words.count - runLength).filter { start in
      if words[start + runLength - 1].isTold { told += 1 }
      defer { if words[start].isTold { told -= 1 } }
      return told * 2 >= runLength
    }
  }

  /// The smallest hash of every window, the last of several equal ones.
  private static func winnowed(_ hashes: [UInt64], window: Int) -> Set<UInt64> {
    guard !hashes.isEmpty else { return [] }
    var chosen: Set<UInt64> = []
    var smallest = -1
    for end in min(window, hashes.count) - 1..<hashes.count {
      let start = max(0, end - window + 1)
      if smallest < start {
        smallest = start
        for index in start...end where hashes[index] <= hashes[smallest] { smallest = index }
      } else if hashes[end] <= hashes[smallest] {
        smallest = end
      } else {
        continue
      }
      chosen.insert(hashes[smallest])
    }
    return chosen
  }

  // MARK: The whole

  private static let bins = 64

  private static func signature(of hashes: [UInt64]) -> [UInt16] {
    var least = [UInt64](repeating: .max, count: bins)
    for hash in hashes {
      let bin = Int(truncatingIfNeeded: hash >> 58)
      least[bin] = min(least[bin], hash)
    }
    return least.map { $0 == .max ? 0 : max(1, UInt16(truncatingIfNeeded: $0)) }
  }

  /// How alike two reports are as a whole: an estimate of the share of all their runs that both have,
  /// with a standard error of about 0.06.
  ///
  /// A copy that was cut to a third is a third alike; whether one report holds the other is said by
  /// ``SharedPassages`` alone.
  public func resemblance(to other: CopySketch) -> Double {
    let pairs = zip(signature, other.signature)
    let held = pairs.count { $0 != 0 || $1 != 0 }
    guard held > 0 else { return 0 }
    return Double(pairs.count { $0 == $1 && $0 != 0 }) / Double(held)
  }

  // MARK: Bytes

  /// Version of ``bytes``, and of how keys are made: sketches of different versions share nothing.
  public static let version: UInt8 = 1

  /// For storage: the version, the signature, then the keys, all little-endian; at most 897 bytes.
  public var bytes: [UInt8] {
    [Self.version] + signature.flatMap(Self.bytes) + keys.flatMap(Self.bytes)
  }

  /// - Returns: nil for bytes of another version or length.
  public init?(bytes: [UInt8]) {
    let head = 1 + Self.bins * 2
    guard bytes.first == Self.version, bytes.count >= head, (bytes.count - head) % 8 == 0 else {
      return nil
    }
    signature = stride(from: 1, to: head, by: 2).map { Self.number(bytes[$0..<$0 + 2]) }
    keys = stride(from: head, to: bytes.count, by: 8).map { Self.number(bytes[$0..<$0 + 8]) }
  }

  private static func bytes<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Number {
    bytes.reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }
}
