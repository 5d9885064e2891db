import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Whether the name of a state, of its capital or of its seat of government speaks of the state or of a place.
///
/// *Sudland may discuss* is the state and *arrived in Sudland* the place; *Madrid denied* is the state, as a
/// metonym, and *in Madrid* the city. What the words around a name do not settle is the state for a state's own
/// name, and the place for a city's.
struct StateSense {
  let words: Words
  let lexicon: Lexicon
  let roles: RoleWords

  enum Reading { case state, metonym, place }

  func reading(of name: FoundName) -> Reading {
    switch name.sense?.form {
    case .adjective, .demonym: .state
    case .seat: isLocated(name.tokens) ? .place : .metonym
    case .capital: isLocated(name.tokens) || !standsForState(name.tokens) ? .place : .metonym
    default: isLocated(name.tokens) ? .place : .state
    }
  }

  // MARK: Places

  /// Whether the words before a name, or a hyphen behind it, make it a place.
  private func isLocated(_ name: Range<Int>) -> Bool {
    if word(name.upperBound) == "-", ["based", "born"].contains(word(name.upperBound + 1)) {
      return true
    }
    let before = beforeArticle(name)
    let word = word(before)
    if roles.contains(word, .place) { return !isAbstract(before) }
    switch word {
    case "to", "from": return moves(before)
    case "of":
      let whole = self.word(before - 1)
      return roles.contains(whole, .direction) || Self.ofBuildings.contains(whole)
    case ",":
      // "Orm, Sudland, "
      return before > 0 && words.isCapitalised(before - 1) && isCapital(before - 1)
        && [",", "."].contains(self.word(name.upperBound))
    default: return roles.contains(word, .entering) && !isPossessive(name.upperBound)
    }
  }

  /// What only a building has: *tours of the palace*.
  private static let ofBuildings: Set<String> = [
    "tour", "tours", "steps", "gates", "lawn", "grounds", "roof", "windows", "walls", "halls",
    "corridors", "kitchen", "kitchens", "garden", "gardens", "rooms", "cellars",
  ]

  /// "confidence in Sudland", "interest in Sudland"
  private func isAbstract(_ preposition: Int) -> Bool {
    ["confidence", "trust", "faith", "interest", "interested"].contains(word(preposition - 1))
      && word(preposition) == "in"
  }

  private func isCapital(_ token: Int) -> Bool {
    !roles.contains(word(token), .office) && lexicon.sourceNouns[word(token)] == nil
  }

  /// Whether a word of motion stands before "to" or "from", in the same clause.
  private func moves(_ preposition: Int) -> Bool {
    var token = preposition - 1
    while token >= 0, preposition - token <= 5, ![",", ".", ";"].contains(word(token)) {
      if roles.contains(word(token), .motion) { return true }
      token -= 1
    }
    return false
  }

  // MARK: Cities that stand for states

  private func standsForState(_ name: Range<Int>) -> Bool {
    if isPossessive(name.upperBound) {
      return roles.contains(word(name.upperBound + 1), .possession)
    }
    return acts(from: name.upperBound) || isPartner(name)
  }

  /// Whether what follows is a verb of saying or of dealing with others.
  private func acts(from token: Int) -> Bool {
    var token = token
    // "Madrid and Paris agreed"
    if word(token) == "and", words.isCapitalised(token + 1) { token += 2 }
    var isAuxiliary = false
    while token < words.lower.count {
      let word = word(token)
      if roles.contains(word, .aux) {
        isAuxiliary = true
      } else if !Self.adverbs.contains(word), !(word.hasSuffix("ly") && word.utf8.count > 4) {
        break
      }
      token += 1
    }
    let verb = word(token)
    if ["to", "that"].contains(verb) { return false }
    let isVerb = lexicon.verbs[verb] != nil || roles.contains(verb, .standing)
    // "Madrid post offices": a base form or a noun needs its auxiliary
    return isVerb
      && (isAuxiliary || verb.hasSuffix("s") || verb.hasSuffix("d") || Self.past.contains(verb))
      && !isNoun(token)
  }

  /// "Madrid calls centre", "Madrid reports": a plural noun has no object behind it.
  private func isNoun(_ token: Int) -> Bool {
    lexicon.sourceNouns[word(token)] != nil && lexicon.verbs[word(token + 1)] != nil
  }

  private static let adverbs: Set<String> = [
    "not", "n't", "also", "now", "still", "never", "then", "later", "again",
  ]
  private static let past: Set<String> = [
    "said", "told", "sent", "saw", "thought", "knew", "sought", "cut", "broke", "held",
  ]

  /// "talks with Madrid", "between Madrid and Paris", "condemned by Madrid", "pressure on Madrid".
  private func isPartner(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    let word = word(before)
    switch word {
    case "with", "against": return !isFollowedByNoun(name)
    case "between": return self.word(name.upperBound) == "and" && !isRoute(before)
    case "and":
      if isAimedAt(self.word(before - 2)), words.isCapitalised(before - 1) { return true }
      let opening = (max(0, before - 3)..<before).last { self.word($0) == "between" }
      return opening.map { !isRoute($0) } ?? false
    case let verb where isAimedAt(verb): return !isFollowedByNoun(name)
    case "by": return self.word(before - 1).hasSuffix("ed") && !isFollowedByNoun(name)
    case "on":
      return ["pressure", "sanctions", "tariffs", "reliance", "dependence"].contains(
        self.word(before - 1))
    default: return false
    }
  }

  /// A verb whose object is somebody who can act: *accused Madrid of delay*.
  private func isAimedAt(_ verb: String) -> Bool {
    switch lexicon.verbs[verb] {
    case .accuse, .urge, .warn: true
    default: false
    }
  }

  /// "the road between Madrid and Paris"
  private func isRoute(_ between: Int) -> Bool {
    [
      "road", "train", "trains", "flight", "flights", "route", "line", "railway", "distance",
      "halfway", "motorway",
      "highway", "ferry", "bus", "pipeline", "corridor", "travel", "border", "way",
    ].contains(word(between - 1))
  }

  private func isFollowedByNoun(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    return next < words.lower.count && words.text.tokens[next].kind == .word
      && ![
        "and", "or", "as", "in", "on", "to", "over", "after", "for", "that", "when", "if", "but",
        "while", "about", "of",
      ]
      .contains(word(next))
  }

  // MARK: Words

  private func word(_ token: Int) -> String {
    words.lower.indices.contains(token) ? words.lower[token] : ""
  }

  private func isPossessive(_ token: Int) -> Bool { ["'s", "’s", "'", "’"].contains(word(token)) }

  /// The token before a name and its article.
  private func beforeArticle(_ name: Range<Int>) -> Int {
    let before = name.lowerBound - 1
    return word(before) == "the" ? before - 1 : before
  }
}
