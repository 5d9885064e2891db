import QuothReport
import QuothSyntax
import QuothText

/// Nouns that show a saying: *speculation grew that*, *a report by the board that*, *residents'
/// concerns over*, *opposition claims of*.
///
/// The noun belongs to the cue; its possessor, its modifier or its agent is the source; and two
/// contents under one preposition are both said.
struct NounCues {
  let clauses: Clauses
  private var words: Words { clauses.words }

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts.map(corrected)
    for sentence in clauses.bodies {
      for noun in sentence where isNoun(noun) && !clauses.isQuoted(noun..<noun + 1) {
        guard let draft = withAgent(noun, in: sentence) else { continue }
        drafts = drafts.leavingOut { other in
          other.cue == draft.cue
            || other.content.allSatisfy { overlap($0, draft.content[0]) * 2 > $0.count }
        }
        for index in drafts.indices {
          let own = drafts[index].content.filter { overlap($0, draft.content[0]) * 2 <= $0.count }
          drafts[index].content = own
        }
        drafts.append(draft)
      }
    }
    return drafts.leavingOut { $0.content.isEmpty }
  }

  private func overlap(_ a: Span, _ b: Span) -> Int { min(a.end, b.end) - max(a.start, b.start) }

  private func isNoun(_ token: Int) -> Bool { clauses.lexicon.nouns[words.lower[token]] != nil }

  private func corrected(_ draft: Draft) -> Draft {
    var draft = draft
    let cue = words.tokens(of: draft.cue)
    guard let first = cue.first, let last = cue.last, first > 0 else { return draft }
    // "speculation grew"
    if cue.count == 1, Self.growing.contains(words.lower[first]), isNoun(first - 1),
      draft.source.isEmpty
    {
      draft.cue = [words.span(first - 1..<first + 1)]
      return draft
    }
    guard isNoun(first), clauses.lexicon.verbs[words.lower[first]] == nil || cue.count > 1,
      last == first || Self.prepositions.contains(words.lower[last])
    else { return draft }
    if draft.source.isEmpty, let source = owner(of: first),
      !draft.content.contains(where: { $0.overlaps(source) })
    {
      draft.source = [source]
    }
    if let end = secondContent(draft, after: last) {
      draft.content[draft.content.count - 1].end = end
    }
    return draft
  }

  /// Verbs by which what nouns of saying name comes about, lasts or ends.
  private static let growing: Set<String> = [
    "grew", "grow", "grows", "spread", "mounted", "rose", "swirled", "persisted", "persist",
    "remain", "remained", "emerged", "surfaced", "circulated", "faded", "lingered", "abound",
    "abounded", "arose",
  ]
  private static let prepositions: Set<String> = ["of", "over", "about", "that"]

  /// "Residents' concerns", "opposition claims": the word that owns the noun.
  private func owner(of noun: Int) -> Span? {
    let before = noun - 1
    guard clauses.sentence(of: noun).contains(before) else { return nil }
    if ["'s", "’s", "'", "’"].contains(words.lower[before]), before > 0,
      clauses.sentence(of: noun).contains(before - 1)
    {
      return words.span(before - 1..<noun)
    }
    let isFirst = clauses.sentence(of: noun).lowerBound == before
    guard
      clauses.isPerson(before) || Self.sides.contains(words.lower[before])
        || (words.isCapitalised(before) && !isFirst)
    else { return nil }
    return words.span(before..<noun)
  }

  /// Groups that a noun of saying takes for its modifier.
  private static let sides: Set<String> = [
    "opposition", "union", "industry", "community", "consumer", "voter", "public",
  ]

  /// End of a second noun phrase under the cue's preposition, when a verb in the same clause follows:
  /// *concerns over flooding and the loss of two playgrounds had filled four meetings*.
  private func secondContent(_ draft: Draft, after cue: Int) -> Int? {
    guard Self.prepositions.contains(words.lower[cue]), draft.content.count == 1,
      let last = words.tokens(of: draft.content).last
    else { return nil }
    let sentence = clauses.sentence(of: cue)
    guard last + 2 < sentence.upperBound, words.lower[last + 1] == "and",
      ["the", "a", "an"].contains(words.lower[last + 2]),
      let verb = (last + 2..<sentence.upperBound).first(where: { clauses.isAuxiliary($0) }),
      !(last + 2..<verb).contains(where: {
        [",", ";"].contains(words.lower[$0]) || clauses.isPastOnly($0) || clauses.mayBePast($0)
      }),
      !clauses.hasVerb(sentence.lowerBound..<(words.tokens(of: draft.cue).first ?? cue))
    else { return nil }
    return words.text.tokens[verb - 1].span.end
  }

  /// *A report by the National Board of Health that crews queue for hours has angered managers.*
  private func withAgent(_ noun: Int, in sentence: Range<Int>) -> Draft? {
    guard noun + 2 < sentence.upperBound, words.lower[noun + 1] == "by",
      let that = (noun + 2..<min(noun + 14, sentence.upperBound)).first(where: {
        words.lower[$0] == "that"
      }),
      that + 2 < sentence.upperBound, clauses.mayBeSource(noun + 2..<that),
      !(noun + 2..<that).contains(where: {
        words.lower[$0] == "," || Clauses.relatives.contains(words.lower[$0])
      })
    else { return nil }
    // After the body's name "that" begins what it said, unless a verb follows at once.
    guard !clauses.isAuxiliary(that + 1), !clauses.mayBePast(that + 1),
      clauses.lexicon.verbs[words.lower[that + 1]] == nil
    else { return nil }
    var end = sentence.upperBound
    if !clauses.hasVerb(sentence.lowerBound..<noun) {
      let verbs = (that + 1..<sentence.upperBound).filter { clauses.isAuxiliary($0) }
      guard let main = verbs.last(where: { $0 > that + 3 }) else { return nil }
      end = main
    }
    guard
      let content = ContentExtent(passage: words.passage).trimmed([words.span(that + 1..<end)])
        .first
    else {
      return nil
    }
    return Draft(
      source: [words.span(noun + 2..<that)], cue: [words.span(noun..<noun + 1)], content: [content],
      evidence: .init(roles: 0.6, content: 0.9, source: 0.9))
  }
}
