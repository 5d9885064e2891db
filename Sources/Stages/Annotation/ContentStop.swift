import QuothReport
import QuothSyntax
import QuothText

/// Where a content stops and the report's own words go on.
///
/// - At a remark on what is known: *said he had been freed, although it is not clear if a ransom was
///   paid*.
/// - At a dash before a clause of its own in the present, after a content told in the past: *said the
///   boat had turned back — the chart shows open water*.
/// - At the closing mark of a quotation that the cue announces with a comma: *said, 'You may sing,' and
///   then he locked the door*.
/// - At a past tense that cannot hang on the content's *had*: *confirmed that he had sold it and drove
///   off in it*.
/// - At the verb of the sentence, when the noun that shows the saying is its subject: *the claim that he had
///   lied was withdrawn*.
/// - Before the day of saying: *rejected the allegation on Monday*.
/// - Before a caveat on the saying: *said without elaborating on how the army knew*.
/// - At the end of the sentence, when the next one is not quoted and has a saying of its own.
///
/// And where it begins: behind the day of saying; and a content that is nothing but *that* reaches to
/// the end of its sentence.
struct ContentStop {
  let clauses: Clauses
  let extent: ContentExtent
  private var words: Words { clauses.words }

  func corrected(_ draft: Draft, among drafts: [Draft]) -> Draft {
    var corrected = withoutCaveat(draft)
    let draft = corrected
    corrected.content = extent.trimmed(
      draft.content.map { span in
        let tokens = words.text.tokens(overlapping: span)
        if tokens.count == 1, words.lower[tokens.lowerBound] == "that" {
          return onward(tokens, draft) ?? span
        }
        let start = start(of: tokens, draft).map { words.text.tokens[$0].span.start } ?? span.start
        guard let stop = stop(in: tokens, of: draft, among: drafts), stop > tokens.lowerBound else {
          return Span(start: start, end: span.end)
        }
        return Span(start: start, end: min(span.end, words.text.tokens[stop - 1].span.end))
      }
    )
    corrected.content = joined(corrected.content)
    if corrected.content.count > 1, isRelative(corrected.content[corrected.content.count - 1]) {
      corrected.content.removeLast()
    }
    return corrected.content.isEmpty ? draft : corrected
  }

  /// *That A, and that B* is one content.
  private func joined(_ content: [Span]) -> [Span] {
    content.reduce(into: []) { spans, span in
      if let last = spans.last, last.end <= span.start, isJoint(last.end..<span.start) {
        spans[spans.count - 1].end = span.end
      } else {
        spans.append(span)
      }
    }
  }

  private func isJoint(_ gap: Range<Int>) -> Bool {
    let tokens = words.text.tokens(overlapping: Span(start: gap.lowerBound, end: gap.upperBound))
    return tokens.allSatisfy { [",", "and", "or", "that"].contains(words.lower[$0]) }
      && tokens.contains { ["and", "or"].contains(words.lower[$0]) }
      && !clauses.isQuoted(
        max(tokens.lowerBound - 1, 0)..<min(tokens.upperBound + 1, words.lower.count))
  }

  /// A relative pronoun behind what is said is no part of it; before it, it may be.
  private func isRelative(_ span: Span) -> Bool {
    let tokens = words.text.tokens(overlapping: span)
    return tokens.count == 1 && Clauses.relatives.contains(words.lower[tokens.lowerBound])
  }

  /// A caveat within the cue is none of it, and what hangs on the caveat is no content.
  private func withoutCaveat(_ draft: Draft) -> Draft {
    let cue = words.tokens(of: draft.cue)
    guard let first = cue.first,
      let caveat = cue.first(where: { token in
        token > first
          && clauses.lexicon.caveats.contains {
            $0.place == .frame && $0.words.count > 1 && words.spells($0.words, from: token)
          }
      })
    else { return draft }
    var shorter = draft
    shorter.cue = [words.span(first..<caveat)]
    let sentence = clauses.sentence(of: caveat)
    let end = (caveat..<sentence.upperBound).first {
      [",", ":", ";", "\"", "“"].contains(words.lower[$0])
    }
    let hanging = words.span(caveat..<(end ?? sentence.upperBound))
    shorter.content.removeAll(where: hanging.contains)
    return shorter.content.isEmpty ? draft : shorter
  }

