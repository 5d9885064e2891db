/// A paragraph of at most some sixty words, looked at as a whole: a headline, a byline, a credit.
struct ShortPassage {
  /// Bytes beyond which a paragraph is running text, whatever its words.
  static let limit = 600

  /// The words with single spaces, without the marks of emphasis or brackets round the whole.
  let text: String
  let words: [Substring]
  let folded: String
  /// Bytes of ``folded``.
  private let bytes: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    var text = Wording.tidy(String(decoding: bytes.prefix(Self.limit), as: UTF8.self))[...]
    while let first = text.first, "*_([".contains(first), let last = text.last,
      "*_)].".contains(last)
    {
      text = text.dropFirst()
      while let last = text.last, "*_)]".contains(last) { text = text.dropLast() }
    }
    self.text = String(text)
    words = self.text.split(separator: " ")
    folded = self.text.lowercased()
    self.bytes = Array(folded.utf8)
  }

  /// Whether it ends as sentences do: a full stop, question or exclamation mark, perhaps within
  /// quotation marks or brackets.
  var endsSentence: Bool {
    guard let last = text.last(where: { !"\"'”’»)]".contains($0) }) else { return false }
    return ".!?…".contains(last)
  }

  /// Whether more than one sentence stands in it.
  var hasInnerSentenceEnd: Bool {
    zip(words, words.dropFirst()).contains { word, next in
      guard let last = word.last(where: { !"\"'”’)".contains($0) }), ".!?".contains(last) else {
        return false
      }
      return word.count > 4 && next.first.map { $0.isUppercase || "\"“'‘".contains($0) } ?? false
    }
  }

  /// Part of the words of four and more letters that begin with a capital, 0 to 1.
  var capitalShare: Double {
    let long = words.filter { $0.count >= 4 && ($0.first?.isLetter ?? false) }
    guard !long.isEmpty else { return 0 }
    return Double(long.count { $0.first?.isUppercase ?? false }) / Double(long.count)
  }

  /// Whether it is no sentence but a line of names, numbers and small words that join them, as
  /// bylines and credits are.
  var isNominal: Bool {
    words.allSatisfy { word in
      let core = word.drop { "(\"“‘'|·•".contains($0) }
      guard let first = core.first else { return true }
      return first.isUppercase || !first.isLetter
        || Self.joining.contains(core.lowercased().filter(\.isLetter))
    }
  }

  func begins(with leads: [String]) -> Bool { leads.contains { folded.hasPrefix($0) } }

  /// Whether one of some phrases stands in it, or in so many of its last bytes.
  func contains(anyOf phrases: [String], inLast count: Int = .max) -> Bool {
    let tail = bytes.suffix(count)
    return phrases.contains { phrase in
      let phrase = phrase.utf8
      return tail.indices.contains {
        tail[$0] == phrase.first && tail[$0...].starts(with: phrase)
      }
    }
  }

  /// Words in small letters that stand between names in bylines and datelines.
  private static let joining: Set<String> = [
    "a", "am", "and", "at", "bureau", "by", "chief", "columnist", "contributor", "correspondent",
    "da", "de", "del",
    "desk", "der", "diplomatic", "di", "du", "editor", "el", "for", "foreign", "from", "in", "la",
    "last", "le", "min", "national",
    "news", "of", "on", "opinion", "pm", "political", "posted", "published", "read", "reporter",
    "senior",
    "special", "staff", "st", "nd", "rd", "th", "team", "the", "to", "updated", "van", "von",
    "with", "writer", "y",
  ]
}
