import QuothReport
import QuothSyntax
import QuothText

/// Attributions that a fixed construction shows, added where the model has none.
///
/// - A measure that a source puts at a number: *the ship's log puts the speed at eleven knots*.
/// - Evidence in a picture or a paper, verb first: *also identified in photos from the parade were
///   two generals*.
/// - A participle of urging or accusing after its subject's clause: *she toured the plant, urging
///   workers to stay*.
/// - A relative clause of saying: *the army, which denies it fired*.
/// - A sentence that names the speaker of the quotation before it: *That was how Una Berg, who keeps the
///   lock, summed it up*.
/// - A speaker between verb and colon: *Explained Mayor Dagny Holm: "…"*.
struct SmallConstructions {
  let clauses: Clauses
  private var words: Words { clauses.words }

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for sentence in clauses.bodies {
      for found in [measure(sentence), picture(sentence), participle(sentence)] {
        guard let found, !drafts.contains(where: { known($0, found) }) else { continue }
        drafts.append(found)
      }
      if let found = summary(sentence) {
        for index in drafts.indices {
          drafts[index].content.removeAll { $0.overlaps(found.content[0]) }
        }
        drafts = drafts.leavingOut { $0.content.isEmpty } + [found]
      }
    }
    for sentence in words.text.sentences.map(\.tokens) {
      guard let found = relative(sentence), !drafts.contains(where: { known($0, found) }) else {
        continue
      }
      drafts.append(found)
    }
    return drafts.map(verbBeforeColon).map(purpose)
  }

  /// *Went on television on Tuesday night to announce*: the cue is what was done to say it.
  private func purpose(_ draft: Draft) -> Draft {
    let cue = words.tokens(of: draft.cue)
    guard cue.count > 4, let last = cue.last, let first = cue.first,
      words.lower[last - 1] == "to", clauses.lexicon.tags.contains(words.lower[last]),
      clauses.mayBePast(first) || clauses.isPastOnly(first),
      clauses.lexicon.verbs[words.lower[first]] == nil
    else { return draft }
    var draft = draft
    draft.cue = [words.span(last..<last + 1)]
    return draft
  }

  private func known(_ draft: Draft, _ found: Draft) -> Bool {
    draft.cue.contains { $0.overlaps(found.cue[0]) }
      || draft.content.contains { $0.overlaps(found.cue[0]) }
  }

  private func draft(_ source: Range<Int>, _ cue: Range<Int>, _ content: Range<Int>) -> Draft? {
    let content = ContentExtent(passage: words.passage).trimmed([words.span(content)])
    guard !content.isEmpty else { return nil }
    return Draft(
      source: [words.span(source)], cue: [words.span(cue)], content: content,
      evidence: .init(roles: 0.6, content: 0.9, source: 0.9))
  }

  /// The subject of a sentence: its words up to its first verb.
  private func subject(of sentence: Range<Int>) -> Range<Int>? {
    guard
      let verb = sentence.first(where: {
        clauses.isAuxiliary($0) || clauses.mayBePast($0) || words.lower[$0] == "put"
          || words.lower[$0] == "puts"
      })
    else { return nil }
    let subject = sentence.lowerBound..<verb
    return clauses.mayBeSource(subject) ? subject : nil
  }

  private func relative(_ sentence: Range<Int>) -> Draft? {
    let pronoun = sentence.first { token in
      let verb = token + 1
      return ["who", "which"].contains(words.lower[token]) && token > sentence.lowerBound
        && words.lower[token - 1] == "," && verb + 2 < sentence.upperBound
        && clauses.lexicon.verbs[words.lower[verb]] != nil
        && (words.lower[verb + 1] == "that" || clauses.isPronoun(verb + 1))
        && !clauses.isQuoted(token..<verb + 2)
    }
    guard let pronoun, clauses.antecedent(of: pronoun) != nil else { return nil }
    let segment = clauses.segments(of: sentence).first { $0.contains(pronoun) }
    return draft(
      pronoun..<pronoun + 1, pronoun + 1..<pronoun + 2,
      pronoun + 2..<(segment?.upperBound ?? sentence.upperBound))
  }

  private func summary(_ sentence: Range<Int>) -> Draft? {
    let subject = sentence.lowerBound + 3
    guard subject < sentence.upperBound, words.lower[sentence.lowerBound] == "that",
      ["was", "is"].contains(words.lower[sentence.lowerBound + 1]),
      words.lower[subject - 1] == "how",
      let verb = sentence.first(where: {
        $0 > subject && Self.summaries.contains(words.lower[$0])
      })
    else { return nil }
    let name = subject..<(verb - (words.lower[verb - 1] == "," ? 1 : 0))
    let quotation = quotation(before: sentence.lowerBound)
    guard clauses.mayBeSource(name), !quotation.isEmpty else { return nil }
    return draft(name, verb..<verb + 1, quotation)
  }

  private static let summaries: Set<String> = [
    "put", "puts", "summed", "sums", "described", "describes", "explained", "explains", "saw",
    "sees",
  ]

  /// The sentences right before a token, all of one paragraph, that are quoted from their first word to
  /// their last.
  private func quotation(before token: Int) -> Range<Int> {
    let end = words.text.sentences.partitionPoint { $0.tokens.lowerBound >= token }
    var first = end
    while first > 0, words.text.sentences[first - 1].block == words.text.sentences[end - 1].block,
      words.text.sentences[first - 1].tokens.allSatisfy({ clauses.isQuoted($0..<$0 + 1) })
    {
      first -= 1
    }
    return first < end ? words.text.sentences[first].tokens.lowerBound..<token : token..<token
  }

  private func measure(_ sentence: Range<Int>) -> Draft? {
    guard let put = sentence.first(where: { ["put", "puts"].contains(words.lower[$0]) }),
      let at = (put + 2..<max(put + 2, min(put + 8, sentence.upperBound))).first(where: {
        words.lower[$0] == "at"
      }),
      (at + 1..<min(at + 4, sentence.upperBound)).contains(where: isNumber),
      !clauses.isQuoted(put..<at), let subject = subject(of: sentence)
    else { return nil }
    // Between subject and verb nothing, or a clause that "and" or "but" joins to the verb.
    guard subject.upperBound == put || ["and", "but"].contains(words.lower[put - 1]) else {
      return nil
    }
    return draft(subject, put..<put + 1, put + 1..<sentence.upperBound)
  }

  private func isNumber(_ token: Int) -> Bool {
    words.text.tokens[token].kind == .number || Self.numbers.contains(words.lower[token])
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "dozens", "hundreds", "thousands",
  ]

  private func picture(_ sentence: Range<Int>) -> Draft? {
    var verb = sentence.lowerBound
    if ["also", "clearly"].contains(words.lower[verb]) { verb += 1 }
    guard verb + 3 < sentence.upperBound,
      ["identified", "seen", "shown", "visible", "pictured", "named", "listed"].contains(
        words.lower[verb]),
      ["in", "on"].contains(words.lower[verb + 1]),
      let be = (verb + 3..<min(verb + 14, sentence.upperBound)).first(where: {
        ["is", "are", "was", "were"].contains(words.lower[$0])
      }),
      (verb + 2..<be).contains(where: { clauses.lexicon.sourceNouns[words.lower[$0]] == .document }
      ),
      be + 1 < sentence.upperBound
    else { return nil }
    return draft(verb + 2..<be, verb..<verb + 1, be + 1..<sentence.upperBound)
  }

  private func participle(_ sentence: Range<Int>) -> Draft? {
    let segments = clauses.segments(of: sentence)
    for segment in segments.dropFirst() {
      guard let verb = segment.first, Self.participles.contains(words.lower[verb]),
        segment.count > 2,
        !clauses.isQuoted(sentence), let subject = subject(of: sentence), subject.upperBound < verb
      else { continue }
      var content = verb + 1
      if words.lower[verb] == "urging",
        let to = segment.first(where: {
          words.lower[$0] == "to" || words.spells(["not", "to"], from: $0)
        })
      {
        content = to
      }
      return draft(subject, verb..<verb + 1, content..<sentence.upperBound)
    }
    return nil
  }

  private static let participles: Set<String> = [
    "urging", "warning", "accusing", "arguing", "insisting", "promising", "vowing",
    "predicting", "alleging",
  ]

  private func verbBeforeColon(_ draft: Draft) -> Draft {
    guard let source = words.tokens(of: draft.source).first, words.tokens(of: draft.cue).count == 1,
      let colon = words.tokens(of: draft.cue).first, words.lower[colon] == ":",
      clauses.sentence(of: source).lowerBound == source,
      clauses.lexicon.tags.contains(words.lower[source]), source + 1 < colon
    else { return draft }
    var draft = draft
    draft.cue = [words.span(source..<source + 1)]
    draft.source = [words.span(source + 1..<colon)]
    return draft
  }
}
