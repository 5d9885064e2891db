/// How many columns of a terminal words take, and words made safe to show there.
public enum TerminalText {
  /// The width of a text on one line: wide East Asian characters and emoji take two columns,
  /// combining marks and joiners none.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width($1) }
  }

  static func width(_ character: Character) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return 0 }
    if first.value < 0x80, scalars.next() == nil { return 1 }
    let isEmoji = character.unicodeScalars.contains {
      $0.value == 0xFE0F || ($0.value > 0x1F000 && $0.properties.isEmojiPresentation)
    }
    if isEmoji || isWide(first) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The text on one line, with everything a terminal would obey or reorder taken out: controls
  /// become U+FFFD, marks of writing direction vanish.
  public static func safe(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.singleLine.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      case 0..<0x20, 0x7F..<0xA0: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
  }

  /// East Asian Wide and Fullwidth. Source: EastAsianWidth.txt of Unicode 15.1, blocks joined.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F2FF,
    0x20000...0x3FFFD,
  ]
}
