import QuothReport
import QuothText

/// Finds the names of places in one sentence.
struct SentencePlaces {
  let words: NameWords
  let gazetteer: Gazetteer
  let people: PeopleNames
  let names: [TypedName]
  /// The place of the report's dateline.
  let dateline: Span?
  let role: Block.Role
  /// How many mentions stand in the sentences before.
  let before: Int

  /// Words that lead to places.
  struct Match {
    var range: Range<Int>
    var name: String
    var places: [(entry: GazetteerEntry, kind: NameKind)]
    var lookup: Gazetteer.Lookup
    var kind: PlaceMention.Kind
  }

  mutating func read() -> [PlaceMention] {
    var mentions: [PlaceMention] = []
    var matches: [Match] = []
    var index = 0
    while index < words.words.count {
      guard let match = match(at: index, after: matches.last) else {
        index += 1
        continue
      }
      index = match.range.upperBound
      let span = words.span(match.range)
      guard let evidence = evidence(for: match, after: matches.last) else { continue }
      mentions.append(
        PlaceMention(
          span: span, name: match.name, kind: match.kind, isDateline: isDateline(match),
          evidence: evidence))
      matches.append(match)
    }
    linkContainers(&mentions, matches)
    return mentions
  }

  // MARK: Matching

  /// The longest name of a place that begins at an index.
  private func match(at index: Int, after last: Match?) -> Match? {
    if let match = named(at: index) { return match }
    guard let first = words[index], first.isWord, first.isCapital else { return nil }
    if let match = listedDivision(at: index) { return match }
    for count in stride(from: 6, through: 1, by: -1) where isName(index..<index + count) {
      let range = index..<index + count
      if let match = match(range, after: last) { return match }
    }
    return feature(at: index)
  }

  /// Whether the words could be one name by their letters: it begins and ends with a capital, and
  /// between are capitals and links.
  private func isName(_ range: Range<Int>) -> Bool {
    guard range.upperBound <= words.words.count, let last = words[range.upperBound - 1],
      last.isCapital
    else { return false }
    return words.words[range].allSatisfy { word in
      word.isWord && (word.isCapital || PlaceWords.links.contains(word.lower))
    }
  }

