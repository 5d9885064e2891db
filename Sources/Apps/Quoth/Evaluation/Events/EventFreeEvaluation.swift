public import QuothReport

/// The measure of restraint: sentences that were read one by one and found free of PLOVER's
/// events.
///
///     let restraint = try EventFreeEvaluation(folder: "corpora/gum", part: part, list: list)
///     let score = restraint.run { article in
///       events.filter { $0.type != nil }.map(\.trigger)     // of the whole document
///     }
///
/// The sentences are listed in `Evaluation/event-free.txt`, which says how they were chosen.
public struct EventFreeEvaluation: GoldMeasure {
  /// Triggers of events that were given a type.
  public typealias Prediction = [Span]

  private let documents: [TreebankDocument]
  private let sentences: Set<String>
  public let corpora: [MeasuredCorpus]

  /// Reads the documents of GUM that a listed sentence is from.
  ///
  /// - Parameter list: names of sentences, as `# sent_id` gives them.
  /// - Throws: as ``TextEvaluation/add(treebank:in:part:)``, also when a sentence is not there.
  public init(folder: String, part: MeasuredPart, list: MeasuredPart) throws {
    let treebank = try Treebank("gum", in: folder, part: part)
    try list.expectAll(treebank.documents.flatMap(\.sentenceNames), in: folder)
    let sentences = list.names ?? []
    documents = treebank.documents.filter { !sentences.isDisjoint(with: $0.sentenceNames) }
    self.sentences = sentences
    corpora = [treebank.corpus]
  }

  public var articles: [MeasuredArticle] { documents.map(\.article) }

  public func score(_ predictions: [[Span]]) -> Score {
    precondition(predictions.count == documents.count, "one prediction for each article")
    var score = Score()
    for (document, triggers) in zip(documents, predictions) {
      for (name, span) in zip(document.sentenceNames, document.sentences)
      where sentences.contains(name) {
        score.sentences += 1
        if triggers.contains(where: span.overlaps) { score.given += 1 }
      }
    }
    return score
  }

  /// How many sentences were read, and how many were given a typed event.
  public struct Score: FiguredScore {
    public fileprivate(set) var sentences = 0
    public fileprivate(set) var given = 0

    /// The share in percent of event-free sentences that were given a typed event.
    public var figures: [Figure] {
      [Figure("given an event", 100 * Double(given) / Double(max(sentences, 1)), isCost: true)]
    }
  }
}
