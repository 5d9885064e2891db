import QuothReport
import QuothSyntax
import QuothText

/// *He noted that …*: a pronoun that stands right before an active verb of saying is its subject, and
/// its subject is who speaks.
///
/// *The owner, Tarn Copper, alleges*: the office before a name goes with it, and so does the name behind an
/// office, *according to the steward, Hugo Rand*.
///
/// *At St. Olga's hospital Dr. Karin Moe said*: the place before a title is none of its name, nor is the adverb of
/// *the hospital later said*.
///
/// Corrects a source that the model missed or took from farther away. Relative pronouns count, since
/// *a paper, which reported that …* has *which* for its source.
struct SourceBesideCue {
  let clauses: Clauses
  private var words: Words { clauses.words }

  func corrected(_ draft: Draft) -> Draft {
    subject(of: withName(withOffice(withoutPlace(withoutAdverb(draft)))))
  }

  private func withoutAdverb(_ draft: Draft) -> Draft {
    let source = words.tokens(of: draft.source)
    guard draft.source.count == 1, source.count > 1, let last = source.last,
      Self.adverbs.contains(words.lower[last]) || Self.prepositions.contains(words.lower[last])
    else { return draft }
    var draft = draft
    draft.source[0].end = words.text.tokens[last - 1].span.end
    return draft
  }

  /// With which no source ends: *rejected by the minister* | *over fears*.
  private static let prepositions: Set<String> = [
    "over", "of", "in", "at", "on", "for", "from", "with", "to", "by", "about", "after", "amid",
    "because",
  ]

  /// Adverbs between a subject and its verb of saying.
  private static let adverbs: Set<String> = [
    "later", "also", "then", "now", "earlier", "again", "recently", "previously", "initially",
    "still", "already", "repeatedly", "once", "subsequently", "meanwhile", "soon", "immediately",
  ]

  private func withOffice(_ draft: Draft) -> Draft {
    let source = words.tokens(of: draft.source)
    guard draft.source.count == 1, let first = source.first, let last = source.last, first > 2,
      words.lower[last] == "," || last + 1 < words.lower.count && words.lower[last + 1] == ",",
      words.isCapitalised(first), words.lower[first - 1] == ",", clauses.mayAct(first - 2),
      !words.isCapitalised(first - 2)
    else { return draft }
    let sentence = clauses.sentence(of: first)
    let start = (max(sentence.lowerBound, first - 7)..<first - 2).last {
      ["the", "its", "his", "her", "their", "a", "an"].contains(words.lower[$0])
    }
    guard let start,
      !(start + 1..<first - 1).contains(where: {
        clauses.isAuxiliary($0) || clauses.mayBePast($0) || words.lower[$0] == ","
      })
    else { return draft }
    let office = Span(start: words.text.tokens[start].span.start, end: draft.source[0].end)
    if (draft.cue + draft.content).contains(where: { $0.overlaps(office) }) { return draft }
    var draft = draft
    draft.source = [office]
    return draft
  }

  private func withName(_ draft: Draft) -> Draft {
    guard draft.source.count == 1, let last = words.tokens(of: draft.source).last,
      !words.isCapitalised(last), mayBePerson(last),
      last + 2 < words.lower.count, words.lower[last + 1] == ","
    else { return draft }
    let sentence = clauses.sentence(of: last)
    var end = last + 2
    while sentence.contains(end), words.isCapitalised(end) { end += 1 }
    guard end > last + 3, !sentence.contains(end) || [",", ".", "—"].contains(words.lower[end])
    else { return draft }
    let whole = Span(start: draft.source[0].start, end: words.text.tokens[end - 1].span.end)
    if (draft.cue + draft.content).contains(where: { $0.overlaps(whole) }) { return draft }
    var draft = draft
    draft.source = [whole]
    return draft
  }

  private func mayBePerson(_ noun: Int) -> Bool {
    switch clauses.lexicon.sourceNouns[words.lower[noun]] {
    case .organisation, .media, .document: false
    case .unnamedPerson, .unnamedCollective, nil: !clauses.isTime(noun)
    }
  }

  private func withoutPlace(_ draft: Draft) -> Draft {
    let source = words.tokens(of: draft.source)
    guard draft.source.count == 1, let first = source.first, let last = source.last,
      let title = source.dropFirst().first(where: isTitleBeforeName), title < last,
      !(first..<title).contains(where: { words.lower[$0] == "," })
    else { return draft }
    let sentence = clauses.sentence(of: first)
    let start = (sentence.lowerBound..<first).last { words.lower[$0] == "," }.map { $0 + 1 }
    let opener = words.lower[start ?? sentence.lowerBound]
    guard (start ?? sentence.lowerBound) < first,
      ["at", "in", "on", "from", "outside"].contains(opener)
    else { return draft }
    var draft = draft
    draft.source = [Span(start: words.text.tokens[title].span.start, end: draft.source[0].end)]
    return draft
  }

  private func isTitleBeforeName(_ token: Int) -> Bool {
    words.isCapitalised(token) && token + 1 < words.lower.count && words.isCapitalised(token + 1)
      && clauses.lexicon.isTitle(words.lower[token])
  }

  private func subject(of draft: Draft) -> Draft {
    let cue = words.tokens(of: draft.cue)
    guard let first = cue.first, let verb = cue.first(where: isVerb), first > 0,
      !isPassive(cue), cue.prefix(while: { $0 != verb }).allSatisfy(isLight)
    else { return draft }
    let subject = first - 1
    guard isSubject(subject), clauses.sentence(of: subject).contains(first) else { return draft }
    let span = words.span(subject..<first)
    if draft.source.contains(where: { $0.overlaps(span) })
      || draft.content.contains(where: { $0.overlaps(span) })
    {
      return draft
    }
    if let source = words.tokens(of: draft.source).last, !draft.source.isEmpty,
      source + 1 >= subject || words.lower[subject] == "that"
        || Clauses.relatives.contains(words.lower[subject])
    {
      return draft
    }
    var draft = draft
    draft.source = [span]
    return draft
  }

  private func isSubject(_ token: Int) -> Bool {
    ["he", "she", "they", "i", "we", "who", "which"].contains(words.lower[token])
  }

  private func isVerb(_ token: Int) -> Bool {
    clauses.lexicon.verbs[words.lower[token]] != nil && !words.lower[token].hasSuffix("ing")
  }

  /// Auxiliaries and adverbs that may stand before the verb.
  private func isLight(_ token: Int) -> Bool {
    clauses.isAuxiliary(token) || words.lower[token].hasSuffix("ly")
      || ["also", "never", "not", "n't", "n’t", "still", "once", "been", "be", "then"].contains(
        words.lower[token])
  }

  private func isPassive(_ cue: [Int]) -> Bool {
    cue.contains { ["is", "are", "was", "were", "be", "been", "being"].contains(words.lower[$0]) }
  }
}
