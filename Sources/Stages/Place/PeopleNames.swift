/// The words that a report uses as names of people: those after a given name or a title, and those
/// that speak.
struct PeopleNames {
  /// In lower case.
  private(set) var words: Set<String> = []

  init(_ sentences: [NameWords], gazetteer: Gazetteer) {
    for sentence in sentences where !sentence.isTitle {
      for index in sentence.words.indices {
        guard let last = Self.lastOfName(at: index, in: sentence, gazetteer) else { continue }
        words.insert(sentence.words[last].lower)
      }
    }
  }

  /// Whether a word, in lower case, is the surname of somebody in the report.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// The index of the surname of a person's name that begins at an index.
  private static func lastOfName(
    at index: Int, in sentence: NameWords, _ gazetteer: Gazetteer
  ) -> Int? {
    guard let first = sentence[index], first.isWord else { return nil }
    var end = index + 1
    while let word = sentence[end], word.isWord, word.isCapital, end - index < 4 { end += 1 }
    let isTitled = isTitle(first.lower) && first.isCapital
    guard end - index > 1 else { return nil }
    guard isTitled || first.isCapital && gazetteer.look(up: first.text).isGivenName else {
      return nil
    }
    // *Virginia Beach*, *Charlotte County*: a place whose first word is a given name too.
    if !isTitled, sentence.isPlace(index..<min(end, index + 2), gazetteer) { return nil }
    return end - 1
  }

  static func isTitle(_ lower: String) -> Bool {
    PlaceWords.titles.contains(lower.hasSuffix(".") ? String(lower.dropLast()) : lower)
  }
}

extension NameWords {
  /// Whether some words together are the name of a place.
  func isPlace(_ range: Range<Int>, _ gazetteer: Gazetteer) -> Bool {
    !gazetteer.look(up: words[range].map(\.text).joined(separator: " ")).places.isEmpty
  }
}
