import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// The proper names of a text: those that the lexicon knows, and runs of capitalised words.
///
/// A capital at the beginning of a sentence, or throughout a headline, says little; there a name counts when
/// the lexicon knows it or the report has it elsewhere.
struct NameFinder {
  private let words: Words
  private let lexicon: Lexicon
  private let actors: ActorLexicon
  private let proper: ProperNames
  private let syntax: Syntax?
  /// Words that stand with a capital where nothing but a name has one, and words that stand without.
  private let capitalised: Set<String>
  private let plain: Set<String>

  /// - Parameter syntax: names found by the model, and parts of speech.
  init(words: Words, lexicon: Lexicon, actors: ActorLexicon, syntax: Syntax?) {
    self.words = words
    self.syntax = syntax
    self.lexicon = lexicon
    self.actors = actors
    proper = ProperNames(words: words, lexicon: lexicon)
    var capitalised: Set<String> = []
    var plain: Set<String> = []
    for sentence in words.text.sentences where !Self.isTitleCase(sentence, words) {
      for token in sentence.tokens where words.text.tokens[token].kind == .word {
        if !words.isCapitalised(token) {
          plain.insert(words.lower[token])
        } else if !Self.beginsWords(token, of: sentence, words) {
          capitalised.insert(words.lower[token])
        }
      }
    }
    self.capitalised = capitalised
    self.plain = plain
  }

  /// Names in text order; a name that stands within another follows it.
  func names() -> [FoundName] {
    var found: [FoundName] = []
    let given = given()
    let families = Set(
      (given ?? []).filter { $0.type == .person && $0.tokens.count > 1 }
        .map { words.lower[$0.tokens.upperBound - 1] })
    for sentence in words.text.sentences where sentence.role != .credit {
      let isTitleCase = Self.isTitleCase(sentence, words)
      // "Bloomberg" in a report on Michael Bloomberg is no agency.
      let known = known(in: sentence, isTitleCase: isTitleCase).filter { name in
        name.tokens.count > 1 || name.sense?.actor.kind == .state
          || !families.contains(words.lower[name.tokens.lowerBound])
      }
      let runs = isTitleCase ? [] : runs(in: sentence)
      let own = given.map { $0.filter { sentence.tokens.overlaps($0.tokens) } }
      found += merged(known, own.map { completed($0, by: runs, in: sentence) } ?? runs)
    }
    return found
  }

  // MARK: What the model knows

  /// The names of the model, one type for each, without those that only a capital at the beginning of a
  /// sentence made.
  private func given() -> [FoundName]? {
    guard let syntax else { return nil }
    let names = syntax.names.filter { isName($0) }.map { name in
      let tokens =
        name.kind == .person ? withoutCallings(name.tokens) : withoutCompound(name.tokens)
      return FoundName(
        tokens: tokens, span: words.span(tokens),
        type: isIntroduced(tokens) ? .person : called(tokens, type(of: name)))
    }
    return NameVote(words: words, proper: proper).settled(names)
  }

  private func type(of name: Name) -> Entity.Kind? {
    name.kind == .adjective ? nil : Entity.Kind(rawValue: name.kind.rawValue)
  }

  /// What the noun says that is called so: "a spaniel called Minister".
  private func called(_ name: Range<Int>, _ type: Entity.Kind?) -> Entity.Kind? {
    let noun = name.lowerBound - 2
    guard noun >= 0, ["called", "named"].contains(words.lower[noun + 1]),
      syntax?.words[noun]?.part == .noun
    else { return type }
    return actors.nouns.kind(of: words.lower[noun])
      ?? (type == .person && !isCalling(words.lower[noun]) ? .other : type)
  }

  /// "Georgia Lyon, who": whoever has a first name and is spoken of as *who*.
  private func isIntroduced(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    return name.count == 2 && next + 1 < words.lower.count && words.lower[next] == ","
      && words.lower[next + 1] == "who" && actors.isGivenName(words.lower[name.lowerBound])
  }

