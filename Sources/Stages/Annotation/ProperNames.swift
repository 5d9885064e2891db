import QuothReport
public import QuothSyntax
import QuothText

/// The proper names in a phrase, and what their words say of them.
public struct ProperNames {
  let words: Words
  let lexicon: Lexicon
  /// Names that the report gives an army, a government or the like, in lower case.
  private let owners: Set<String>

  public init(words: Words, lexicon: Lexicon) {
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

  public func isState(_ name: Range<Int>) -> Bool {
    let name = words.lower[name].joined(separator: " ")
    return lexicon.states.contains(name) || owners.contains(name)
  }

  /// Whether a word of the name is one for a body.
  public func isBody(_ name: Range<Int>) -> Bool {
    name.contains { namesOrganisation(words.lower[$0]) }
  }

  /// Whether the name is joined as those of bodies are: *Bank of Orm*.
  public func hasLink(_ name: Range<Int>) -> Bool {
    name.contains { Self.links.contains(words.lower[$0]) }
  }

  /// Runs of capitalised words, joined over "of", "of the", "and the", "de", "al" and the like.
  public func names(in tokens: [Int]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    for token in tokens where words.isCapitalised(token) && !startsOnly(token) {
      if let last = names.last, joins(last.upperBound, token), !isPersonOf(last, token) {
        names[names.count - 1] = last.lowerBound..<token + 1
      } else {
        names.append(token..<token + 1)
      }
    }
    return joinedBodies(names.map(withoutTitles).filter { !$0.isEmpty })
  }

  /// "Fish and Wildlife Service" is one name.
  private func joinedBodies(_ names: [Range<Int>]) -> [Range<Int>] {
    names.reduce(into: []) { joined, name in
      if let last = joined.last, last.count == 1, name.lowerBound - last.upperBound == 1,
        words.lower[last.upperBound] == "and", isBody(name), !isBody(last), !isState(last)
      {
        joined[joined.count - 1] = last.lowerBound..<name.upperBound
      } else {
        joined.append(name)
      }
    }
  }

  private func joins(_ from: Int, _ to: Int) -> Bool {
    from == to
      || (to - from <= 2 && words.lower[from] != "the"
        && (from..<to).allSatisfy {
          Self.links.contains(words.lower[$0]) || Self.particles.contains(words.lower[$0])
            || Self.hyphens.contains(words.lower[$0])
        } && (!hasHyphen(from..<to) || isSolid(from - 1..<to + 1) || isSolid(from..<to + 1)))
  }

  /// "Ana Ruiz of the Herald": a person and a body, not one name.
  private func isPersonOf(_ name: Range<Int>, _ next: Int) -> Bool {
    name.count >= 2 && words.lower[name.upperBound..<next].contains(where: Self.links.contains)
      && name.allSatisfy {
        words.isCapitalised($0) && !namesOrganisation(words.lower[$0]) && !isTitle(words.lower[$0])
      } && !isState(name)
  }

  private func hasHyphen(_ tokens: Range<Int>) -> Bool {
    tokens.contains { Self.hyphens.contains(words.lower[$0]) }
  }

  /// Whether no space stands between tokens: *El-Hassan*.
  private func isSolid(_ tokens: Range<Int>) -> Bool {
    let tokens = words.text.tokens[tokens]
    return zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end == $1.span.start }
  }

  /// What joins the words of a body's name.
  private static let links: Set<String> = ["of", "the", "for", "&"]
  /// What joins the words of a person's name.
  private static let particles: Set<String> = [
    "de", "la", "al", "bin", "van", "von", "el", "da", "du", "der", "den", "di", "dos", "ibn",
    "ben",
  ]
  private static let hyphens: Set<String> = ["-", "‐", "‑"]

  /// A word that has its capital only because a sentence begins there.
  public func startsOnly(_ token: Int) -> Bool {
    let sentence = words.text.sentences.partitionPoint { $0.tokens.upperBound > token }
    guard sentence < words.text.sentences.count,
      words.text.sentences[sentence].tokens.lowerBound == token
    else { return false }
    let word = words.lower[token]
    if isTitle(word), token + 1 < words.lower.count, words.lower[token + 1] == "of" { return false }
    return Self.openers.contains(word) || lexicon.sourceNouns[word] != nil
  }

  private static let openers: Set<String> = [
    "the", "a", "an", "some", "many", "most", "several", "few", "both", "all", "no", "one", "two",
    "three", "four", "five", "other", "others", "another", "his", "her", "their", "our", "my",
    "its",
    "this", "that", "these", "those", "such", "but", "and", "he", "she", "it", "they", "we", "i",
    "local", "state", "senior", "former", "top", "military", "government", "police", "private",
  ]

  /// "Foreign Minister Ivo Maric" is listed as Ivo Maric, "Secretary of State Ana Ruiz" as Ana Ruiz, "The
  /// Herald" as Herald.
  private func withoutTitles(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    if let title = name.dropLast().last(where: {
      isTitle(words.lower[$0]) && !Self.generals.contains(words.lower[$0 + 1])
        || isOffice($0, in: name)
    }) {
      start = title + 1
      if words.lower[start] == "of" {
        let person = start + 2
        start = name.upperBound - person >= 2 ? person : name.lowerBound
      }
    }
    while start + 1 < name.upperBound, Self.openers.contains(words.lower[start]),
      lexicon.sourceNouns[words.lower[start]] == nil
    {
      start += 1
    }
    return start..<name.upperBound
  }

  /// "House Speaker Ana Ruiz": a noun for a person, in capitals before first and last name.
  private func isOffice(_ token: Int, in name: Range<Int>) -> Bool {
    lexicon.sourceNouns[words.lower[token]] == .unnamedPerson && name.upperBound - token == 3
      && !name[(token + 1)...].contains { namesOrganisation(words.lower[$0]) }
  }

  /// "General Motors", "General Council"
  private static let generals: Set<String> = [
    "motors", "electric", "mills", "dynamics", "foods", "atomics", "assembly", "council", "staff",
  ]

  public func isTitle(_ word: String) -> Bool { lexicon.isTitle(word) }

  private func namesOrganisation(_ word: String) -> Bool {
    let kind = lexicon.sourceNouns[word]
    return kind == .organisation || kind == .media || kind == .unnamedCollective
      || lexicon.stateAdjectives.contains(word)
  }
}
