import QuothAnnotation
import QuothReport
import QuothStatement
import QuothText
import QuothTime

/// What the views ask of a reading: its words, its sources, who stands inside whom, and where.
///
/// Total: an identifier that the reading does not hold is nobody, and a circle of parents is cut.
struct ReadingIndex: Sendable {
  let reading: Reading
  let words: Words
  let quoted: QuotedWords
  /// Sources in the order of their first attribution.
  let sources: [Source]
  /// For each attribution, its source as an index into ``sources``.
  let sourceOf: [Int]
  /// For each attribution, the one it stands in.
  let parents: [Int?]

  /// Everybody whom the report names with the same entities, with the same words, or at the same
  /// place, as in "an aide confirmed one thing but denied another".
  struct Source: Sendable {
    /// The entity's name, or the words of the report; empty when it names nobody.
    var name: String
    /// What the report says of them, and what kind of source they are: `spokesperson`, `unnamed`.
    var notes: [String]
    var isUnnamed: Bool
    /// In text order.
    var attributions: [Int]

    var isNobody: Bool { name.isEmpty }
  }

  init(_ reading: Reading) {
    self.reading = reading
    words = Words(reading.report.text)
    quoted = QuotedWords(reading.text, words: words)
    (sources, sourceOf) = Self.sources(of: reading, words: words)
    parents = Self.parents(of: reading.attributions)
  }

  /// Whom the words went through, from the outermost source to the one of this attribution.
  func chain(_ attribution: Int) -> [Source] {
    layers(attribution).map { sources[sourceOf[$0]] }
  }

  /// The attributions that this one stands in, from the outermost on, and itself.
  func layers(_ attribution: Int) -> [Int] {
    var layers = [attribution]
    while let parent = parents[layers[layers.count - 1]] { layers.append(parent) }
    return layers.reversed()
  }

  /// Whose claim the content of an attribution is.
  func holder(of attribution: Int) -> Claim.Holder {
    sources[sourceOf[attribution]].isNobody ? .nobody : .source(sourceOf[attribution])
  }

  /// A named source with the first of its offices and callings before it, in the words of the report alone.
  func title(ofSource source: Int) -> String {
    let (name, isUnnamed) = (sources[source].name, sources[source].isUnnamed)
    let entities = reading.attributions[sources[source].attributions[0]].sourceEntities
    guard !isUnnamed, entities.count == 1, reading.entities.indices.contains(entities[0]),
      let role = reading.entities[entities[0]].roles.first
    else { return name }
    return words.line(role.span) + " " + name
  }

  /// The year of publication.
  var publicationYear: Int? {
    (reading.report.published?.value).flatMap { CalendarDay($0)?.year }
  }

  /// Whether words hold a negation themselves.
  func isNegated(_ spans: [Span]) -> Bool {
    spans.contains { span in
      reading.text.tokens(overlapping: span).contains {
        Self.negations.contains(words[reading.text.tokens[$0].span].lowercased())
      }
    }
  }

  private static let negations: Set<String> = [
    "not", "n't", "n’t", "no", "never", "nobody", "none", "nothing", "neither", "nor", "nowhere",
    "without", "cannot", "hardly", "scarcely",
  ]

  /// To whom, when, where and with what reservation it was said; words of the report and dates.
  func circumstances(_ attribution: Attribution) -> [String] {
    var circumstances = attribution.addressee.compactMap { id in
      reading.entities.indices.contains(id) ? "to \(reading.entities[id].name.singleLine)" : nil
    }
    if let time = attribution.saidWhen {
      circumstances.append(
        ShortTime(time, near: publicationYear)?.words ?? words.line(time.span))
    }
    return circumstances + (attribution.venue + attribution.caveats).map(words.line)
  }

  // MARK: Sources

  private static func sources(of reading: Reading, words: Words) -> ([Source], [Int]) {
    enum Key: Hashable {
      case entities([Entity.ID])
      case words(String)
    }
    var sources: [Source] = []
    var wordings: [[String]] = []
    var positions: [Key: Int] = [:]
    var mentions: [[Span]: Int] = [:]
    var sourceOf: [Int] = []
    for (index, attribution) in reading.attributions.enumerated() {
      let entities = attribution.sourceEntities.filter(reading.entities.indices.contains)
      let wording = words.line(attribution.source)
      let key = entities.isEmpty ? Key.words(wording.lowercased()) : .entities(entities)
      let position: Int
      if let known = positions[key] ?? mentions[attribution.source] {
        position = known
      } else {
        position = sources.count
        positions[key] = position
        let names = entities.map { reading.entities[$0].name.singleLine }
        let isPronoun =
          !entities.isEmpty
          && entities.allSatisfy { entity in
            let mentions = reading.entities[entity].mentions
            return !mentions.isEmpty && mentions.allSatisfy { $0.kind == .pronoun }
          }
        sources.append(
          Source(
            name: names.isEmpty ? wording : names.joined(separator: " and "),
            notes: isPronoun ? ["pronoun, not resolved"] : [],
            isUnnamed: attribution.sourceType.isUnnamed, attributions: []))
        wordings.append([])
      }
      if !attribution.source.isEmpty { mentions[attribution.source] = position }
      sources[position].attributions.append(index)
      sources[position].isUnnamed = sources[position].isUnnamed || attribution.sourceType.isUnnamed
      wordings[position].append(wording)
      sourceOf.append(position)
    }
    for position in sources.indices {
      if sources[position].isUnnamed { sources[position].notes.append("unnamed") }
      let first = reading.attributions[sources[position].attributions[0]]
      let roles =
        first.sourceEntities.count == 1
        ? Self.roles(of: first.sourceEntities[0], in: reading, words: words) : []
      let title = description(of: sources[position].name, in: wordings[position])
      // "Its spokesperson" says less than whose, where that is known.
      let pointsBack = ["its ", "his ", "her ", "their "].contains {
        title?.lowercased().hasPrefix($0) == true
      }
      if let title, !(pointsBack && !roles.isEmpty) {
        sources[position].notes.append(title)
      } else if !sources[position].isUnnamed {
        sources[position].notes += roles
      }
    }
    return (sources, sourceOf)
  }

