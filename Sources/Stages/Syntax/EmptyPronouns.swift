import QuothReport
import QuothText

/// Pronouns that speak of nobody: *it* of weather, time and clefts, *they* of a proverb, relative pronouns,
/// *nobody*.
public struct EmptyPronouns: Sendable {
  private let words: Words
  private let syntax: Syntax

  public init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  public func contains(_ token: Int) -> Bool {
    guard let word = syntax.words[token] else { return false }
    if word.relation == .expl { return true }
    switch words.lower[token] {
    case "it": return isExpletive(token, word)
    case "they": return isProverbial(token, word)
    case "you", "your": return !isQuoted(token)
    case "one": return word.tag == "PRP"
    case "who", "whom", "whose", "which", "what", "whoever", "whatever": return true
    case "that": return ["WDT", "IN"].contains(word.tag) || word.features.contains("Rel")
    case "there": return word.tag == "EX"
    case let lower: return Self.nobody.contains(lower)
    }
  }

  private static let nobody: Set<String> = [
    "nobody", "nothing", "none", "noone", "anybody", "anyone", "anything", "neither",
  ]

  // MARK: It

  private func isExpletive(_ token: Int, _ word: Word) -> Bool {
    guard word.relation == .nsubj, let predicate = word.head,
      let head = syntax.words[predicate]
    else { return false }
    if isWeather(predicate, head) || isCleft(token) { return true }
    if isRaising(predicate, head) { return true }
    let isCopular = syntax.dependents(of: predicate, .cop).contains { $0 > token }
    guard isCopular || head.lemma == "be" else { return false }
    if Self.times.contains(head.lemma) || head.part == .number { return true }
    return head.part == .adjective && hasClause(predicate)
  }

  /// "It seems that", "it turned out that", "it is said that", "it took an hour to".
  private func isRaising(_ predicate: Int, _ head: Word) -> Bool {
    guard head.part == .verb else { return false }
    let isPassive = syntax.dependents(of: predicate, .aux).contains {
      syntax.words[$0]?.subtype == "pass"
    }
    return (isPassive || Self.raising.contains(head.lemma)) && hasClause(predicate)
  }

  private func hasClause(_ predicate: Int) -> Bool {
    syntax.dependents(of: predicate, .ccomp, .csubj, .xcomp, .advcl).contains { clause in
      clause > predicate
        && syntax.dependents(of: clause, .mark).contains {
          ["that", "to", "whether", "if"].contains(words.lower[$0])
        }
    }
  }

  /// "It rained", and "it stopped" in a sentence that has said so.
  private func isWeather(_ predicate: Int, _ head: Word) -> Bool {
    if Self.weather.contains(head.lemma) { return true }
    guard ["stop", "start", "begin", "ease", "cease", "clear"].contains(head.lemma) else {
      return false
    }
    let sentence = words.text.sentences.first { $0.tokens.contains(predicate) }
    return sentence.map { sentence in
      (sentence.tokens.lowerBound..<predicate).contains { token in
        words.lower[token] == "it"
          && syntax.words[token]?.head.flatMap { syntax.words[$0] }.map {
            Self.weather.contains($0.lemma)
          } ?? false
      }
    } ?? false
  }

  /// "It was the priest who noticed": a noun with a clause of its own behind the copula.
  private func isCleft(_ token: Int) -> Bool {
    let be = token + 1
    guard be < words.lower.count, ["is", "was", "'s", "’s"].contains(words.lower[be]) else {
      return false
    }
    for next in (be + 1)..<min(be + 10, words.lower.count) {
      if words.lower[next] == "who" || words.lower[next] == "whom" { return next > be + 1 }
      if words.text.tokens[next].kind == .punctuation && words.lower[next] != "-"
        || syntax.words[next]?.part == .verb
      {
        return false
      }
    }
    return false
  }

  private static let weather: Set<String> = [
    "rain", "snow", "hail", "sleet", "drizzle", "thunder", "freeze", "thaw", "pour",
  ]
  private static let raising: Set<String> = [
    "seem", "appear", "turn", "happen", "take", "transpire", "emerge", "follow", "remain",
  ]
  private static let times: Set<String> = [
    "late", "early", "dark", "dawn", "dusk", "midnight", "noon", "morning", "evening", "night",
    "o'clock", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "spring", "summer", "autumn", "winter", "raining", "snowing", "rainy", "foggy", "windy",
  ]

  // MARK: They

  /// "They say that rain never hears its own end": a present tense of saying with a clause.
  private func isProverbial(_ token: Int, _ word: Word) -> Bool {
    guard word.relation == .nsubj, let verb = word.head, let head = syntax.words[verb] else {
      return false
    }
    return ["VBP", "VB"].contains(head.tag) && ["say", "call", "tell"].contains(head.lemma)
      && syntax.dependents(of: verb, .aux).isEmpty && beginsSentence(token)
  }

  private func beginsSentence(_ token: Int) -> Bool {
    let sentence = words.text.sentences.partitionPoint { $0.tokens.upperBound <= token }
    return words.text.sentences.indices.contains(sentence)
      && words.text.sentences[sentence].tokens.lowerBound == token
      && !isQuoted(token)
  }

  private func isQuoted(_ token: Int) -> Bool {
    words.states[words.text.tokens[token].span.start] != .outside
  }
}