  private func onward(_ that: Range<Int>, _ draft: Draft) -> Span? {
    let sentence = clauses.sentence(of: that.lowerBound)
    guard words.tokens(of: draft.cue).last == that.lowerBound - 1,
      sentence.upperBound > that.upperBound
    else {
      return nil
    }
    return words.span(that.lowerBound..<sentence.upperBound)
  }

  /// Behind the day of saying: *said on Tuesday the tide was late*.
  private func start(of tokens: Range<Int>, _ draft: Draft) -> Int? {
    let day = words.lower[tokens.lowerBound] == "on" ? tokens.lowerBound + 1 : tokens.lowerBound
    guard words.tokens(of: draft.cue).last == tokens.lowerBound - 1, day + 2 < tokens.upperBound,
      clauses.isTime(day), words.lower[day].hasSuffix("day"), !clauses.isQuoted(tokens),
      clauses.hasVerb(day + 1..<tokens.upperBound), !clauses.isAuxiliary(day + 1),
      words.lower[day + 1] != ","
    else { return nil }
    return day + 1
  }

  private func stop(in tokens: Range<Int>, of draft: Draft, among drafts: [Draft]) -> Int? {
    let isAfterCue = words.tokens(of: draft.cue).last.map { $0 < tokens.lowerBound } ?? false
    guard isAfterCue else { return nil }
    return closingMark(tokens, draft) ?? nextSentence(tokens, draft, drafts) ?? remark(tokens)
      ?? dash(tokens) ?? ownTense(tokens) ?? mainVerb(tokens, draft) ?? day(tokens)
  }

  private func remark(_ tokens: Range<Int>) -> Int? {
    tokens.first { token in
      guard words.lower[token] == ",", token + 3 < tokens.upperBound,
        !clauses.isQuoted(token..<token + 1),
        ["although", "though", "but"].contains(words.lower[token + 1])
      else { return false }
      let rest = words.lower[token + 2..<min(token + 8, tokens.upperBound)]
      return ["it", "there"].contains(words.lower[token + 2])
        && rest.contains { ["clear", "unclear", "known", "unknown"].contains($0) }
    }
  }

  private func dash(_ tokens: Range<Int>) -> Int? {
    let dashes = tokens.filter { ["—", "–", "--"].contains(words.lower[$0]) }
    guard dashes.count == 1, let dash = dashes.first, !clauses.isQuoted(tokens),
      (tokens.lowerBound..<dash).contains(where: { ["had", "would"].contains(words.lower[$0]) })
    else { return nil }
    let rest = dash + 1..<tokens.upperBound
    guard
      let verb = rest.first(where: {
        clauses.isAuxiliary($0) || clauses.mayBePast($0) || isPresent($0)
      }),
      verb > dash + 2,
      clauses.mayBeSource(dash + 1..<verb) || ["the", "a", "an"].contains(words.lower[dash + 1])
    else { return nil }
    return isPresent(verb) || ["is", "are", "has", "have"].contains(words.lower[verb]) ? dash : nil
  }

  private func isPresent(_ token: Int) -> Bool {
    let word = words.lower[token]
    return word.hasSuffix("s") && clauses.lexicon.verbs[word] != nil
      && clauses.lexicon.nouns[word] == nil
  }

  private func closingMark(_ tokens: Range<Int>, _ draft: Draft) -> Int? {
    let opening = tokens.lowerBound
    guard let mark = Self.marks[words.lower[opening]], opening > 0,
      [",", ":"].contains(words.lower[opening - 1]),
      announces(opening, draft),
      let closing = tokens.dropFirst().first(where: { words.lower[$0] == mark }),
      closing + 1 < tokens.upperBound, [",", ".", "?", "!"].contains(words.lower[closing - 1]),
      !tokens[(closing + 1)...].contains(where: { Self.marks[words.lower[$0]] != nil })
    else { return nil }
    return closing + 1
  }

