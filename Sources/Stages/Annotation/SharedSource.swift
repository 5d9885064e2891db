import QuothReport
import QuothSyntax
import QuothText

/// Two verbs of one subject: *expect the quarrel to last and fear that it will spread*.
///
/// A verb of saying that "and", "but" or "or" joins to an earlier one in its sentence has that one's
/// source. And a content that cannot hold what the model put there is cut: after a passive clause,
/// a past tense with an object goes on with what the source did: *admitted that two letters had been
/// received but rejected the idea*.
struct SharedSource {
  let clauses: Clauses
  private var words: Words { clauses.words }

  func completed(_ drafts: [Draft]) -> [Draft] {
    let drafts = drafts.flatMap(divided)
    return drafts.map { shared($0, among: drafts) }
  }

  private func shared(_ draft: Draft, among drafts: [Draft]) -> Draft {
    guard draft.source.isEmpty, let first = words.tokens(of: draft.cue).first,
      isJoined(first), clauses.lexicon.verbs[words.lower[first]] != nil,
      !words.lower[first].hasSuffix("ing")
    else { return draft }
    let sentence = clauses.sentence(of: first)
    let before = drafts.filter { other in
      guard let cue = words.tokens(of: other.cue).first, let source = other.source.first else {
        return false
      }
      return sentence.contains(cue) && cue < first && source.end <= words.span(cue..<cue + 1).start
        && !other.content.contains { $0.overlaps(draft.cue[0]) }
    }
    guard let nearest = before.max(by: { $0.cue[0] < $1.cue[0] }) else { return draft }
    var draft = draft
    draft.source = nearest.source
    return draft
  }

  /// Whether a conjunction stands right before a verb, or before its adverb.
  private func isJoined(_ verb: Int) -> Bool {
    var before = verb - 1
    if before >= 0, words.lower[before].hasSuffix("ly") || words.lower[before] == "also" {
      before -= 1
    }
    return before >= 0 && Self.conjunctions.contains(words.lower[before])
      && clauses.sentence(of: verb).contains(before)
  }

  private static let conjunctions: Set<String> = ["and", "but", "or"]

  private func divided(_ draft: Draft) -> [Draft] {
    guard !draft.source.isEmpty, draft.content.count == 1,
      let cue = words.tokens(of: draft.cue).last
    else { return [draft] }
    let content = words.text.tokens(overlapping: draft.content[0])
    guard cue < content.lowerBound, !clauses.isQuoted(content),
      let conjunction = content.first(where: { goesOn($0, in: content) })
    else { return [draft] }
    let extent = ContentExtent(passage: words.passage)
    var first = draft
    var second = draft
    first.content = extent.trimmed([words.span(content.lowerBound..<conjunction)])
    second.cue = [words.span(conjunction + 1..<conjunction + 2)]
    second.content = extent.trimmed([words.span(conjunction + 2..<content.upperBound)])
    return first.content.isEmpty || second.content.isEmpty ? [draft] : [first, second]
  }

  /// Whether a conjunction after a passive clause begins another act of the source: a past tense with an
  /// object.
  private func goesOn(_ conjunction: Int, in content: Range<Int>) -> Bool {
    let verb = conjunction + 1
    guard Self.conjunctions.contains(words.lower[conjunction]), verb + 1 < content.upperBound,
      clauses.mayBePast(verb), clauses.lexicon.verbs[words.lower[verb]] != nil,
      Self.objects.contains(words.lower[verb + 1])
    else { return false }
    let clause = content.lowerBound..<conjunction
    // People can go on acting: "said she was tired and wanted the dog".
    guard
      !(clause.lowerBound..<min(clause.lowerBound + 4, conjunction)).contains(where: {
        clauses.isPronoun($0) || clauses.mayAct($0) || words.isCapitalised($0)
      }),
      let be = clause.last(where: { ["was", "were", "been", "be"].contains(words.lower[$0]) }),
      be + 1 < conjunction, clauses.mayBePast(be + 1)
    else { return false }
    return !clause.contains {
      Clauses.relatives.contains(words.lower[$0]) && $0 > clause.lowerBound
        || clauses.lexicon.tags.contains(words.lower[$0]) && $0 != be + 1
    }
  }

  private static let objects: Set<String> = [
    "the", "a", "an", "any", "that", "his", "her", "their", "its", "all", "this", "these",
  ]
}
