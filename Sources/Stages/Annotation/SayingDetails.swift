import QuothReport
import QuothSyntax
import QuothText
import QuothTime

/// What stands beside a cue: to whom it was said, by what channel, when, and with what limits.
///
/// Looks only at the *frame* of a saying: the words of the cue's sentence that belong to no content,
/// source or cue, each to the cue nearest to it. The frame of a saying within another's content is in
/// that content.
struct SayingDetails {
  let words: Words
  let lexicon: Lexicon
  let drafts: [Draft]
  private let when: SaidWhen
  /// For each token, whether a draft's source or cue holds it.
  private let taken: [Bool]
  /// For each token, the innermost draft whose content holds it.
  private let holder: [Int?]
  /// Last token of each draft's cue, with the draft's position, in text order.
  private let cues: [(token: Int, draft: Int)]

  struct Details: Hashable {
    var addressee: Span?
    var venue: [Span] = []
    var saidWhen: Time?
    var caveats: [Span] = []
  }

  init(words: Words, lexicon: Lexicon, drafts: [Draft], times: [TimeExpression]) {
    self.words = words
    self.lexicon = lexicon
    self.drafts = drafts
    when = SaidWhen(words: words, times: times)
    var taken = [Bool](repeating: false, count: words.lower.count)
    var holder = [Int?](repeating: nil, count: words.lower.count)
    var cues: [(token: Int, draft: Int)] = []
    func depth(_ position: Int) -> Int { drafts[position].parent.map { depth($0) + 1 } ?? 0 }
    for position in drafts.indices.sorted(by: { depth($0) < depth($1) }) {
      for token in words.tokens(of: drafts[position].content) { holder[token] = position }
    }
    for (position, draft) in drafts.enumerated() {
      for token in words.tokens(of: draft.cue + draft.source) { taken[token] = true }
      if let last = words.tokens(of: draft.cue).last { cues.append((last, position)) }
    }
    self.taken = taken
    self.holder = holder
    self.cues = cues.sorted { $0.token < $1.token }
  }

  func details(of position: Int) -> Details {
    var details = Details()
    let cue = words.tokens(of: drafts[position].cue)
    guard let first = cue.first, let last = cue.last else { return details }
    let runs = frame(of: position, cue: first..<last + 1)
    let after = runs.first { $0.lowerBound == last + 1 }
    details.addressee = after.flatMap { told(cue, $0) } ?? runs.lazy.compactMap(hearer).first
    // A cue may hold the channel: "warned in its yearly note".
    details.venue = (runs + [first..<last + 1]).compactMap(venue).sorted()
    details.saidWhen = runs.lazy.compactMap(when.time).first
    details.caveats = runs.flatMap(caveats) + restriction(cue) + followingCaveats(after: last)
    details.caveats = Array(Set(details.caveats)).sorted()
    return details
  }

  /// Runs of free tokens of the cue's sentence that are nearer to this cue than to any other.
  private func frame(of position: Int, cue: Range<Int>) -> [Range<Int>] {
    let sentence = words.text.sentences(overlapping: words.span(cue))
    guard let home = sentence.first else { return [] }
    let within = limits(of: position, words.text.sentences[home].tokens)
    let others = cues.filter { $0.draft != position }.map(\.token)
    var runs: [Range<Int>] = []
    for token in within where !taken[token] && holder[token] == drafts[position].parent {
      let own = min(abs(token - cue.lowerBound), abs(token - cue.upperBound + 1))
      guard others.allSatisfy({ abs($0 - token) > own }) else { continue }
      if let last = runs.last, last.upperBound == token {
        runs[runs.count - 1] = last.lowerBound..<token + 1
      } else {
        runs.append(token..<token + 1)
      }
    }
    return runs
  }

  /// A nested saying's frame does not leave its parent's content.
  private func limits(of position: Int, _ sentence: Range<Int>) -> Range<Int> {
    guard let parent = drafts[position].parent, let first = drafts[parent].content.first,
      let last = drafts[parent].content.last
    else { return sentence }
    return words.text.tokens(overlapping: Span(start: first.start, end: last.end)).clamped(
      to: sentence)
  }

  // MARK: To whom

  /// "told *the Herald*": the noun phrase after a verb that takes a hearer.
  private func told(_ cue: [Int], _ run: Range<Int>) -> Span? {
    guard cue.contains(where: { Self.tellings.contains(words.lower[$0]) }) else { return nil }
    return nounPhrase(run)
  }

  private static let tellings: Set<String> = [
    "tell", "tells", "told", "telling", "inform", "informed", "assure", "assured", "assuring",
    "remind",
    "reminded", "warn", "warned", "warning", "ask", "asked", "asking", "urge", "urged", "urging",
    "advise", "advised", "notify", "notified", "brief", "briefed", "promised", "ordered",
    "instructed",
  ]

