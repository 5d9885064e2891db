import CQuothLanguage

/// The natural language of a text, as CLD2 recognises it.
///
///     Language.detect("Der Minister sagte am Dienstag, die Brücke bleibe gesperrt.")?.name     // "German"
public struct Language: Sendable, Hashable {
  /// ISO 639-1 where there is one, such as `en`; with script or region where that tells two apart,
  /// such as `zh-Hant`.
  public var code: String
  /// English name: `Portuguese`.
  public var name: String
  /// Share of the text in this language, 0 to 100.
  public var percent: Int
  /// Whether CLD2 calls its answer reliable: no for short texts and for mixtures.
  public var isReliable: Bool

  /// Names the language most of a text is in.
  ///
  /// - Returns: nil when no language is recognised, as in tables and in very short texts.
  /// - Complexity: O(n) in bytes, over the first 100,000.
  public static func detect(_ text: String) -> Language? {
    var head = Array(text.utf8.prefix(limit))
    while let last = head.last, last & 0xC0 == 0x80, head.count == limit { head.removeLast() }
    let guess = unsafe head.withUnsafeBytes { bytes -> QuothLanguageGuess? in
      guard let start = bytes.baseAddress else { return nil }
      return unsafe quoth_detect_language(
        start.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
    }
    guard let guess = unsafe guess else { return nil }
    let code = unsafe String(cString: guess.code)
    guard code != "un", unsafe guess.percent > 0 else { return nil }
    return unsafe Language(
      code: code, name: named(String(cString: guess.name)), percent: Int(guess.percent),
      isReliable: guess.isReliable)
  }

  /// CLD2 spells names in capitals, with script behind an underscore.
  private static func named(_ name: String) -> String {
    name.lowercased().split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private static let limit = 100_000
}
