public import QuothReport
import QuothSystem

/// The measures over MEANTIME: events, who took part, times, certainty, and coreference, in one
/// reading of whole reports.
///
///     let meantime = try MeantimeEvaluation(folder: "corpora/meantime")
///     let score = meantime.run { article in
///       MeantimeEvaluation.Prediction(events: …, times: …, entities: …)
///     }
///
/// Text is set up again from tokens (``TokenizedText``), a block for each sentence, with the day of
/// publication. Predicted spans count as the gold tokens that they touch. Only the sentences that are
/// annotated within documents count (``MeantimeDocument``).
///
/// Source: Minard et al. 2016, the parts airbus, apple and gm of `intra-doc_annotation`. Compared with
/// a count of our own in Python, made from the files alone, on 20 changed copies of the gold: all figures
/// but those of coreference, which ``CoreferenceScore`` answers for, differ by less than 1e-13.
public struct MeantimeEvaluation: GoldMeasure {
  /// What a participant does in an event.
  public enum Role: String, Sendable, Hashable {
    /// PropBank's Arg0: who acts.
    case actor
    /// Arg1 to Arg4: who or what is acted on.
    case recipient

    /// nil for places and other circumstances, which are not scored.
    init?(semanticRole: String) {
      switch semanticRole {
      case "Arg0": self = .actor
      case "Arg1", "Arg2", "Arg3", "Arg4": self = .recipient
      default: return nil
      }
    }
  }

  /// What was found in one report.
  public struct Prediction: Sendable {
    public var events: [Event]
    public var times: [TimeExpression]
    /// Mentions of one entity each.
    public var entities: [[Span]]

    public init(
      events: [Event] = [], times: [TimeExpression] = [], entities: [[Span]] = []
    ) {
      self.events = events
      self.times = times
      self.entities = entities
    }
  }

  public struct Event: Sendable, Hashable {
    public var trigger: Span
    /// nil when nothing is said of it, which counts as wrong.
    public var certainty: FactualityClass?
    public var participants: [Participant]

    public init(
      trigger: Span, certainty: FactualityClass? = nil, participants: [Participant] = []
    ) {
      self.trigger = trigger
      self.certainty = certainty
      self.participants = participants
    }
  }

  public struct Participant: Sendable, Hashable {
    /// The head word of the mention.
    public var head: Span
    public var role: Role

    public init(head: Span, role: Role) {
      self.head = head
      self.role = role
    }
  }

  public struct TimeExpression: Sendable, Hashable {
    public var span: Span
    /// As TIMEX3 writes it.
    public var value: String

    public init(span: Span, value: String) {
      self.span = span
      self.value = value
    }
  }

  /// The parts that may be looked at.
  static let parts = ["airbus", "apple", "gm"]

  private let documents: [MeantimeDocument]
  public let corpora: [MeasuredCorpus]

  /// Reads the reports of the three parts, and no other.
  ///
  /// - Throws: ``EvaluationError/noGold(folder:layout:)`` when a part holds no report, or the error of
  ///   a file that cannot be read.
  public init(folder: String) throws {
    var files: [GoldFile] = []
    for part in Self.parts {
      let name = "intra-doc_annotation/corpus_\(part)"
      let paths = try Files.list("\(folder)/\(name)").filter { $0.hasSuffix(".xml") }
      guard !paths.isEmpty else {
        throw EvaluationError.noGold(folder: folder, layout: EvaluationError.meantimeLayout)
      }
      files += try paths.map { try GoldFile(String($0.dropFirst(folder.count + 1)), in: folder) }
    }
    documents = files.map { MeantimeDocument(xml: $0.text) }
    corpora = [
      MeasuredCorpus(
        name: "meantime", documents: documents.count,
        fingerprint: CorpusFile.fingerprint(of: files.map(\.file)))
    ]
  }

  public var articles: [MeasuredArticle] { documents.map(\.article) }

  public func score(_ predictions: [Prediction]) -> MeantimeScore {
    precondition(predictions.count == documents.count, "one prediction for each article")
    var score = MeantimeScore()
    for (document, prediction) in zip(documents, predictions) {
      score.add(prediction, to: document)
    }
    return score
  }
}
