import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// What a name that no lexicon knows names, as far as its words and those around it show.
struct NameTypes {
  let words: Words
  let lexicon: Lexicon
  let actors: ActorLexicon
  private let proper: ProperNames

  init(words: Words, lexicon: Lexicon, actors: ActorLexicon) {
    self.words = words
    self.lexicon = lexicon
    self.actors = actors
    proper = ProperNames(words: words, lexicon: lexicon)
  }

  /// `nil` when nothing shows it.
  func type(of name: Range<Int>) -> Entity.Kind? {
    // A name that the lexicon has and that nothing in the report supports is none.
    if proper.isState(name), actors.senses(of: words.passage.words(words.span(name))).isEmpty {
      return .state
    }
    if let apposed = apposed(name) { return apposed }
    if isEmployer(name) { return .organisation }
    if hasTitle(name) { return .person }
    if proper.isBody(name) { return .organisation }
    if isAcronym(name) { return .organisation }
    if isGeographic(name) { return .place }
    if isIntroduced(name) || isGiven(name) { return .person }
    if isLocated(name) { return .place }
    return nil
  }

  private func word(_ token: Int) -> String {
    words.lower.indices.contains(token) ? words.lower[token] : ""
  }

  /// "Mayor Ana Ruiz", "spokesman Jan Berg"
  private func hasTitle(_ name: Range<Int>) -> Bool {
    var before = word(name.lowerBound - 1)
    if before == "." { before = word(name.lowerBound - 2) }
    return isCalling(before)
  }

  /// Whether a word before a name says that it is a person's.
  func isCalling(_ word: String) -> Bool {
    lexicon.isTitle(word) || lexicon.sourceNouns[word] == .unnamedPerson
      || actors.roles.contains(word, .role) || actors.roles.contains(word, .honorific)
      || actors.roles.contains(word, .office) || actors.nouns.kind(of: word) == .person
  }

  /// "The company, Orlec Stone,": a body that a noun with an article introduces.
  private func apposed(_ name: Range<Int>) -> Entity.Kind? {
    guard word(name.lowerBound - 1) == ",", word(name.upperBound) == ",",
      ["the", "a", "its", "their", "'s", "’s"].contains(word(name.lowerBound - 3)),
      lexicon.sourceNouns[word(name.lowerBound - 2)] == .organisation
    else { return nil }
    return .organisation
  }

  /// "an analyst at Harbour Research"
  private func isEmployer(_ name: Range<Int>) -> Bool {
    ["at", "with"].contains(word(name.lowerBound - 1))
      && (actors.roles.contains(word(name.lowerBound - 2), .role)
        || lexicon.sourceNouns[word(name.lowerBound - 2)] == .unnamedPerson)
  }

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let bytes = words.passage.bytes[words.text.tokens[name.lowerBound].span.range]
    return bytes.count > 1 && bytes.count < 8
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E }
  }

  /// "Ana Ruiz, 44," and "Ana Ruiz, who": two words or more.
  func isIntroduced(_ name: Range<Int>) -> Bool {
    guard name.count > 1, word(name.upperBound) == "," else { return false }
    let next = name.upperBound + 1
    guard words.text.tokens.indices.contains(next) else { return false }
    return word(next) == "who"
      || words.text.tokens[next].kind == .number && word(next).utf8.count == 2
  }

  /// Two to four words of which the first is somebody's first name.
  private func isGiven(_ name: Range<Int>) -> Bool {
    (2...4).contains(name.count) && !proper.hasLink(name)
      && name.allSatisfy { words.isCapitalised($0) || word($0).utf8.count < 4 }
      && actors.isGivenName(word(name.lowerBound))
  }

  private func isGeographic(_ name: Range<Int>) -> Bool {
    name.count > 1
      && (Self.geographic.contains(word(name.upperBound - 1))
        || ["cape", "mount", "lake", "port", "fort", "gulf", "isle"].contains(word(name.lowerBound)))
  }

  private static let geographic: Set<String> = [
    "river", "valley", "bay", "island", "islands", "mountain", "mountains", "lake", "sea", "ocean",
    "strait", "canal",
    "street", "avenue", "road", "square", "bridge", "airport", "province", "district", "region",
    "desert", "peninsula",
    "city", "town", "beach", "coast", "hills", "hill", "park", "forest", "glacier",
  ]

  private func isLocated(_ name: Range<Int>) -> Bool {
    let before = word(name.lowerBound - 1)
    if before == "at" { return name.count == 1 }
    return ["in", "near", "outside", "inside"].contains(before)
      || ["north", "south", "east", "west"].contains(word(name.lowerBound - 2)) && before == "of"
  }
}
