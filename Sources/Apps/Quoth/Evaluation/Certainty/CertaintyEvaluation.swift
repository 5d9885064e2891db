public import QuothReport
import QuothSystem

/// The measure of certainty: sentences with events on a scale from -3, certainly did not happen, to
/// 3, certainly did.
///
///     let certainty = try CertaintyEvaluation(folder: "corpora/factuality", part: part)
///     let score = certainty.run { article in
///       events.map { .init(span: $0.trigger, value: headValue, certainty: recordClass) }
///     }
///
/// An article is one sentence, set up again from its tokens (``TokenizedText``). A gold event takes
/// the prediction that shares most bytes with it, the first of equals, and counts as 3 where there is
/// none: what nobody doubts is certain.
///
/// Source: UW (Lee et al. 2015) as unified by Stanovsky et al. 2017, doi:10.18653/v1/P17-2056, which
/// reports r and the mean absolute error. Compared with NumPy and scikit-learn on 20 changed copies
/// of the development part: r, error, macro F1 and polarity differ by less than 1e-13.
public struct CertaintyEvaluation: GoldMeasure {
  public typealias Prediction = [Event]

  /// An event that was found, and how sure it is.
  public struct Event: Sendable, Hashable {
    public var span: Span
    /// What the head itself says, -3 to 3; nil when it says nothing.
    public var value: Double?
    /// What the record says; nil when it says nothing.
    public var certainty: FactualityClass?
    /// How sure the record is of what it says, 0 to 1.
    public var confidence: Double?

    public init(
      span: Span, value: Double? = nil, certainty: FactualityClass? = nil,
      confidence: Double? = nil
    ) {
      self.span = span
      self.value = value
      self.certainty = certainty
      self.confidence = confidence
    }
  }

  private struct Sentence: Sendable {
    var id: String
    var text: TokenizedText
    var targets: [(span: Span, value: Double)]
  }

  private let sentences: [Sentence]
  public let corpora: [MeasuredCorpus]

  /// Reads the lines of `UW/dev.jsonl` that are measured; they are named `UW/dev/LINE`.
  ///
  /// - Throws: ``EvaluationError/malformedGold(path:)`` when a line is broken, or the error of a file
  ///   that cannot be read.
  public init(folder: String, part: MeasuredPart) throws {
    let gold = try GoldFile("UW/dev.jsonl", in: folder)
    var sentences: [Sentence] = []
    for (index, line) in gold.lines.enumerated() where !line.isEmpty {
      let id = "UW/dev/\(index + 1)"
      guard part.holds(id) else { continue }
      guard let sentence = Self.sentence(line, id: id) else {
        throw EvaluationError.malformedGold(path: "\(folder)/\(gold.file.name)")
      }
      sentences.append(sentence)
    }
    self.sentences = sentences
    corpora = [
      MeasuredCorpus(
        name: "factuality/UW", documents: sentences.count,
        fingerprint: CorpusFile.fingerprint(of: [gold.file]))
    ]
  }

  /// Reads `{"text": "…", "targets": [{"span1": [3, 4], "label": 3.0}]}`.
  private static func sentence(_ line: Substring, id: String) -> Sentence? {
    guard let json = JSON(String(line)), let words = json["text"]?.string else { return nil }
    var text = TokenizedText(joinsHyphens: true)
    text.append(sentence: words.split(separator: " ", omittingEmptySubsequences: false))
    var targets: [(span: Span, value: Double)] = []
    for target in json["targets"]?.elements ?? [] {
      let bounds = target["span1"]?.elements.compactMap(\.string).compactMap { Int($0) } ?? []
      guard bounds.count == 2, bounds[0] >= 0, bounds[0] < bounds[1],
        bounds[1] <= text.tokens.count, let label = target["label"]?.string,
        let value = Double(label)
      else { return nil }
      let span = Span(start: text.tokens[bounds[0]].start, end: text.tokens[bounds[1] - 1].end)
      targets.append((span, value))
    }
    return Sentence(id: id, text: text, targets: targets)
  }

  public var articles: [MeasuredArticle] {
    sentences.map { MeasuredArticle(id: $0.id, text: $0.text.text, blocks: $0.text.blocks()) }
  }

  /// Where the gold events of an article stand, for a head that is asked about given words.
  public func targets(ofArticle index: Int) -> [Span] { sentences[index].targets.map(\.span) }

  public func score(_ predictions: [[Event]]) -> Score {
    precondition(predictions.count == sentences.count, "one prediction for each article")
    var score = Score()
    for (sentence, events) in zip(sentences, predictions) {
      for target in sentence.targets {
        score.add(Self.best(events, for: target.span), gold: target.value)
      }
    }
    return score
  }

  private static func best(_ events: [Event], for target: Span) -> Event? {
    var best: (event: Event, shared: Int)?
    for event in events {
      let shared = min(event.span.end, target.end) - max(event.span.start, target.start)
      if shared > (best?.shared ?? 0) { best = (event, shared) }
    }
    return best?.event
  }

  /// The agreement of the head's own values, and of values read back from the record's classes.
  public struct Score: FiguredScore {
    public private(set) var value = CertaintyAgreement()
    public private(set) var record = CertaintyAgreement()
    /// Gold events that a prediction with a value, or with a class, was found for.
    public private(set) var covered = (value: 0, record: 0)
    /// Of the record's classes that say how sure they are: whether the class is the gold one.
    private var outcomes: [Calibration.Outcome] = []

    fileprivate mutating func add(_ event: Event?, gold: Double) {
      if event?.value != nil { covered.value += 1 }
      if event?.certainty != nil { covered.record += 1 }
      value.add(found: event?.value ?? 3, gold: gold)
      record.add(found: event?.certainty?.value ?? 3, gold: gold)
      guard let certainty = event?.certainty, let confidence = event?.confidence else { return }
      outcomes.append(
        Calibration.Outcome(
          confidence: confidence, isRight: certainty == FactualityClass(value: gold)))
    }

    /// Of each of the two that any prediction was made for: r, error, classes and polarity; and the
    /// calibration error of the record's confidence.
    public var figures: [Figure] {
      (covered.value > 0 ? value.figures(of: "value") : [])
        + (covered.record > 0 ? record.figures(of: "record") : [])
        + Calibration.figures(of: outcomes).named("record")
    }
  }
}
