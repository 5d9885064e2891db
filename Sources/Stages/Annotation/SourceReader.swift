import QuothReport
import QuothText

/// What kind of source a phrase names, and by what name it is listed.
///
/// Decided from the phrase: its nouns, its capitals, titles, and the states' names; for a state that
/// no list knows, from what the report says it has ("Norland's army"). "Brandt" is taken for a
/// person, since a bare name that speaks usually is.
struct SourceReader {
  let words: Words
  let lexicon: Lexicon
  /// Names that the report gives an army, a government or the like, in lower case.
  private let owners: Set<String>

  init(words: Words, lexicon: Lexicon) {
    self.words = words
    self.lexicon = lexicon
    var owners: Set<String> = []
    for token in words.lower.indices.dropFirst()
    where words.lower[token] == "'s" || words.lower[token] == "’s" {
      let following = words.lower[(token + 1)...].prefix(3)
      if following.contains(where: Self.stateBodies.contains), words.isCapitalised(token - 1) {
        owners.insert(words.lower[token - 1])
      }
    }
    self.owners = owners
  }

  /// What only a state has.
  private static let stateBodies: Set<String> = [
    "army", "navy", "military", "government", "ministry", "minister", "ministers", "president",
    "parliament", "border", "capital", "troops", "embassy", "ambassador", "territory",
    "constitution",
  ]

  struct Source: Hashable {
    var type: Attribution.SourceType
    var name: String
    /// The proper name within the phrase, `nil` for an unnamed source.
    var nameSpan: Span?
    var mention: Entity.Mention.Kind
  }

  func source(_ spans: [Span]) -> Source? {
    guard let first = spans.first, let last = spans.last else { return nil }
    let whole = Span(start: first.start, end: last.end)
    let tokens = words.tokens(of: spans)
    let phrase = words.passage.words(whole)
    guard !tokens.isEmpty else { return nil }
    if let pronoun = Self.pronouns[words.lower[tokens[0]]], tokens.count == 1 {
      return Source(type: pronoun, name: phrase, nameSpan: nil, mention: .pronoun)
    }
    let names = properNames(tokens)
    if let person = names.first(where: isPerson) {
      return named(.namedPerson, person)
    }
    let head = headNoun(tokens, names)
    switch head {
    case .unnamedPerson?, .unnamedCollective?:
      let type: Attribution.SourceType =
        head == .unnamedPerson ? .unnamedPerson : .unnamedCollective
      return Source(type: type, name: phrase, nameSpan: nil, mention: .nominal)
    case .organisation?, .media?:
      let isMedia = head == .media || names.first?.contains { namesMedia(words.lower[$0]) } ?? false
      let type: Attribution.SourceType = isMedia ? .media : .organisation
      guard let name = names.first else {
        return Source(type: type, name: phrase, nameSpan: nil, mention: .nominal)
      }
      // "Norland's transport ministry" is named by the whole phrase, "the Harbour Institute" by its name.
      if isOwner(name) { return Source(type: type, name: phrase, nameSpan: whole, mention: .name) }
      return named(type, name)
    case .document?:
      return Source(type: .other(names), name: phrase, nameSpan: nil, mention: .nominal)
    case nil:
      break
    }
    guard let name = names.first else {
      return Source(type: .unnamedCollective, name: phrase, nameSpan: nil, mention: .nominal)
    }
    if isState(name) { return named(.state, name) }
    return named(isAcronym(name) ? .organisation : .namedPerson, name)
  }

  private func isState(_ name: Range<Int>) -> Bool {
    let name = lowered(name)
    return lexicon.states.contains(name) || owners.contains(name)
  }

  /// Whether a name only says whose the body is: "Norland's", "Sudland officials'".
  private func isOwner(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    let possessive = next < words.lower.count && ["'s", "’s", "'", "’"].contains(words.lower[next])
    return possessive || isState(name) || lexicon.stateAdjectives.contains(lowered(name))
  }

  private func named(_ type: Attribution.SourceType, _ tokens: Range<Int>) -> Source {
    let span = words.span(tokens)
    return Source(type: type, name: words.passage.words(span), nameSpan: span, mention: .name)
  }

  private static let pronouns: [String: Attribution.SourceType] = [
    "he": .namedPerson, "she": .namedPerson, "i": .namedPerson, "him": .namedPerson,
    "her": .namedPerson, "who": .unnamedPerson, "they": .unnamedCollective,
    "we": .unnamedCollective,
    "it": .organisation, "them": .unnamedCollective, "us": .unnamedCollective,
    "his": .namedPerson, "their": .unnamedCollective, "its": .organisation, "you": .unnamedPerson,
  ]

