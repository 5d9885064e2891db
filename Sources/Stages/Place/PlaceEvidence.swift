/// The weights of what stands around a name, for and against its being a place's.
///
/// Countries and large towns are places unless something speaks against it; a small town whose name is
/// a surname or a word as well has to be shown to be one.
struct PlaceEvidence {
  private(set) var weight = 0.0

  init(_ sentence: SentencePlaces, _ match: SentencePlaces.Match, after last: SentencePlaces.Match?)
  {
    let words = sentence.words
    let first = match.range.lowerBound
    let end = match.range.upperBound
    let isOne = match.range.count == 1
    let left = words[first - 1].flatMap { $0.isWord ? $0 : nil }
    let right = words[end].flatMap { $0.isWord ? $0 : nil }

    weight += Self.base(match)
    let isPlain = !match.places.contains {
      $0.entry.kind == .country || $0.entry.kind == .region || $0.entry.size > 165
    }
    if !isOne { weight += 1 }
    if match.lookup.isWord { weight -= words.isFirst(first) || words.isTitle || !isOne ? 3 : 1.5 }
    let isDotted = match.name.utf8.filter { $0 == UInt8(ascii: ".") }.count > 1
    if match.range.allSatisfy({ words.words[$0].isInCapitals }), isPlain, !isDotted,
      !words.isInCapitals,
      !words.isTitle, !words.isFirst(first), last?.range.upperBound != first - 1
    {
      weight -= 2
    }

    // Before it.
    var isShown = false
    if let left {
      isShown = PlaceWords.spatial.contains(left.lower)
      if isShown { weight += 1.5 }
      if PlaceWords.wide.contains(left.lower) { weight += left.lower == "of" ? 0.3 : 0.7 }
      if left.lower == "of", let kind = words[first - 2], PlaceWords.kinds.contains(kind.lower) {
        isShown = true
        weight += 1.5
      }
      if left.isCapital, PeopleNames.isTitle(left.lower) { weight -= isPlain ? 4 : 1 }
      if left.isCapital, isOne, last?.range.upperBound != first {
        let before = sentence.gazetteer.look(up: left.text)
        let isInitial = left.text.utf8.count == 2 && left.text.utf8.last == UInt8(ascii: ".")
        if before.isGivenName || isInitial {
          weight -= isPlain ? 4 : 2
        } else if isPlain, !words.isTitle, !isShown, !left.isJoined, !words.isFirst(first - 1) {
          weight -= 1.5
        }
      }
    }

    // After it.
    if let right, right.isCapital, !right.isJoined {
      if PlaceWords.streets.contains(right.lower) {
        weight -= 6
      } else if PlaceWords.things.contains(right.lower) {
        weight -= isPlain ? 2 : 0.5
      } else if isOne, match.lookup.isGivenName, !words.isTitle,
        isPlain || sentence.gazetteer.look(up: right.text).isFamilyName
      {
        weight -= 3
      }
    }
    if let right, isPlain, PlaceWords.speech.contains(right.lower) { weight -= 2 }
    if isPlain, words.isMark(end, ","), let age = words[end + 1], Int(age.text) != nil,
      words.isMark(end + 2, ",")
    {
      weight -= 4
    }

    // In itself.
    let isCountry = match.places.contains { $0.entry.kind == .country || $0.entry.kind == .region }
    if isOne, !isCountry, sentence.people.contains(words.words[first].lower) { weight -= 2.5 }
    if isOne, isPlain {
      if match.lookup.isGivenName {
        weight -= isShown ? 0.5 : 2
      } else if match.lookup.isFamilyName {
        weight -= isShown ? 0 : 0.7
      }
    }
  }

  /// What kind and size say of a name alone.
  private static func base(_ match: SentencePlaces.Match) -> Double {
    match.places.map { place in
      switch (place.kind, place.entry.kind) {
      case (.adjective, _): 2
      case (_, .country), (.short, _): 3
      case (.own, .region): 2
      case (.own, .admin1): place.entry.size > 150 ? 2 : 0.5
      case (.own, .admin2): match.range.count > 1 ? 3 : -1
      case (.other, .admin1) where match.name.utf8.filter { $0 == UInt8(ascii: ".") }.count > 1: 2
      case (.other, .admin1), (.other, .admin2): place.entry.size > 133 ? 0.3 : -1
      case (.own, .town): town(place.entry.size)
      case (_, .town): place.entry.size > 150 ? town(place.entry.size) - 1 : -2
      default: -1
      }
    }.max() ?? 1
  }

  /// 2 for half a million people, 0 for fifteen thousand, -1 for two thousand.
  private static func town(_ size: Int) -> Double {
    switch size {
    case 151...: 2
    case 133...: 1
    case 111...: 0.3
    case 96...: -0.3
    default: -1
    }
  }
}
