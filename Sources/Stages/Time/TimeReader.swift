public import QuothReport
public import QuothText

/// Finds the times that a report names, and the days of the calendar they mean.
///
///     TimeReader(grammar: grammar).expressions(in: text, published: "2026-03-04")
///
/// Pure and total: what the rules do not know is not an expression, and a time that only an event could
/// fix (*two days after the flood*) keeps its length and gets no date.
public struct TimeReader: Sendable {
  private let grammar: TimeGrammar

  public init(grammar: TimeGrammar) {
    self.grammar = grammar
  }

  /// The expressions of a text, in text order; they do not overlap.
  ///
  /// - Parameters:
  ///   - published: ISO 8601 date, or date and time; `nil` leaves open what hangs on it.
  ///   - tense: the tense of the verb that governs words of the report, where the caller knows it.
  ///     Where it does not, the words around the expression are asked.
  /// - Complexity: O(n) in tokens.
  public func expressions(
    in text: Text, published: String?, tense: (Span) -> VerbTense? = { _ in nil }
  ) -> [TimeExpression] {
    let lexemes = Lexemes(text, grammar: grammar)
    let tenses = TenseReader(lexemes: lexemes, grammar: grammar)
    var resolver = TimeResolver(today: day(of: text, lexemes, published: published))
    var expressions: [TimeExpression] = []
    for (number, sentence) in lexemes.sentences.enumerated() {
      let matcher = TimeMatcher(lexemes: lexemes, grammar: grammar, sentence: sentence)
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        guard let match = matcher.longest(at: token) else {
          token += 1
          continue
        }
        let rule = grammar.rules[match.rule]
        let parts = TimeParts(rule: rule, captures: match.captures)
        let span = Span(
          start: lexemes.spans[match.tokens.lowerBound].start,
          end: lexemes.spans[match.tokens.upperBound - 1].end)
        let meant = resolver.meant(by: rule, parts, in: number) {
          tense(span) ?? tenses.tense(around: match.tokens, in: sentence)
        }
        token = match.tokens.upperBound
        guard let meant else { continue }
        expressions.append(
          TimeExpression(
            span: span, type: meant.type, value: meant.value, mod: parts.mod, begin: meant.begin,
            end: meant.end, basis: meant.basis))
      }
    }
    return expressions
  }

  /// The day that the report speaks from: that of its dateline, where it names one of the week before
  /// publication, or else the day of publication.
  private func day(of text: Text, _ lexemes: Lexemes, published: String?) -> CalendarDay? {
    let published = published.flatMap { CalendarDay($0) }
    guard let published, let dateline = text.report.dateline?.span else { return published }
    var resolver = TimeResolver(today: published)
    for (number, sentence) in lexemes.sentences.enumerated()
    where dateline.contains(text.sentences[number].span) {
      let matcher = TimeMatcher(lexemes: lexemes, grammar: grammar, sentence: sentence)
      for token in sentence {
        guard let match = matcher.longest(at: token) else { continue }
        let rule = grammar.rules[match.rule]
        let parts = TimeParts(rule: rule, captures: match.captures)
        if let day = resolver.meant(by: rule, parts, in: number, tense: { nil })?.period,
          day.grain == .day, (0...7).contains(published.number - day.number)
        {
          return day.first
        }
      }
    }
    return published
  }
}
