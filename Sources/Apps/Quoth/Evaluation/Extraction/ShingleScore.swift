/// How much of two texts is the same, counted in runs of four words.
///
/// Source: github.com/scrapinghub/article-extraction-benchmark, `evaluate.py`: words are runs of
/// letters, digits and underscores, case counts; a text of fewer than four words is one run.
struct ShingleScore {
  /// Part of the found runs that are wanted, 0 to 1.
  let precision: Double
  /// Part of the wanted runs that are found, 0 to 1.
  let recall: Double

  /// - Complexity: O(n) in words.
  init(found: String, wanted: String) {
    let found = Self.shingles(found)
    let wanted = Self.shingles(wanted)
    let shared = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    let foundCount = found.values.reduce(0, +)
    let wantedCount = wanted.values.reduce(0, +)
    precision = Double(shared) / Double(foundCount)
    recall = Double(shared) / Double(wantedCount)
  }

  /// How often each run of four words stands in a text; at least one, be it empty.
  private static func shingles(_ text: String) -> [[String]: Int] {
    let words = words(of: text)
    let size = min(4, words.count)
    var counts: [[String]: Int] = [:]
    for start in 0...(words.count - size) {
      counts[Array(words[start..<(start + size)]), default: 0] += 1
    }
    return counts
  }

  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split { !isWordScalar($0) }.map { String($0) }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar.properties.numericType != nil { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }
}