  /// Offices and callings as the report states them, with whose they are.
  private static func roles(of id: Entity.ID, in reading: Reading, words: Words) -> [String] {
    guard reading.entities.indices.contains(id) else { return [] }
    var roles: [String] = []
    for role in reading.entities[id].roles {
      let body = role.of.flatMap {
        reading.entities.indices.contains($0) ? reading.entities[$0] : nil
      }
      let words = words.line(role.span)
      let told = body.map { words.contains($0.name) ? words : "\(words) of \($0.name.singleLine)" }
      roles.append(told ?? words)
    }
    // What a longer one says is said: "minister" beside "Sudland's foreign minister".
    return roles.enumerated().filter { number, role in
      !roles.enumerated().contains { other, longer in
        other != number && " \(longer) ".lowercased().contains(" \(role) ".lowercased())
          && (longer.utf8.count > role.utf8.count || other < number)
      }
    }.map(\.element)
  }

  /// What the longest wording says beside the name: "spokesperson", "Sudland's foreign minister".
  ///
  /// A wording that runs on from the name is kept whole, since its words are of something else than
  /// what is named: "Norland exporters" are not Norland, nor is "the minister’s office" the minister.
  static func description(of name: String, in wordings: [String]) -> String? {
    let longest = wordings.max { $0.utf8.count < $1.utf8.count } ?? ""
    let whole = Array(longest.utf8)
    let part = Array(name.utf8)
    guard !part.isEmpty, part.count < whole.count,
      let start = (0...(whole.count - part.count)).first(where: {
        whole[$0..<($0 + part.count)].elementsEqual(part)
      })
    else { return nil }
    let before = apposed(String(decoding: whole[..<start], as: UTF8.self))
    let after = String(decoding: whole[(start + part.count)...], as: UTF8.self)
    let possessive = ["'s", "’s", "'", "’"].first { after.hasPrefix($0) }
    let following = after.dropFirst(possessive?.count ?? 0)
    let isTheNameAlone = following.allSatisfy { !$0.isLetter && !$0.isNumber }
    if isTheNameAlone, possessive != nil { return before.isEmpty ? nil : before }
    if possessive != nil || runsOn(following) { return longest.trimmedOfPunctuation }
    let rest = [before, told(after)].filter { !$0.isEmpty }
    return rest.isEmpty ? nil : rest.joined(separator: ", ")
  }

  /// What stands before a name, without others that it was singled out of: "leaders — and, in particular, Speaker".
  private static func apposed(_ before: String) -> String {
    var own = Substring(before)
    for mark in [" — ", " – ", " - ", "in particular, ", "notably ", "including ", "especially "] {
      if let range = own.firstRange(of: mark) { own = own[range.upperBound...] }
    }
    return String(own).trimmedOfPunctuation
  }

  /// What stands behind a name, without what it did: "Tomas Rey, a clerk, who remembered it", "Rey, with help".
  private static func told(_ after: String) -> String {
    var own = Substring(after)
    for word in ["who", "whom", "whose", "which", "with", "by", "as"] {
      for end in [" ", ","] {
        if let range = own.firstRange(of: ", " + word + end) { own = own[..<range.lowerBound] }
      }
    }
    let first = own.split(separator: " ").first
    return first.map { ["with", "by", "as", "on", "to"].contains($0) } == true
      ? "" : String(own).trimmedOfPunctuation
  }

  /// Whether words go straight on from a name with a further noun, rather than with a comma, or with a
  /// phrase about who is named: "in Veyra", "who leads the opposition".
  private static func runsOn(_ following: Substring) -> Bool {
    guard following.first == " ", let word = following.split(separator: " ").first else {
      return false
    }
    let phrases: Set<Substring> = [
      "of", "in", "at", "from", "for", "with", "on", "to", "near", "by", "as", "who", "whom",
      "whose",
      "which", "that", "and", "or", "himself", "herself", "itself", "themselves",
    ]
    return word.allSatisfy(\.isLetter) && word.first?.isLowercase == true && !phrases.contains(word)
  }

  // MARK: Layers

  private static func parents(of attributions: [Attribution]) -> [Int?] {
    var parents = attributions.enumerated().map { index, attribution in
      attribution.parent.flatMap { attributions.indices.contains($0) && $0 != index ? $0 : nil }
    }
    for start in parents.indices {
      var seen: Set<Int> = [start]
      var layer = start
      while let parent = parents[layer] {
        if !seen.insert(parent).inserted {
          parents[layer] = nil
          break
        }
        layer = parent
      }
    }
    return parents
  }
}

extension String {
  /// Without white space, commas, dashes and brackets at its edges, and without a leading "the".
  fileprivate var trimmedOfPunctuation: String {
    let edges: Set<Unicode.Scalar> = [" ", ",", ";", ":", "-", "–", "—", "(", ")"]
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, edges.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, edges.contains(last) { scalars.removeLast() }
    let trimmed = String(scalars)
    return trimmed.lowercased() == "the" ? "" : trimmed
  }
}
