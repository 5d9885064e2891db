/// What a place name is looked up by: ASCII letters and digits in lower case, words divided by one
/// blank.
///
/// Accents go, full stops and apostrophes too; other signs divide words. *Saint*, *Mount* and *Fort*
/// become *st*, *mt* and *ft*. Nil for names of other scripts.
///
///     PlaceKey("Saint-Étienne", in: file)?.bytes     // "st etienne"
struct PlaceKey: Hashable {
  let bytes: [UInt8]

  init?(_ name: some StringProtocol, in file: GazetteerFile) {
    var words: [[UInt8]] = [[]]
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].append(UInt8(scalar.value))
      case "A"..."Z": words[words.count - 1].append(UInt8(scalar.value) | 0x20)
      case ".", "'", "’", "‘", "ʻ", "ʼ", "`", "´", "\u{300}"..."\u{36F}": continue
      case "\0"..."\u{7F}", "–", "—", "‐", "‑", "·", "\u{A0}", "\u{2028}": words.append([])
      default:
        guard let letters = file.fold(scalar) else { return nil }
        words[words.count - 1] += letters
      }
    }
    let named = words.filter { !$0.isEmpty }.map { Self.shortened[$0] ?? $0 }
    guard !named.isEmpty else { return nil }
    bytes = Array(named.joined(separator: [UInt8(ascii: " ")]))
  }

  private static let shortened: [[UInt8]: [UInt8]] = [
    Array("saint".utf8): Array("st".utf8), Array("sainte".utf8): Array("ste".utf8),
    Array("mount".utf8): Array("mt".utf8), Array("fort".utf8): Array("ft".utf8),
  ]
}
