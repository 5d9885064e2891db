import QuothAnnotation
public import QuothLedger
import QuothLinking
import QuothStatement
import QuothSyntax

/// Finds the statements of a ledger that answer a question, as ``AnswerFinder`` does those of a few reports.
///
/// Full text brings the candidates. Each is weighed by the share of the question's words that it, its holder or the
/// headline of its report has, rare words counting more, and by how near it and its report are in meaning. One that
/// lacks what is asked for counts less.
///
///     try LedgerAnswers(ledger).answers(to: question, limit: 5)     // best first; none: the ledger does not say
public struct LedgerAnswers {
  private let ledger: Ledger

  /// Higher than ``AnswerFinder/threshold``: of many reports some are always near a question.
  private static let threshold = 0.5
  /// Candidates that are weighed.
  private static let depth = 400
  /// What a word counts that the headline alone has: it says what the report is about, not what is said.
  private static let headlineShare = 0.5
  /// Share of the report in the nearness of meaning.
  private static let reportShare = 0.25

  public struct Answer: Sendable {
    public var statement: LedgerStatement
    /// 0 to 1; about the match, never about the truth.
    public var score: Double
  }

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// - Complexity: O(m) in statements that have a word of the question, which full text counts.
  public func answers(to question: Question, limit: Int) throws(LedgerError) -> [Answer] {
    let words = question.words
    let weights = try ledger.weights(ofStems: words.map(\.stem))
    let whole = weights.reduce(0, +)
    guard whole > 0 else { return [] }
    var answers: [Answer] = []
    for candidate in try ledger.candidates(words.map(\.lemma), limit: Self.depth) {
      let own = Self.stems(candidate.statement.words + " " + candidate.holders).union(
        candidate.statement.act.map { [WordStem($0.rawValue).text] } ?? [])
      let around = Self.stems(candidate.headline)
      let shared = zip(words, weights).reduce(0.0) { sum, word in
        let forms = [word.0.stem, WordStem(word.0.lemma).text]
        if forms.contains(where: own.contains) { return sum + word.1 }
        return forms.contains(where: around.contains) ? sum + Self.headlineShare * word.1 : sum
      }
      let nearness =
        (1 - Self.reportShare) * question.meaning.nearness(to: candidate.sketch.meaning)
        + Self.reportShare * question.meaning.nearness(to: candidate.reportMeaning)
      var score =
        AnswerFinder.wordShare * shared / whole
        + (1 - AnswerFinder.wordShare) * max(nearness, 0)
      if let focus = question.focus, !Self.has(focus, candidate) { score *= AnswerFinder.unfocused }
      guard score >= Self.threshold else { continue }
      answers.append(Answer(statement: candidate.statement, score: score))
    }
    answers.sort { ($1.score, $0.statement.key) < ($0.score, $1.statement.key) }
    return Self.distinct(answers, limit: limit)
  }

  /// Of those that say the same in the same words, copies above all, the best.
  private static func distinct(_ answers: [Answer], limit: Int) -> [Answer] {
    var seen: Set<[String]> = []
    var kept: [Answer] = []
    for answer in answers where kept.count < limit {
      let statement = answer.statement
      if seen.insert([statement.holderName ?? "", statement.words]).inserted {
        kept.append(answer)
      }
    }
    return kept
  }

  private static func stems(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
        .map { WordStem(String($0)).text })
  }

  private static func has(_ focus: Question.Focus, _ candidate: AnswerCandidate) -> Bool {
    switch focus {
    case .holder: candidate.statement.holder != .reporter || !candidate.sketch.names.isEmpty
    case .time: candidate.statement.time != nil
    case .place: candidate.statement.place != nil
    case .number: !candidate.sketch.figures.isEmpty
    }
  }
}
