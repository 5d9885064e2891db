import Glibc
import QuothAnnotation
import QuothLinking
import QuothReport
import QuothStatement
import QuothSyntax
import QuothText
import QuothTime
public import QuothView

/// Finds the statements of reports that answer a question.
///
/// A statement is weighed by the share of the question's words that it or its source has, rare words
/// counting more, and by how near its sentence is in meaning. One that lacks what is asked for, a
/// holder, time, place or number, counts less.
///
///     AnswerFinder(studies).answers(to: question)     // best first; none: the reports do not say
public struct AnswerFinder: Sendable {
  /// Below it the reports do not say. Of forty questions about the reports in `Examples`, fifteen of
  /// the seventeen that a report answers lie above it, at 0.53 or more; the other two are asked in
  /// other words than its own. Of those that it does not answer none does.
  static let threshold = 0.45
  /// Share of the words in the score; the rest is nearness in meaning.
  static let wordShare = 0.6
  /// What is left of a score without what the question asks for.
  static let unfocused = 0.7

  private let studies: [Study]
  /// For each study and statement, lemmas and stems of its words and of who says it how.
  private let bags: [[Set<String>]]

  public init(_ studies: [Study]) {
    self.studies = studies
    bags = studies.map { study in
      let bag = WordBag(study.reading)
      return study.reading.statements.map(bag.words)
    }
  }

  /// Best first.
  ///
  /// - Complexity: O(s · q) in statements and words of the question.
  public func answers(to question: Question) -> [Answer] {
    let weights = question.words.map { weight(of: $0) }
    let whole = weights.reduce(0, +)
    var answers: [Answer] = []
    for (number, study) in studies.enumerated() {
      for (statement, bag) in zip(study.reading.statements, bags[number]) {
        let shared = zip(question.words, weights).reduce(0.0) { sum, word in
          bag.contains(word.0.lemma) || bag.contains(word.0.stem) ? sum + word.1 : sum
        }
        let overlap = whole > 0 ? shared / whole : 0
        let nearness = nearness(statement, in: study, to: question) ?? overlap
        var score = Self.wordShare * overlap + (1 - Self.wordShare) * max(nearness, 0)
        if let focus = question.focus, !has(focus, statement, in: study.reading) {
          score *= Self.unfocused
        }
        guard score >= Self.threshold else { continue }
        answers.append(Answer(report: number, statement: statement.id, score: score))
      }
    }
    return answers.sorted {
      ($1.score, $0.report, $0.statement) < ($0.score, $1.report, $1.statement)
    }
  }

  /// Rare words weigh more; those that no report has weigh most.
  private func weight(of word: (lemma: String, stem: String)) -> Double {
    var all = 0
    var with = 0
    for bag in bags.joined() {
      all += 1
      if bag.contains(word.lemma) || bag.contains(word.stem) { with += 1 }
    }
    return log((Double(all) + 1) / (Double(with) + 0.5))
  }

  private func nearness(
    _ statement: Statement, in study: Study, to question: Question
  ) -> Double? {
    guard let first = statement.spans.first else { return nil }
    return study.reading.text.sentences(overlapping: first)
      .compactMap { study.sentences[$0]?.nearness(to: question.meaning) }.max()
  }

  private func has(_ focus: Question.Focus, _ statement: Statement, in reading: Reading) -> Bool {
    let events = statement.events.filter(reading.events.indices.contains)
      .map { reading.events[$0] }
    func names(_ types: Set<Entity.Kind>) -> Bool {
      reading.entities.contains { entity in
        types.contains(entity.type)
          && entity.mentions.contains { mention in
            mention.kind == .name && statement.spans.contains { $0.overlaps(mention.span) }
          }
      }
    }
    switch focus {
    case .holder:
      return statement.attribution != nil || names([.person, .organisation, .state, .group])
    case .time:
      return statement.time != nil
        || reading.times.contains { time in statement.spans.contains { $0.overlaps(time.span) } }
    case .place: return statement.place != nil || names([.place, .state])
    case .number: return events.contains { !$0.numbers.isEmpty }
    }
  }
}

/// Lemmas and stems of the words of statements.
private struct WordBag {
  let reading: Reading
  let passage: Passage

  init(_ reading: Reading) {
    self.reading = reading
    passage = Passage(reading.report.text)
  }

  /// Its own words, those of the saying around it, and the names and roles of who holds it.
  func words(of statement: Statement) -> Set<String> {
    var spans = statement.spans
    if let id = statement.attribution, reading.attributions.indices.contains(id) {
      let attribution = reading.attributions[id]
      spans += attribution.source + attribution.cue + attribution.venue
      for entity in attribution.sourceEntities + attribution.addressee
      where reading.entities.indices.contains(entity) {
        spans += reading.entities[entity].mentions.filter { $0.kind == .name }.map(\.span)
        spans += reading.entities[entity].roles.map(\.span)
      }
    }
    var bag: Set<String> = []
    for token in spans.flatMap({ reading.text.tokens(overlapping: $0) }) {
      let form = passage.words(reading.text.tokens[token].span).lowercased()
      bag.insert(WordStem(form).text)
      if let lemma = reading.syntax?.words[token]?.lemma { bag.insert(lemma.lowercased()) }
    }
    return bag
  }
}
