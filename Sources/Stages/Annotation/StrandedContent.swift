import QuothReport
import QuothSyntax
import QuothText

/// A content that stands in another sentence than its cue.
///
/// A quotation runs on without a cue, but reported speech ends with its sentence: a part that is not
/// quoted, away from a cue that has its content beside it, is none of it; where a verb of saying stands
/// right before it, that is its cue: *she notes that the weir held*. And a quotation that a
/// pronoun and a verb follow at once has these for source and cue: *"Except the drunk," she finished*.
struct StrandedContent {
  let clauses: Clauses
  private var words: Words { clauses.words }

  func settled(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for index in drafts.indices {
      let (near, away) = parts(of: drafts[index])
      guard !near.isEmpty, !away.isEmpty else { continue }
      var kept = near
      for span in away {
        guard clauses.isQuoted(words.text.tokens(overlapping: span)) else {
          if let own = beside(span, drafts[index]),
            !drafts.contains(where: { $0.cue.contains(where: own.cue[0].overlaps) })
          {
            drafts.append(own)
          }
          continue
        }
        if let own = tagged(span, drafts[index]) { drafts.append(own) } else { kept.append(span) }
      }
      drafts[index].content = kept.sorted()
    }
    return drafts
  }

  /// The parts of a content in the sentences of its cue, and those in others.
  private func parts(of draft: Draft) -> (near: [Span], away: [Span]) {
    let home = Set(draft.cue.flatMap { words.text.sentences(overlapping: $0) })
    guard !home.isEmpty else { return (draft.content, []) }
    let near = draft.content.filter {
      words.text.sentences(overlapping: $0).contains(where: home.contains)
    }
    return (near, draft.content.filter { !near.contains($0) })
  }

  /// The saying of which reported speech is the rest: *she notes that the weir held*.
  private func beside(_ content: Span, _ draft: Draft) -> Draft? {
    var verb = words.text.tokens(overlapping: content).lowerBound - 1
    if verb >= 0, words.lower[verb] == "that" { verb -= 1 }
    guard verb > 0, clauses.lexicon.tags.contains(words.lower[verb]) else { return nil }
    let sentence = clauses.sentence(of: verb)
    var start = verb
    while start > sentence.lowerBound,
      clauses.isAuxiliary(start - 1) || words.lower[start - 1] == "also"
    {
      start -= 1
    }
    guard start > sentence.lowerBound else { return nil }
    let segment = clauses.segments(of: sentence).first { $0.contains(start) }
    let subject =
      clauses.isPronoun(start - 1) ? start - 1..<start : (segment?.lowerBound ?? start)..<start
    guard clauses.mayBeSource(subject) else { return nil }
    var own = draft
    own.source = [words.span(subject)]
    own.cue = [words.span(start..<verb + 1)]
    own.content = ContentExtent(passage: words.passage).trimmed([content])
    return own.content.isEmpty ? nil : own
  }

  private func tagged(_ quotation: Span, _ draft: Draft) -> Draft? {
    let next = words.text.tokens(overlapping: quotation).upperBound
    guard next + 2 < words.lower.count, clauses.isPronoun(next), clauses.mayBePast(next + 1),
      clauses.sentence(of: next - 1).contains(next + 1),
      [".", ",", "and", "on", "in", "as"].contains(words.lower[next + 2])
    else { return nil }
    var own = draft
    own.source = [words.span(next..<next + 1)]
    own.cue = [words.span(next + 1..<next + 2)]
    own.content = [quotation]
    return own
  }
}