  private func isName(_ name: Name) -> Bool {
    guard name.tokens.contains(where: { words.isCapitalised($0) }) else { return false }
    // "Colonel", of which the name follows
    let next = name.tokens.upperBound
    if name.kind == .person, name.tokens.allSatisfy({ isCalling(words.lower[$0]) }),
      next < words.lower.count, words.isCapitalised(next)
    {
      return false
    }
    guard name.tokens.count == 1, let token = name.tokens.first else { return true }
    let word = words.lower[token]
    // "R" of "(R-Ohio)"
    if Self.days.contains(word) || word.count == 1 { return false }
    guard opensSentence(token), !capitalised.contains(word) else { return true }
    let part = syntax?.words[token]?.part
    return !plain.contains(word) && !Self.openers.contains(word)
      && lexicon.sourceNouns[word] != .unnamedCollective
      && (part == .properNoun
        || actors.senses(of: words.passage.words(words.span(name.tokens))).isEmpty == false)
  }

  /// "Saltport" of "Saltport-based", "Harbour Partnership" of "Harbour Partnership (HP".
  private func withoutCompound(_ name: Range<Int>) -> Range<Int> {
    if let bracket = name.dropFirst().first(where: { words.lower[$0] == "(" }),
      !name.contains(where: { words.lower[$0] == ")" })
    {
      return name.lowerBound..<bracket
    }
    // "Beijing" of "Pro-Beijing"
    let first = name.lowerBound
    if name.count > 2, ["-", "‐", "‑"].contains(words.lower[first + 1]),
      ["pro", "anti", "non", "ex", "post"].contains(words.lower[first])
    {
      return first + 2..<name.upperBound
    }
    var end = name.upperBound
    if end - name.lowerBound > 2, Self.compounds.contains(words.lower[end - 1]) { end -= 1 }
    let isCut = end > name.lowerBound + 1 && ["-", "‐", "‑"].contains(words.lower[end - 1])
    return isCut ? name.lowerBound..<end - 1 : name
  }

  /// "Ana Ruiz" of "Innkeeper Ana Ruiz" and of "Gen. Ana Ruiz".
  private func withoutCallings(_ name: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    while start + 1 < name.upperBound {
      let word = words.lower[start]
      // "Hunter Lund" has a first name that is a calling elsewhere.
      let isTitle = proper.isTitle(word) || actors.roles.contains(word, .honorific)
      guard
        isTitle || isCalling(word) && start + 2 < name.upperBound
          || words.text.tokens[start].kind == .punctuation
      else { break }
      start += 1
    }
    return start..<name.upperBound
  }

  private func isCalling(_ word: String) -> Bool {
    proper.isTitle(word) || actors.roles.contains(word, .role)
      || actors.roles.contains(word, .office)
      || lexicon.sourceNouns[word] == .unnamedPerson || actors.roles.contains(word, .honorific)
      || actors.nouns.kind(of: word) == .person
  }

  private func opensSentence(_ token: Int) -> Bool {
    let sentence = words.sentence(at: words.text.tokens[token].span.start)
    guard words.text.sentences.indices.contains(sentence) else { return false }
    return Self.beginsWords(token, of: words.text.sentences[sentence], words)
      || Self.isTitleCase(words.text.sentences[sentence], words)
  }

  /// Names of the model, and runs of capitals within a sentence where it has none.
  ///
  /// A run that holds a name of a body or place and more words in capitals is the whole of it: *Oster Sound*.
  private func completed(
    _ given: [FoundName], by runs: [FoundName], in sentence: Sentence
  ) -> [FoundName] {
    var names = given
    for run in runs {
      let touched = names.indices.filter { names[$0].tokens.overlaps(run.tokens) }
      if touched.isEmpty {
        if isSure(run, in: sentence) { names.append(run) }
      } else if let first = touched.first, touched.allSatisfy({ isPart(names[$0], of: run) }) {
        names[first].type = proper.isBody(run.tokens) ? .organisation : names[first].type
        names[first].tokens = run.tokens
        names[first].span = run.span
        for other in touched.dropFirst().reversed() { names.remove(at: other) }
      }
    }
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isSure(_ run: FoundName, in sentence: Sentence) -> Bool {
    guard !Self.beginsWords(run.tokens.lowerBound, of: sentence, words) else { return false }
    return run.tokens.contains { syntax?.words[$0]?.part == .properNoun }
      && !run.tokens.allSatisfy { isCalling(words.lower[$0]) }
  }

  private func isPart(_ name: FoundName, of run: FoundName) -> Bool {
    [.person, .place, .organisation, .other, .product].contains(name.type)
      && run.tokens.count > name.tokens.count
      && run.tokens.lowerBound <= name.tokens.lowerBound
      && run.tokens.upperBound >= name.tokens.upperBound
      && run.tokens.allSatisfy { words.isCapitalised($0) }
      && !run.tokens.contains { isCalling(words.lower[$0]) }
      && (name.type != .person || !proper.isBody(run.tokens) && run.tokens.count < 4)
  }

  // MARK: What the lexicon knows

  private func known(in sentence: Sentence, isTitleCase: Bool) -> [FoundName] {
    var found: [FoundName] = []
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      guard words.isCapitalised(token) || words.text.tokens[token].kind == .number,
        let name = longest(from: token, before: sentence.tokens.upperBound)
      else {
        token += 1
        continue
      }
      token = name.tokens.upperBound
      // "Polish the floor"
      let opens = Self.beginsWords(name.tokens.lowerBound, of: sentence, words)
      let isWord = plain.contains(words.lower[name.tokens.lowerBound])
      if name.tokens.count == 1, opens || isTitleCase, isWord { continue }
      found.append(name)
    }
    return found
  }