  /// Whether nothing but the source and a comma or colon stands between the cue and a mark.
  private func announces(_ opening: Int, _ draft: Draft) -> Bool {
    guard let last = words.tokens(of: draft.cue).last, last < opening else { return false }
    let source = words.tokens(of: draft.source)
    return (last + 1..<opening).allSatisfy { $0 == opening - 1 || source.contains($0) }
  }

  private static let marks = ["'": "'", "‘": "’", "\"": "\"", "“": "”", "«": "»"]

  private func nextSentence(_ tokens: Range<Int>, _ draft: Draft, _ drafts: [Draft]) -> Int? {
    let sentences = words.text.sentences(overlapping: words.span(tokens))
    guard sentences.count > 1 else { return nil }
    return sentences.dropFirst().map { words.text.sentences[$0].tokens }.first { next in
      let own = next.clamped(to: tokens)
      guard !own.isEmpty, !clauses.isQuoted(own) else { return false }
      return drafts.contains { other in
        other != draft && words.tokens(of: other.cue).contains { next.contains($0) }
          && words.tokens(of: other.source).contains { next.contains($0) }
      }
    }?.lowerBound
  }

  /// The verb of the sentence, when the noun that the content hangs on is its subject: *the claim that he
  /// had lied was withdrawn*.
  private func mainVerb(_ tokens: Range<Int>, _ draft: Draft) -> Int? {
    guard let noun = words.tokens(of: draft.cue).last, !clauses.isQuoted(tokens),
      clauses.lexicon.nouns[words.lower[noun]] != nil,
      words.spells(["that"], from: noun + 1) || words.lower[noun] == "that"
    else { return nil }
    let sentence = clauses.sentence(of: noun)
    guard !clauses.hasVerb(sentence.lowerBound..<noun),
      let first = tokens.dropFirst().first(where: isFinite)
    else { return nil }
    var rest = first + 1
    while rest < tokens.upperBound, clauses.isAuxiliary(rest) || isWithin(rest) { rest += 1 }
    let second = (rest..<max(rest, tokens.upperBound)).first {
      clauses.isAuxiliary($0) || Self.joining.contains(words.lower[$0])
    }
    guard let second, clauses.isAuxiliary(second), second > rest else { return nil }
    return second
  }

  private func isFinite(_ token: Int) -> Bool {
    clauses.isAuxiliary(token) || clauses.mayBePast(token)
  }

  /// Words within a verb group.
  private func isWithin(_ token: Int) -> Bool {
    clauses.mayBePast(token) || words.lower[token].hasSuffix("ly")
      || ["not", "n't", "n’t", "never", "be", "been", "have", "also"].contains(words.lower[token])
  }

  /// Words after which another verb belongs to a clause within the content.
  private static let joining: Set<String> = [
    "and", "but", "or", ",", ";", ":", "that", "which", "who", "whom", "whose", "if", "because",
    "when",
    "while", "where", "what", "how", "whether", "although", "though", "after", "before", "until",
    "than",
    "as", "since", "unless", "to", "he", "she", "they", "it", "we", "i", "you",
  ]

  /// The day of saying, behind a few words without a verb: *rejected the allegation on Monday*.
  private func day(_ tokens: Range<Int>) -> Int? {
    let last = tokens.upperBound - 1
    guard (3...6).contains(tokens.count), clauses.isTime(last), words.lower[last].hasSuffix("day"),
      words.lower[last - 1] == "on", !tokens.contains(where: isFinite), !clauses.isQuoted(tokens)
    else { return nil }
    return last - 1
  }

  private func ownTense(_ tokens: Range<Int>) -> Int? {
    guard !clauses.isQuoted(tokens),
      let had = tokens.first(where: { clauses.isAuxiliary($0) || clauses.mayBePast($0) }),
      words.lower[had] == "had", had + 1 < tokens.upperBound,
      clauses.mayBePast(had + 1) || words.lower[had + 1] == "sold"
    else { return nil }
    let and = tokens[(had + 2)...].first { token in
      words.lower[token] == "and" && token + 1 < tokens.upperBound && clauses.isPastOnly(token + 1)
    }
    guard let and,
      !(had + 2..<and).contains(where: {
        clauses.isAuxiliary($0) || Clauses.relatives.contains(words.lower[$0])
          || words.lower[$0] == ","
      })
    else { return nil }
    return and
  }
}