  /// Runs of capitalised words, joined over "of", "of the", "and the", "de", "al" and the like.
  private func properNames(_ tokens: [Int]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    for token in tokens where words.isCapitalised(token) && !startsOnly(token) {
      if let last = names.last, joins(last.upperBound, token) {
        names[names.count - 1] = last.lowerBound..<token + 1
      } else {
        names.append(token..<token + 1)
      }
    }
    return names.map(withoutTitles).filter { !$0.isEmpty }
  }

  private func joins(_ from: Int, _ to: Int) -> Bool {
    from == to
      || (to - from <= 2 && (from..<to).allSatisfy { Self.links.contains(words.lower[$0]) })
  }

  private static let links: Set<String> = [
    "of", "the", "for", "de", "la", "al", "bin", "van", "von", "el", "da", "du", "der", "&",
  ]

  /// A word that has its capital only because a sentence begins there.
  private func startsOnly(_ token: Int) -> Bool {
    let sentence = words.text.sentences.partitionPoint { $0.tokens.upperBound > token }
    guard sentence < words.text.sentences.count,
      words.text.sentences[sentence].tokens.lowerBound == token
    else { return false }
    let word = words.lower[token]
    return Self.openers.contains(word) || lexicon.sourceNouns[word] != nil
  }

  private static let openers: Set<String> = [
    "the", "a", "an", "some", "many", "most", "several", "few", "both", "all", "no", "one", "two",
    "three", "four", "five", "other", "others", "another", "his", "her", "their", "our", "my",
    "its",
    "this", "that", "these", "those", "such", "but", "and", "he", "she", "it", "they", "we", "i",
    "local", "state", "senior", "former", "top", "military", "government", "police", "private",
  ]

  /// "Foreign Minister Ivo Maric" is listed as Ivo Maric, "The Herald" as Herald.
  private func withoutTitles(_ name: Range<Int>) -> Range<Int> {
    let last = name.dropLast().last {
      isTitle(words.lower[$0]) || Self.openers.contains(words.lower[$0])
    }
    return (last.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  private func isTitle(_ word: String) -> Bool {
    lexicon.titles.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// Two or more capitalised words none of which names an organisation, or one after a title.
  private func isPerson(_ name: Range<Int>) -> Bool {
    let last = words.lower[name.upperBound - 1]
    if isState(name) { return false }
    if name.contains(where: {
      namesOrganisation(words.lower[$0]) || Self.links.contains(words.lower[$0])
    }) {
      return false
    }
    let titled = name.lowerBound > 0 && isTitle(words.lower[name.lowerBound - 1])
    return titled || (name.count >= 2 && lexicon.sourceNouns[last] == nil && !isAcronym(name))
  }

  private func namesOrganisation(_ word: String) -> Bool {
    let kind = lexicon.sourceNouns[word]
    return kind == .organisation || kind == .media || kind == .unnamedCollective
      || lexicon.stateAdjectives.contains(word)
  }

  private func namesMedia(_ word: String) -> Bool { lexicon.sourceNouns[word] == .media }

  private func isAcronym(_ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    let bytes = words.passage.bytes[words.text.tokens[name.lowerBound].span.range]
    return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E }
  }

  /// Kind of the last noun before the phrase's first comma, "of", "who" or the like.
  private func headNoun(_ tokens: [Int], _ names: [Range<Int>]) -> Lexicon.SourceNoun? {
    var head: Lexicon.SourceNoun?
    for token in tokens {
      if head != nil, Self.ends.contains(words.lower[token]) { break }
      if let kind = lexicon.sourceNouns[words.lower[token]] { head = kind }
    }
    return head
  }

  private static let ends: Set<String> = [
    ",", "of", "who", "which", "that", "from", "at", "in", "on", "for", "with", "by", "to", "'s",
    "’s",
    "familiar", "close", "near", "seen", "obtained",
  ]

  private func lowered(_ name: Range<Int>) -> String {
    words.lower[name].joined(separator: " ")
  }
}

extension Attribution.SourceType {
  /// A document speaks for whoever wrote it: with a name in the phrase, an organisation.
  fileprivate static func other(_ names: [Range<Int>]) -> Self {
    names.isEmpty ? .none : .organisation
  }
}