  private func longest(from token: Int, before end: Int) -> FoundName? {
    let last = min(end, token + Self.mostTokens)
    for next in stride(from: last, to: token, by: -1) {
      guard words.text.tokens[next - 1].kind != .punctuation || next - 1 == token else { continue }
      let span = words.span(token..<next)
      guard span.count <= Self.mostBytes else { continue }
      let senses = actors.senses(of: words.passage.words(span))
      guard let first = senses.first else { continue }
      return FoundName(tokens: token..<next, span: span, type: nil, sense: first)
    }
    return nil
  }

  private static let mostTokens = 10
  private static let mostBytes = 80

  // MARK: Runs of capitals

  private func runs(in sentence: Sentence) -> [FoundName] {
    let tokens = sentence.tokens.filter { mayName($0, in: sentence) }
    return proper.names(in: tokens).map { name in
      let name = withHyphen(name, before: sentence.tokens.upperBound)
      return FoundName(tokens: name, span: words.span(name))
    }
  }

  private func mayName(_ token: Int, in sentence: Sentence) -> Bool {
    guard words.text.tokens[token].kind == .word, words.isCapitalised(token) else { return false }
    let word = words.lower[token]
    if Self.days.contains(word) || word == "i" { return false }
    guard Self.beginsWords(token, of: sentence, words) else { return true }
    if Self.openers.contains(word) || lexicon.sourceNouns[word] == .unnamedCollective {
      return false
    }
    let next = token + 1
    let isFollowed =
      next < sentence.tokens.upperBound && words.isCapitalised(next)
      && !Self.days.contains(words.lower[next])
    if isFollowed {
      return !plain.contains(word) || proper.isTitle(word) || capitalised.contains(word)
    }
    if plain.contains(word) { return false }
    if capitalised.contains(word) { return true }
    guard next < sentence.tokens.upperBound else { return false }
    // "Secretary of State Ana Ruiz"
    if proper.isTitle(word), words.lower[next] == "of" { return true }
    return ["'s", "’s"].contains(words.lower[next])
      || lexicon.verbs[words.lower[next]] != nil && !word.hasSuffix("s") && !word.hasSuffix("ing")
  }

  /// "Kim Jong-un": a short last part without a capital.
  private func withHyphen(_ name: Range<Int>, before end: Int) -> Range<Int> {
    let hyphen = name.upperBound
    guard name.count >= 2, hyphen + 1 < end, ["-", "‐", "‑"].contains(words.lower[hyphen]),
      words.text.tokens[hyphen].span.start == words.text.tokens[hyphen - 1].span.end,
      words.text.tokens[hyphen].span.end == words.text.tokens[hyphen + 1].span.start,
      words.text.tokens[hyphen + 1].span.count <= 5, !words.isCapitalised(hyphen + 1),
      !Self.compounds.contains(words.lower[hyphen + 1])
    else { return name }
    return name.lowerBound..<hyphen + 2
  }

