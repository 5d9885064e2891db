import QuothReport
import QuothText

/// Makes one of the ways in which desks write a word: *Colour* and *color*, *don’t* and *do not*,
/// *seven* and *7*, *U.S.* and *US*.
///
/// Endings are exchanged by rule, without a list of words, so some words that no desk exchanges become
/// one too (*our*, *or*); copies are told by runs of many words, where that does no harm.
struct WordFolding {
  private let whole: WordTable<UInt64> = Self.wholeWords
  private let endings = Self.britishEndings
  /// The letters of the word in hand, kept from word to word.
  private var letters: [UInt8] = []

  /// A number that is the same for all spellings of a word; nil for marks.
  ///
  /// - Complexity: O(n) in the bytes of the token.
  mutating func key(of token: Token, in bytes: [UInt8]) -> UInt64? {
    let range = token.span.range
    if let known = whole[bytes, range] { return known }
    guard token.kind != .punctuation, token.kind != .symbol else { return nil }
    readLetters(bytes, range)
    guard !letters.isEmpty else { return nil }
    if token.kind == .word, letters.count > 4 { foldEnding() }
    return Self.key(letters)
  }

  /// Letters in lower case and digits; points, commas and apostrophes go.
  private mutating func readLetters(_ bytes: borrowing [UInt8], _ range: Range<Int>) {
    letters.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x41...0x5A: letters.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A: letters.append(byte)
      case 0x80...0x9E where letters.last == 0xC3: letters.append(byte | 0x20)
      case 0xE2 where position + 1 < range.upperBound && bytes[position] == 0x80: position += 2
      case 0x80...: letters.append(byte)
      default: break
      }
    }
  }

  private mutating func foldEnding() {
    for index in 2..<letters.count - 2
    where letters[index] == UInt8(ascii: "o") && letters[index + 1] == UInt8(ascii: "u")
      && letters[index + 2] == UInt8(ascii: "r")
    {
      letters.remove(at: index + 1)
      break
    }
    let last = Int(letters[letters.count - 1]) & 31
    for (british, american) in endings[last] where letters.count > british.count + 2 {
      guard letters.suffix(british.count).elementsEqual(british) else { continue }
      letters.replaceSubrange(letters.count - british.count..<letters.count, with: american)
      return
    }
  }

  /// British endings and the American ones they are folded to, by the last letter's place in the alphabet.
  private static let britishEndings: [[([UInt8], [UInt8])]] = {
    var endings = [[([UInt8], [UInt8])]](repeating: [], count: 32)
    let rows =
      """
      isation ization|isations izations|ise ize|ised ized|ises izes|ising izing|yse yze|ysed yzed|\
      ysing yzing|tre ter|tres ters|ence ense|ences enses|ogue og|ogues ogs|amme am|ammes ams|\
      lled led|lling ling|ller ler|llers lers|wards ward
      """
    for row in rows.split(separator: "|") {
      let pair = row.split(separator: " ").map { Array($0.utf8) }
      endings[Int(pair[0][pair[0].count - 1]) & 31].append((pair[0], pair[1]))
    }
    return endings
  }()

  /// Words that stand for others as a whole: what contractions leave, numbers as they are spelled, and
  /// the signs that are read as words.
  private static let wholeWords: WordTable<UInt64> = WordTable(
    """
    n't not|'ll will|'re are|'ve have|'m am|ca can|wo will|% percent|& and|whilst while|amongst among|\
    grey gray|tonne ton|tonnes tons|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|\
    ten 10|eleven 11|twelve 12|first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th
    """.split(separator: "|").map { row in
      let pair = row.split(separator: " ")
      return (key(pair[1].utf8), String(pair[0]))
    })

  /// FNV-1a, 64 bits, with its bits spread.
  static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
    Hash.mixed(
      letters.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
  }
}
