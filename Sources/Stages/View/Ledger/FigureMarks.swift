/// Marks the figures of one text that another one does not have.
///
///     FigureMarks("26 people", beside: "24 people").text     // "⟦26⟧ people"
struct FigureMarks {
  let text: String

  init(_ words: String, beside other: String) {
    let known = Set(other.split(separator: " ").map(Self.bare))
    text = words.split(separator: " ").map { word in
      let bare = Self.bare(word)
      guard Self.isFigure(bare), !known.contains(bare),
        let range = word.firstRange(of: bare) ?? Self.whole(word)
      else { return String(word) }
      return word[..<range.lowerBound] + "⟦" + word[range] + "⟧" + word[range.upperBound...]
    }.joined(separator: " ")
  }

  private static func whole(_ word: Substring) -> Range<String.Index>? {
    word.startIndex..<word.endIndex
  }

  /// Without the punctuation around it, in lower case.
  private static func bare(_ word: Substring) -> String {
    var word = word
    while let last = word.last, last.isPunctuation { word.removeLast() }
    while let first = word.first, first.isPunctuation { word.removeFirst() }
    return word.lowercased()
  }

  private static func isFigure(_ word: String) -> Bool {
    word.contains(where: \.isNumber)
      || word.split(separator: "-").contains { numbers.contains(String($0)) }
  }

  private static let numbers: Set<String> = [
    "no", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "hundred", "thousand", "million", "billion", "dozen", "dozens", "hundreds", "thousands",
    "half", "third", "quarter",
  ]
}
