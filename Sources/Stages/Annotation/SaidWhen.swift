import QuothReport
import QuothSyntax
import QuothText
import QuothTime

/// When something was said, from the times that stand beside the cue.
struct SaidWhen {
  let words: Words
  /// The times of the report, in text order.
  let times: [TimeExpression]

  /// The first time in a run of tokens that can be that of a saying; `nil` when there is none.
  func time(in tokens: Range<Int>) -> Time? {
    guard !tokens.isEmpty else { return nil }
    let run = words.span(tokens)
    let first = times.partitionPoint { $0.span.start >= run.start }
    return times[first...].prefix { $0.span.end <= run.end }.first(where: mayBeOfSaying).map(
      Time.init)
  }

  /// Whether a token begins an expression of a day or an hour.
  func isDay(_ token: Int) -> Bool {
    let start = words.text.tokens[token].span.start
    let place = times.partitionPoint { $0.span.start >= start }
    return place < times.count && times[place].span.start == start && isShort(times[place], 1)
  }

  /// A date or hour, and no year that only says which one is spoken of: *said in 2019*, but *said in a
  /// 2019 report*.
  private func mayBeOfSaying(_ time: TimeExpression) -> Bool {
    guard time.type == .date || time.type == .time, !time.value.hasSuffix("_REF") else {
      return false
    }
    let first = words.text.tokens(overlapping: time.span).lowerBound
    let isAdverb = first > 0 && Self.prepositions.contains(words.lower[first - 1])
    return isShort(time, 31) || isAdverb || words.text.tokens[first].kind == .word
  }

  private static let prepositions: Set<String> = ["in", "during", "on", "since", "by"]

  /// Whether it is no longer than so many days.
  private func isShort(_ time: TimeExpression, _ days: Int) -> Bool {
    guard let begin = time.begin, let end = time.end else { return time.value.hasPrefix("XXXX-") }
    return end.number - begin.number < days
  }
}