  /// "Harbour Bank-led": second parts of adjectives.
  private static let compounds: Set<String> = [
    "led", "based", "born", "run", "held", "owned", "made", "like", "wide", "era", "style", "bound",
    "area", "only", "style", "built", "type",
  ]

  // MARK: Both together

  private func merged(_ known: [FoundName], _ runs: [FoundName]) -> [FoundName] {
    var kept: [FoundName] = []
    var runs = runs
    for name in known {
      guard let at = runs.firstIndex(where: { $0.tokens.overlaps(name.tokens) }) else {
        kept.append(name)
        continue
      }
      let run = runs[at]
      if name.tokens.contains(run.tokens.lowerBound),
        name.tokens.contains(run.tokens.upperBound - 1)
      {
        runs.remove(at: at)
        kept.append(name)
      } else if let rest = remainder(of: run, behind: name) {
        runs[at].tokens = rest
        runs[at].span = words.span(rest)
        if rest.isEmpty { runs.remove(at: at) }
        kept.append(name)
      } else if proper.isBody(run.tokens) || proper.hasLink(run.tokens) || name.isAdjective {
        if name.sense?.actor.kind == .state { kept.append(name) }
      }
    }
    return (kept + runs).sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  /// The name behind one that only stands before it: *Spanish | Ana Ruiz*; `nil` when both are one name, as
  /// in *Norwegian Navy* and *Chad Larsen*.
  private func remainder(of run: FoundName, behind name: FoundName) -> Range<Int>? {
    guard name.tokens.lowerBound <= run.tokens.lowerBound,
      name.tokens.upperBound < run.tokens.upperBound
    else { return nil }
    let rest = name.tokens.upperBound..<run.tokens.upperBound
    guard !proper.isBody(run.tokens), rest.count >= 2, words.isCapitalised(rest.lowerBound) else {
      return nil
    }
    return rest
  }

  // MARK: Where capitals say little

  /// Whether a token is the first word of a sentence or of a quotation.
  private static func beginsWords(_ token: Int, of sentence: Sentence, _ words: Words) -> Bool {
    var before = token - 1
    while before >= sentence.tokens.lowerBound {
      if words.text.tokens[before].kind != .punctuation { return false }
      if [":", "\"", "“", "‘", "'", "«", "„", "``", "...", "…", "—"].contains(words.lower[before]) {
        return true
      }
      if words.lower[before] != "(" && words.lower[before] != "[" { return false }
      before -= 1
    }
    return true
  }

  /// Whether most longer words of a sentence have a capital, as in headlines of many papers.
  private static func isTitleCase(_ sentence: Sentence, _ words: Words) -> Bool {
    let long = sentence.tokens.filter {
      words.text.tokens[$0].kind == .word && words.text.tokens[$0].span.count > 3
    }
    return long.count > 3 && sentence.role != .body
      && long.count(where: { words.isCapitalised($0) }) * 10 >= long.count * 7
  }

  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr.", "dr",
  ]

  /// Words of closed classes that sentences begin with.
  private static let openers: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we",
    "you",
    "his", "her", "their", "our", "my", "your", "there", "here", "and", "but", "or", "nor", "so",
    "yet",
    "for", "in", "on", "at", "by", "to", "from", "of", "with", "without", "within", "under", "over",
    "after", "before", "during", "since", "until", "till", "while", "when", "where", "why", "how",
    "what", "which", "who", "whose", "whether", "if", "unless", "although", "though", "because",
    "as",
    "like", "unlike", "despite", "instead", "also", "then", "now", "still", "once", "again",
    "later",
    "earlier", "today", "yesterday", "tomorrow", "however", "meanwhile", "moreover", "nonetheless",
    "all", "both", "each", "every", "some", "any", "no", "not", "none", "many", "most", "much",
    "more",
    "few", "several", "other", "another", "such", "one", "two", "three", "four", "five", "six",
    "seven",
    "eight", "nine", "ten", "only", "even", "just", "about", "around", "among", "amid", "between",
    "against", "across", "along", "near", "next", "last", "first", "second", "according", "asked",
    "speaking", "nearly", "almost", "perhaps", "maybe", "yes", "well", "let", "do", "did", "does",
    "is",
    "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "should", "must", "never", "ever", "neither", "either", "nobody", "everybody", "everyone",
    "someone", "something", "nothing", "anyone", "officials", "police",
  ]
}
