import QuothReport
import QuothSystem

/// The measure of event types: sentences in which one event between a source and a target has a
/// PLOVER type.
///
///     let types = try EventTypeEvaluation(folder: "corpora/plover", part: part)
///     let score = types.run { article in
///       events.map { TypedEvent(trigger: …, type: "AID", actors: [head], recipients: [head]) }
///     }
///
/// Of the typed events of a sentence the one that best fits the marked pair is chosen: one point
/// where an actor's head lies in the source, one where a recipient's head lies in the target, the
/// first of equals. Its type is right when it is the gold one and the event fits at all. Untyped
/// events do not count.
///
/// Source: Zero-Shot-PLOVER (Hu et al. 2024, arXiv:2405.11145), its fifteen roots; types are those of
/// PLOVER 2021. Compared with a count of our own in Python, made from the file alone, on 20 sets of drawn
/// events: all figures differ by less than 1e-13.
public struct EventTypeEvaluation: GoldMeasure {
  public typealias Prediction = [TypedEvent]

  private let sentences: [PLOVERSentence]
  public let corpora: [MeasuredCorpus]

  /// Reads the measured rows of `PLV_train.tsv`; each is an article of one sentence.
  ///
  /// - Throws: ``EvaluationError/malformedGold(path:)`` when columns are missing, or the error of a
  ///   file that cannot be read.
  public init(folder: String, part: MeasuredPart) throws {
    let gold = try GoldFile("PLV_train.tsv", in: folder)
    guard let rows = PLOVERSentence.rows(gold.lines, keeping: part.holds) else {
      throw EvaluationError.malformedGold(path: "\(folder)/\(gold.file.name)")
    }
    sentences = rows
    corpora = [
      MeasuredCorpus(
        name: "plover", documents: rows.count,
        fingerprint: CorpusFile.fingerprint(of: [gold.file]))
    ]
  }

  public var articles: [MeasuredArticle] { sentences.map(\.article) }

  public func score(_ predictions: [[TypedEvent]]) -> Score {
    precondition(predictions.count == sentences.count, "one prediction for each article")
    var score = Score()
    for (sentence, events) in zip(sentences, predictions) {
      score.add(events.filter { $0.type != nil }, in: sentence)
    }
    return score
  }

  /// Counts over the sentences.
  public struct Score: FiguredScore {
    public private(set) var sentences = 0
    /// Sentences whose best-fitting event has the gold type.
    public private(set) var rightTypes = 0
    /// Typed events of another type than the gold one.
    public private(set) var otherTypes = 0
    /// Heads of the chosen event against the marked source.
    public private(set) var actors = Count()
    /// Heads of the chosen event against the marked target.
    public private(set) var recipients = Count()
    /// Of the typed events that say how sure they are: whether theirs is the gold type.
    private var outcomes: [Calibration.Outcome] = []

    public var accuracy: Double { sentences == 0 ? 0 : Double(rightTypes) / Double(sentences) }
    /// Events of another type, in the mean.
    public var othersPerSentence: Double {
      sentences == 0 ? 0 : Double(otherTypes) / Double(sentences)
    }

    /// - Parameter events: those with a type.
    fileprivate mutating func add(_ events: [TypedEvent], in sentence: PLOVERSentence) {
      sentences += 1
      otherTypes += events.count { $0.root != sentence.type }
      for event in events {
        guard let confidence = event.confidence else { continue }
        outcomes.append(
          Calibration.Outcome(confidence: confidence, isRight: event.root == sentence.type))
      }
      func fit(_ event: TypedEvent) -> Int {
        (event.actors.contains { Self.lies($0, in: sentence.sources) } ? 1 : 0)
          + (event.recipients.contains { Self.lies($0, in: sentence.targets) } ? 1 : 0)
      }
      let greatest = events.map(fit).max() ?? 0
      let chosen = events.first { fit($0) == greatest }
      if greatest > 0, chosen?.root == sentence.type { rightTypes += 1 }
      actors += Self.count(chosen?.actors ?? [], in: sentence.sources)
      recipients += Self.count(chosen?.recipients ?? [], in: sentence.targets)
    }

    /// Whether a head shares a byte with one of the places where a party is named.
    private static func lies(_ head: Span, in places: [Span]) -> Bool {
      places.contains(where: head.overlaps)
    }

    /// A party named in several places is one; a second head in it is one too many.
    private static func count(_ heads: [Span], in places: [Span]) -> Count {
      Count(
        right: heads.contains { lies($0, in: places) } ? 1 : 0, found: Set(heads).count,
        gold: places.isEmpty ? 0 : 1)
    }

    /// Accuracy of types, F1 of heads, in percent; how many events of other types a sentence has; and
    /// the calibration error of confidence.
    public var figures: [Figure] {
      [
        Figure("type", 100 * accuracy), Figure("actor", 100 * actors.f1),
        Figure("recipient", 100 * recipients.f1),
        Figure("other types a sentence", othersPerSentence, isCost: true),
      ] + Calibration.figures(of: outcomes)
    }
  }
}
