import QuothReport
import QuothSyntax
import QuothText

/// The saying that stands beside what is said with no conjunction: within it, *The ship, the pilot
/// conceded, had sailed*; or behind it, *The ship had sailed, two people in the port said*.
///
/// Commas set such a clause off, and what it says is the rest of its sentence. Where the model has
/// the cue with a part of that content, the content is completed; where it has nothing, the
/// attribution is added. Contents with quotation marks are left as they are: the marks say where they
/// begin and end.
struct TagClauses {
  let clauses: Clauses
  private var words: Words { clauses.words }

  private struct Tag {
    var source: Range<Int>
    var cue: Range<Int>
    var content: [Range<Int>]
    /// Whether what stands before the tag needs what stands behind it: it has no verb.
    var isSplit: Bool
  }

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for tag in clauses.bodies.flatMap(tags) { add(tag, to: &drafts) }
    for tag in clauses.bodies.compactMap(fronted) { addFronted(tag, to: &drafts) }
    return drafts
  }

  /// *According to the fund, the captain said she would sail*: what the fund says is the rest, and the
  /// captain's saying is found within it.
  private func fronted(_ sentence: Range<Int>) -> Tag? {
    let segments = clauses.segments(of: sentence)
    guard segments.count > 1, words.spells(["according", "to"], from: sentence.lowerBound) else {
      return nil
    }
    let source = segments[0].dropFirst(2)
    let rest = segments[1].lowerBound..<(segments.last?.upperBound ?? sentence.upperBound)
    guard clauses.mayBeSource(source), clauses.hasVerb(segments[1]), !clauses.isQuoted(rest) else {
      return nil
    }
    let cue = sentence.lowerBound..<source.lowerBound
    return Tag(source: source, cue: cue, content: [rest], isSplit: false)
  }

  private func addFronted(_ tag: Tag, to drafts: inout [Draft]) {
    let content = words.span(tag.content[0])
    let whole = Span(start: words.span(tag.cue).start, end: content.end)
    let within = drafts.filter { ($0.cue + $0.content).contains(where: whole.overlaps) }
    guard
      within.allSatisfy({ draft in
        (draft.cue + draft.content).allSatisfy(content.contains)
      })
    else { return }
    drafts = drafts.leavingOut(within.contains)
    drafts.append(
      Draft(
        source: [words.span(tag.source)], cue: [words.span(tag.cue)], content: [content],
        evidence: Self.evidence))
  }

  /// Adds what a content tags in its turn: *"The gas will flow, the minister said", according to the
  /// agencies*.
  func completedWithin(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for tag in clauses.bodies.flatMap(tags) {
      let cue = words.span(tag.cue)
      let content = tag.content.map(words.span)
      guard !drafts.contains(where: { $0.cue.contains(where: cue.overlaps) }),
        let parent = drafts.indices.last(where: { index in
          ([cue, words.span(tag.source)] + content).allSatisfy { span in
            drafts[index].content.contains { $0.contains(span) }
          }
        })
      else { continue }
      drafts.append(
        Draft(
          source: [words.span(tag.source)], cue: [cue], content: content, evidence: Self.evidence,
          parent: parent))
    }
    return drafts
  }

  private func add(_ tag: Tag, to drafts: inout [Draft]) {
    let cue = words.span(tag.cue)
    let content = tag.content.map(words.span)
    if let own = drafts.firstIndex(where: { $0.cue.contains { $0.overlaps(cue) } }) {
      if drafts[own].source.isEmpty { drafts[own].source = [words.span(tag.source)] }
      // *…, she said without elaborating on the losses*: nothing of the aside is said.
      let hasAside = words.tokens(of: drafts[own].cue).contains { words.lower[$0] == "without" }
      if hasAside { drafts[own].cue = [cue] }
      guard tag.isSplit || hasAside else { return }
      for other in drafts.indices where other != own {
        let isOutside = !drafts[other].cue.contains { cue in content.contains { $0.overlaps(cue) } }
        if isOutside { drop(content, from: &drafts[other]) }
      }
      drafts[own].content = content
    } else if !drafts.contains(where: { draft in
      draft.content.contains { $0.contains(cue) } || draft.source.contains { $0.overlaps(cue) }
    }) {
      let whole = Span(start: content[0].start, end: cue.end)
      for other in drafts.indices where !drafts[other].cue.contains(where: whole.overlaps) {
        drop(content, from: &drafts[other])
      }
      drafts.append(
        Draft(
          source: [words.span(tag.source)], cue: [cue], content: content, evidence: Self.evidence))
    }
    drafts = drafts.leavingOut { $0.content.isEmpty }
  }

  private func drop(_ content: [Span], from draft: inout Draft) {
    draft.content.removeAll { piece in content.contains { $0.overlaps(piece) } }
  }

  /// Less sure than what the model itself finds.
  private static let evidence = AttributionDecoder.Evidence(roles: 0.6, content: 0.9, source: 0.9)

  private func tags(in sentence: Range<Int>) -> [Tag] {
    let segments = clauses.segments(of: sentence)
    guard segments.count > 1 else { return [] }
    var heads: [(source: Range<Int>, cue: Range<Int>, segments: Range<Int>)] = []
    for index in segments.indices.dropFirst() {
      guard heads.last.map({ $0.segments.upperBound <= index }) ?? true else { continue }
      if let head = head(segments, at: index) { heads.append(head) }
    }
    return heads.enumerated().compactMap { position, head in
      let from = position == 0 ? 0 : heads[position - 1].segments.upperBound
      let to = position + 1 < heads.count ? heads[position + 1].segments.lowerBound : segments.count
      return tag(head, from, to, in: segments, isFirst: position == 0)
    }
  }

  private func tag(
    _ head: (source: Range<Int>, cue: Range<Int>, segments: Range<Int>), _ from: Int, _ to: Int,
    in segments: [Range<Int>], isFirst: Bool
  ) -> Tag? {
    var left = from..<head.segments.lowerBound
    // The clause of an earlier tag goes on up to the "and" that begins this one's.
    if !isFirst {
      guard let begin = left.last(where: { begins(segments[$0], with: ["and", "but"]) }) else {
        return nil
      }
      left = begin..<left.upperBound
    }
    if let relative = left.last(where: { begins(segments[$0], with: Clauses.relatives) }),
      relative > left.lowerBound
    {
      left = relative..<left.upperBound
    }
    guard let first = left.first, let last = left.last else { return nil }
    var before = segments[first].lowerBound..<segments[last].upperBound
    if begins(before, with: ["and", "but"]) { before = before.dropFirst() }
    guard !before.isEmpty, !clauses.isQuoted(before),
      !before.contains(where: { [":", ";", "—", "–"].contains(words.lower[$0]) })
    else { return nil }
    var after = head.segments.upperBound..<to
    if let next = after.dropFirst().first(where: {
      to < segments.count && begins(segments[$0], with: ["and", "but"])
    }) {
      after = after.lowerBound..<next
    }
    let hasVerb = clauses.hasVerb(before)
    if !hasVerb, after.isEmpty { return nil }
    var content = [before]
    if let next = after.first, let end = after.last {
      let rest = segments[next].lowerBound..<segments[end].upperBound
      guard !rest.isEmpty, !clauses.isQuoted(rest) else { return nil }
      if !hasVerb || clauses.isSubordinate(before) || goesOn(rest) { content.append(rest) }
    }
    return Tag(
      source: head.source, cue: head.cue, content: content,
      isSplit: content.count > 1)
  }

  /// Whether words behind a tag go on with the clause before it: a verb or a preposition.
  private func goesOn(_ rest: Range<Int>) -> Bool {
    var first = rest.lowerBound
    if ["and", "or", "but"].contains(words.lower[first]), first + 1 < rest.upperBound {
      first += 1
      return clauses.isAuxiliary(first)
    }
    return clauses.isAuxiliary(first) || Self.goingOn.contains(words.lower[first])
  }

  private static let goingOn: Set<String> = [
    "after", "before", "despite", "because", "amid", "since", "until", "unless", "for", "with",
    "without", "from", "during",
  ]

  private func begins(_ tokens: Range<Int>, with openers: Set<String>) -> Bool {
    tokens.first.map { openers.contains(words.lower[$0]) } ?? false
  }

  /// The source and cue of a tag that begins in a segment, and the segments it takes.
  private func head(
    _ segments: [Range<Int>], at index: Int
  ) -> (source: Range<Int>, cue: Range<Int>, segments: Range<Int>)? {
    let tokens = segments[index]
    guard let first = tokens.first else { return nil }
    if tokens.count > 2, words.spells(["according", "to"], from: first),
      clauses.mayBeSource(first + 2..<tokens.upperBound)
    {
      return (first + 2..<tokens.upperBound, first..<first + 2, index..<index + 1)
    }
    if isTagVerb(first) {
      return inverted(segments, at: index) ?? afterApposition(segments, at: index)
    }
    for verb in tokens.dropFirst() where isTagVerb(verb) {
      var end = verb
      while end - 1 > first, clauses.isAuxiliary(end - 1) || words.lower[end - 1] == "also" {
        end -= 1
      }
      var behind = verb + 1
      if behind < tokens.upperBound, words.lower[behind] == "out" { behind += 1 }
      guard clauses.mayBeSource(first..<end), clauses.isAdjunct(behind..<tokens.upperBound) else {
        continue
      }
      return (first..<end, end..<behind, index..<index + 1)
    }
    return nil
  }

  /// *…, cautioned Governor Sten Aker, whose term ends in June, at a news conference*.
  private func inverted(
    _ segments: [Range<Int>], at index: Int
  ) -> (source: Range<Int>, cue: Range<Int>, segments: Range<Int>)? {
    let tokens = segments[index]
    let verb = tokens.lowerBound
    var end = verb + 1
    while end < tokens.upperBound, !Self.prepositions.contains(words.lower[end]),
      !clauses.isTime(end)
    {
      end += 1
    }
    guard clauses.mayBeSource(verb + 1..<end),
      (verb + 1..<end).contains(where: { words.isCapitalised($0) || clauses.isPerson($0) })
        || clauses.isPronoun(verb + 1),
      end == tokens.upperBound || clauses.isAdjunct(end..<tokens.upperBound)
    else { return nil }
    var taken = index + 1
    while taken < segments.count, let next = segments[taken].first {
      if ["who", "whose", "which", "a", "an", "the"].contains(words.lower[next]),
        end == segments[taken - 1].upperBound
      {
        end = segments[taken].upperBound
      } else if !clauses.isAdjunct(segments[taken]) {
        break
      }
      taken += 1
    }
    return (verb + 1..<end, verb..<verb + 1, index..<taken)
  }

  private static let prepositions: Set<String> = [
    "on", "in", "at", "to", "during", "after", "by", "last", "from",
  ]

  /// *…, the city's engineer, Drago Pilar, explained on Tuesday, …*: the source fills the two
  /// segments before its verb.
  private func afterApposition(
    _ segments: [Range<Int>], at index: Int
  ) -> (source: Range<Int>, cue: Range<Int>, segments: Range<Int>)? {
    let verb = segments[index].lowerBound
    guard index >= 3, clauses.mayBeSource(segments[index - 1]),
      clauses.mayBeSource(segments[index - 2]), segments[index - 1].count <= 8,
      clauses.isAdjunct(verb + 1..<segments[index].upperBound)
    else { return nil }
    let source = segments[index - 2].lowerBound..<segments[index - 1].upperBound
    return (source, verb..<verb + 1, index - 2..<index + 1)
  }

  private func isTagVerb(_ token: Int) -> Bool {
    clauses.lexicon.tags.contains(words.lower[token]) && !words.isCapitalised(token)
  }
}