  private func match(_ range: Range<Int>, after last: Match?, isKnown: Bool = false) -> Match? {
    let name = words.words[range].map(\.text).joined(separator: " ")
    let lookup = gazetteer.look(up: name)
    guard !lookup.places.isEmpty, !followsSaint(range.lowerBound) else { return nil }
    let first = words.words[range.lowerBound].lower
    if range.count == 1, !isKnown,
      PlaceWords.calendar.contains(first) || PlaceWords.languages.contains(first)
        || PlaceWords.directions.contains(first) && lookup.places.first?.kind != .adjective
    {
      return nil
    }
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }.count
    let isShort = letters < 4
    var places = lookup.places.map { (entry: gazetteer.entry($0.record), kind: $0.kind) }
    let follows = last.map { isContainerPlace(range.lowerBound, after: $0) } ?? false
    let isAbbreviation =
      places.contains { $0.kind == .short }
      && (follows || isKnown && places.allSatisfy { $0.kind == .short })
    places.removeAll { ($0.kind == .short) != isAbbreviation }
    if isShort {
      guard
        words.words[range].allSatisfy({
          $0.isInCapitals || $0.text.utf8.contains(UInt8(ascii: "."))
        })
          || follows || isKnown
      else { return nil }
      // *EU* and *SWAT* are no towns, *RIO* may be one.
      places.removeAll { $0.entry.kind == .town && ($0.kind != .own || letters < 3) }
    }
    guard let best = places.first else { return nil }
    let isAdjective =
      best.kind == .adjective && !places.contains { $0.kind == .own && $0.entry.kind != .town }
    if isAdjective { places.removeAll { $0.kind != .adjective } }
    return Match(
      range: range, name: name, places: places, lookup: lookup,
      kind: isAbbreviation ? .abbreviation : isAdjective ? .adjective : .name)
  }

  /// *St. Olga's hospital* stands in no place called Olga.
  private func followsSaint(_ index: Int) -> Bool {
    var before = index - 1
    if words.isMark(before, ".") { before -= 1 }
    guard before >= 0, let word = words[before] else { return false }
    return ["st", "st.", "saint", "ste", "ste."].contains(word.lower)
  }

  /// Whether a division of the match before may stand at an index: *Saltport, Ill.*
  private func isContainerPlace(_ index: Int, after last: Match) -> Bool {
    last.range.upperBound + 1 == index && words.isMark(last.range.upperBound, ",(")
  }

  /// A place or state whose words are known from elsewhere.
  private func named(at index: Int) -> Match? {
    guard let word = words[index], !followsSaint(index),
      let known = names.first(where: {
        $0.span.start == word.span.start && ($0.kind == .place || $0.kind == .state)
      })
    else { return nil }
    var end = index
    while let next = words[end], next.span.end <= known.span.end { end += 1 }
    guard end > index else { return nil }
    let range = index..<end
    if let listed = listedDivision(at: index), listed.range == range { return listed }
    if var match = match(range, after: nil, isKnown: true) {
      if known.kind == .state, match.kind == .name { match.kind = .state }
      return match
    }
    let name = words.words[range].map(\.text).joined(separator: " ")
    let lookup = gazetteer.look(up: name)
    return Match(range: range, name: name, places: [], lookup: lookup, kind: .name)
  }

  /// A name of a list whose noun stands at its end: *Ash* and *Birch* of *Ash and Birch counties*.
  private func listedDivision(at index: Int) -> Match? {
    var end = index
    while let word = words[end], word.isWord, word.isCapital, end - index < 3 { end += 1 }
    guard end > index else { return nil }
    var next = end
    while let word = words[next], next - index < 16 {
      if let kind = PlaceWords.divisions[word.lower] {
        let name = words.words[index..<end].map(\.text).joined(separator: " ") + " " + kind
        let lookup = gazetteer.look(up: name)
        let places = lookup.places.map { (entry: gazetteer.entry($0.record), kind: $0.kind) }
        guard !places.isEmpty else { return nil }
        return Match(range: index..<end, name: name, places: places, lookup: lookup, kind: .name)
      }
      guard word.isWord ? word.isCapital || word.lower == "and" : word.text == "," else {
        return nil
      }
      next += 1
    }
    return nil
  }

  /// A river, lake or mountain that the gazetteer does not know.
  private func feature(at index: Int) -> Match? {
    guard let first = words[index], !PlaceWords.links.contains(first.lower),
      !PlaceWords.spatial.contains(first.lower) || first.lower == "lake", !words.isTitle
    else { return nil }
    var end = index
    while let word = words[end], word.isWord, word.isCapital, end - index < 4 { end += 1 }
    guard end - index > 1 else { return nil }
    let range: Range<Int>
    if PlaceWords.featuresBefore.contains(words.words[index].lower) {
      range = index..<min(end, index + 2)
    } else if let last = (index + 1..<end).last(where: {
      PlaceWords.featuresAfter.contains(words.words[$0].lower)
    }) {
      range = index..<last + 1
    } else {
      return nil
    }
    let name = words.words[range].map(\.text).joined(separator: " ")
    return Match(
      range: range, name: name, places: [], lookup: gazetteer.look(up: name), kind: .feature)
  }

  // MARK: Judging

  /// Whether a match is the place of a dateline: the report's, or one in capitals before a dash.
  private func isDateline(_ match: Match) -> Bool {
    let span = words.span(match.range)
    if let dateline, dateline.contains(span) { return true }
    guard words.words[match.range].allSatisfy(\.isInCapitals), !words.isInCapitals else {
      return false
    }
    let rest = words.words[match.range.upperBound...].prefix(8)
    return rest.contains { !$0.isWord && ["—", "–", "-", "--", "―"].contains($0.text) }
  }

  /// How surely a match names a place; nil when it surely does not.
  private func evidence(for match: Match, after last: Match?) -> Double? {
    let span = words.span(match.range)
    for name in names where name.span.overlaps(span) {
      switch name.kind {
      case .person: return nil
      case .place, .state: return PlaceMention.sure
      case .organisation where isWithin(name.span, match): return nil
      case .organisation, .other: break
      }
    }
    return PlaceEvidence(self, match, after: last).weight
  }

  /// Whether a town's name is only a later word of a body's: *Kell Post*, but not *Kell of the Bank of Kell*.
  private func isWithin(_ body: Span, _ match: Match) -> Bool {
    guard match.places.first?.entry.kind == .town, let word = words[match.range.lowerBound - 1]
    else {
      return false
    }
    return word.isWord && word.isCapital && body.contains(word.span)
  }

  // MARK: Containers

  /// Links each mention to the one it is said to lie in: *Saltport, Norland*, *Saltport in Norland*,
  /// *Saltport (Norland)*, *Norland's Saltport*.
  private func linkContainers(_ mentions: inout [PlaceMention], _ matches: [Match]) {
    for (index, (match, next)) in zip(matches, matches.dropFirst()).enumerated() {
      let between = match.range.upperBound..<next.range.lowerBound
      guard between.count == 1, let word = words[between.lowerBound] else { continue }
      let isInside = [",", "(", "in"].contains(word.text) && lies(match, in: next)
      let isOwner = ["'s", "’s", "'", "’"].contains(word.text) && lies(next, in: match)
      if isInside { mentions[index].container = before + index + 1 }
      if isOwner, mentions[index + 1].container == nil {
        mentions[index + 1].container = before + index
      }
      if isInside { mentions[index].evidence += 4 }
      if isInside, word.text != "in" { mentions[index + 1].evidence += 4 }
    }
  }

  private func lies(_ inner: Match, in outer: Match) -> Bool {
    inner.places.contains { place in outer.places.contains { place.entry.lies(in: $0.entry) } }
  }
}
