import QuothSyntax
/// The name of a person, taken apart: *Jonas K. Rey*, *J. Rey*, *Kim Jong-un*.
struct PersonName: Hashable {
  /// Words as keys, honorifics and "Jr" left out.
  private(set) var words: [String]
  /// Whether several words are the family name alone: *De Blasio* beside *Bill de Blasio*.
  var isFamilyAlone = false

  init(_ name: String) {
    words = NameKey(name).words.map(String.init).filter { !Self.suffixes.contains($0) }
  }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii"]

  var isFull: Bool { words.count > 1 && !isFamilyAlone }

  /// Whether it begins as many family names do, and a few first names.
  var beginsWithParticle: Bool {
    words.count > 1 && words.first.map(Self.particles.contains) ?? false
  }

  private static let particles: Set<String> = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "la",
    "le", "ten",
    "ter", "van", "von",
  ]

  /// Whether a short name is this person's family name: its last words, or the first where the family comes
  /// first, as in *Kim Jong-un*, which a report shows by writing it so.
  func hasFamily(_ short: PersonName) -> Bool {
    isFull && short.words.count < words.count
      && Array(words.suffix(short.words.count)) == short.words
  }

  func hasGiven(_ short: PersonName) -> Bool {
    isFull && short.words.count == 1 && words.first == short.words.first
  }

  /// Whether two full names may be one person's: the same family, and first names of which one is the other,
  /// its initial, or a transliteration of it.
  func agrees(with other: PersonName) -> Bool {
    guard let first = words.first, let otherFirst = other.words.first else { return false }
    if words == other.words || words.joined() == other.words.joined() { return true }
    guard isFull, other.isFull else { return false }
    if let sound, sound == other.sound { return true }
    guard words.last == other.words.last else { return false }
    return first == otherFirst && middlesAgree(with: other)
      || (first.utf8.count == 1 || otherFirst.utf8.count == 1)
        && first.prefix(1) == otherFirst.prefix(1)
        && middlesAgree(with: other)
  }

  /// What transliterations of the name share.
  var sound: String? { NameKey(words.joined(separator: " ")).sound }

  /// Middle names agree when one has none, or all begin alike.
  private func middlesAgree(with other: PersonName) -> Bool {
    let middles = (words.dropFirst().dropLast(), other.words.dropFirst().dropLast())
    return zip(middles.0, middles.1).allSatisfy { $0.prefix(1) == $1.prefix(1) }
  }

  /// Whether a name is this one with a slip: a letter or two more, less, other or in another order, the first
  /// letter kept.
  func resembles(_ slip: PersonName) -> Bool {
    guard let family = words.last, let written = slip.words.last, family != written,
      family.utf8.first == written.utf8.first
    else { return false }
    if slip.isFull, slip.words.first != words.first { return false }
    let longer = max(family.utf8.count, written.utf8.count)
    let allowed = longer < 4 ? 1 : 2
    return longer > 2 && Self.distance(Array(family.utf8), Array(written.utf8)) <= allowed
  }

  /// Edit distance in which two neighbours that changed places count once (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { rows[row][0] = row }
    for column in 0...right.count { rows[0][column] = column }
    for row in 1...max(1, left.count) where row <= left.count {
      for column in 1...max(1, right.count) where column <= right.count {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        rows[row][column] = best
      }
    }
    return rows[left.count][right.count]
  }
}
