import QuothAnnotation
import QuothEntity
import QuothReport
import QuothStatement
import QuothSyntax
import QuothText
import QuothTime

extension Sketcher {
  /// A sketch of each event of the reading.
  ///
  /// - Parameters:
  ///   - triggers: What each event's trigger means, in the order of the events.
  ///   - sentences: What each sentence means, by its number.
  /// - Complexity: O(n) in the words of the sentences with events.
  public func events(triggers: [Meaning], sentences: [Int: Meaning]) -> EventSketches {
    let heads = reading.events.map { head(of: reading.text.tokens(overlapping: $0.trigger)) }
    return events(at: heads, triggers: triggers, sentences: sentences)
  }

  /// A sketch of what happens at some words, whether or not an event was read there.
  ///
  /// - Parameter triggers: what each of the words means, in their order.
  public func events(
    at heads: [Int], triggers: [Meaning], sentences: [Int: Meaning]
  ) -> EventSketches {
    var numbers: [Int: Int] = [:]
    var sketches: [SentenceSketch] = []
    let events = zip(heads, triggers).map { head, meaning in
      let sentence = words.sentence(at: reading.text.tokens[head].span.start)
      if numbers[sentence] == nil {
        numbers[sentence] = sketches.count
        sketches.append(sketch(ofSentence: sentence, meaning: sentences[sentence] ?? .none))
      }
      let word = reading.syntax?.words[head]
      return EventSketch(
        stem: WordStem(words.lower[head]).text,
        lemma: Term((word?.lemma ?? words.lower[head]).lowercased()), isVerb: word?.part == .verb,
        types: types(at: head), parties: parties(of: head), sentence: numbers[sentence] ?? 0,
        meaning: meaning)
    }
    return EventSketches(sentences: sketches, events: events)
  }

  /// The word among some that depends on none of them.
  public func head(of tokens: Range<Int>) -> Int {
    tokens.first { token in
      guard let word = reading.syntax?.words[token] else { return false }
      return word.head.map { !tokens.contains($0) } ?? true
    } ?? tokens.lowerBound
  }

  private func types(at token: Int) -> UInt16 {
    let span = reading.text.tokens[token].span
    return reading.events.filter { $0.trigger.overlaps(span) }.compactMap(\.type)
      .reduce(0) { $0 | Self.bit($1) }
  }

  private func sketch(ofSentence number: Int, meaning: Meaning) -> SentenceSketch {
    guard reading.text.sentences.indices.contains(number) else { return SentenceSketch(words: []) }
    let sentence = reading.text.sentences[number]
    return SentenceSketch(
      words: Self.distinct(sentence.tokens.compactMap(stem)),
      names: Self.distinct(sentence.tokens.compactMap(name(at:))),
      numbers: Self.distinct(
        sentence.tokens.filter { reading.syntax?.words[$0]?.part == .number && !isTime[$0] }
          .map { Term(words.lower[$0]) }),
      times: Self.distinct(
        reading.times.filter { $0.span.overlaps(sentence.span) }.map { Term($0.value) }),
      meaning: meaning)
  }

  // MARK: Who takes part

  /// Those that hang on a word, or share its verb: *the crash* of *the crash killed four* is found from *killed*, and
  /// *police* from *arrested* as from *trying to arrest*.
  private func parties(of head: Int) -> [Term] {
    guard let syntax = reading.syntax, let word = syntax.words[head] else { return [] }
    var tokens: [Int] = []
    for token in syntax.dependents[head] where Self.roles.contains(syntax.words[token]?.relation) {
      tokens.append(token)
      tokens += syntax.dependents(of: token, .nmod, .compound, .flat, .conj)
    }
    if let governor = word.head {
      switch word.relation {
      case .acl, .compound, .amod, .nmod: tokens.append(governor)
      case .xcomp, .obj, .advcl, .conj: tokens += syntax.dependents(of: governor, .nsubj)
      default: break
      }
    }
    return Self.distinct(tokens.compactMap(party(at:)))
  }

  private static let roles: Set<Relation?> = [
    .nsubj, .obj, .iobj, .obl, .nmod, .compound, .amod, .nummod, .appos,
  ]

  private func party(at token: Int) -> Term? {
    if let name = name(at: token) { return name }
    switch reading.syntax?.words[token]?.part {
    case .noun, .properNoun, .number: return Term(WordStem(words.lower[token]).text)
    default: return nil
    }
  }

  /// The term of somebody named who is meant at a word.
  private func name(at token: Int) -> Term? { named[token] }
}