  /// "said *to reporters*", "in an interview with *the Herald*".
  private func hearer(_ run: Range<Int>) -> Span? {
    for token in run.dropLast() {
      let afterChannel = token > run.lowerBound && lexicon.venues.contains(words.lower[token - 1])
      let introduces = words.lower[token] == "to" || (words.lower[token] == "with" && afterChannel)
      guard introduces, mayBeginName(token + 1), let phrase = nounPhrase(token + 1..<run.upperBound)
      else { continue }
      return phrase
    }
    return nil
  }

  /// After "to" a noun phrase shows itself by a determiner, a capital, or a plural that listens.
  private func mayBeginName(_ token: Int) -> Bool {
    words.isCapitalised(token) || Self.determiners.contains(words.lower[token])
      || lexicon.sourceNouns[words.lower[token]] != nil
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "these", "state", "local",
    "foreign", "some", "several", "two", "three",
  ]

  private func nounPhrase(_ run: Range<Int>) -> Span? {
    var end = run.lowerBound
    while end < run.upperBound, !Self.phraseEnds.contains(words.lower[end]), !when.isDay(end) {
      end += 1
    }
    return end > run.lowerBound ? words.span(run.lowerBound..<end) : nil
  }

  private static let phraseEnds: Set<String> = [
    "on", "in", "at", "during", "after", "before", "by", "via", "through", "as", "that", "when",
    "while",
    ",", ".", ":", ";", "-", "–", "—", "(", ")", "\"", "“", "”", "last", "this", "early", "late",
    "about",
    "to", "and", "from", "not", "without", "how", "why", "what", "if", "whether", "earlier",
    "later",
  ]

  // MARK: By what channel

  /// "in a statement", "on Telegram", "in an interview with the Herald".
  private func venue(_ run: Range<Int>) -> Span? {
    for token in run where Self.channels.contains(words.lower[token]) {
      var noun: Int?
      for next in (token + 1)..<max(token + 1, min(token + 8, run.upperBound)) {
        if Self.phraseEnds.contains(words.lower[next]) { break }
        if lexicon.venues.contains(words.lower[next]) { noun = next }
      }
      if let noun { return words.span(token..<complement(of: noun, in: run)) }
    }
    return nil
  }

  /// End of what completes a channel: "interview *with the Herald*", "briefing *for attachés*".
  private func complement(of noun: Int, in run: Range<Int>) -> Int {
    let preposition = noun + 1
    guard preposition < run.upperBound - 1, Self.completing.contains(words.lower[preposition]),
      let phrase = nounPhrase(preposition + 1..<run.upperBound)
    else { return noun + 1 }
    return words.text.tokens(overlapping: phrase).upperBound
  }

  private static let completing: Set<String> = ["with", "for", "of", "to", "by"]

  private static let channels: Set<String> = [
    "in", "on", "at", "during", "via", "through", "from", "by",
  ]

  // MARK: With what limits

  private func caveats(_ run: Range<Int>) -> [Span] {
    var found: [Span] = []
    var token = run.lowerBound
    while token < run.upperBound {
      let caveat = lexicon.caveats.first {
        $0.place == .frame && $0.words != ["only"] && words.spells($0.words, from: token)
      }
      guard let caveat else {
        token += 1
        continue
      }
      var end = min(token + caveat.words.count, run.upperBound)
      if caveat.extent == .clause {
        while end < run.upperBound, !Self.clauseEnds.contains(words.lower[end]) { end += 1 }
      }
      found.append(words.span(token..<end))
      token = end
    }
    return found
  }

  private static let clauseEnds: Set<String> = [",", ".", ";", ":", "—", "–", "\"", "“", "”", ")"]

  /// "confirmed only": the word that limits the verb, with the verb.
  private func restriction(_ cue: [Int]) -> [Span] {
    guard let first = cue.first, let last = cue.last,
      let only = ([first - 1, last + 1] + cue).first(where: {
        $0 >= 0 && $0 < words.lower.count && words.lower[$0] == "only"
      })
    else { return [] }
    return [words.span(min(first, only)..<max(last, only) + 1)]
  }

  /// A sentence of its own: "The claim could not be independently verified."
  private func followingCaveats(after cue: Int) -> [Span] {
    let sentence = words.text.sentences.partitionPoint { $0.tokens.upperBound > cue }
    guard sentence + 1 < words.text.sentences.count else { return [] }
    let next = words.text.sentences[sentence + 1]
    let own = cues.last { $0.token < next.tokens.lowerBound && drafts[$0.draft].parent == nil }
    guard next.role == .body, own?.token == cue else { return [] }
    let limits = lexicon.caveats.contains { caveat in
      caveat.place == .following && next.tokens.contains { words.spells(caveat.words, from: $0) }
    }
    let says = drafts.contains { $0.content.contains(where: next.span.overlaps) }
    return limits && !says ? [withoutFullStop(next)] : []
  }

  private func withoutFullStop(_ sentence: Sentence) -> Span {
    let last = sentence.tokens.upperBound - 1
    let ends = words.text.tokens[last].kind == .punctuation && sentence.tokens.count > 1
    return words.span(sentence.tokens.lowerBound..<(ends ? last : last + 1))
  }
}
