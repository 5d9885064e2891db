public import QuothReport

/// The measure of coreference: OntoGUM, from raw text.
///
///     let coreference = try CoreferenceEvaluation(folder: "corpora/gum", part: part)
///     let score = coreference.run { article in
///       entities.map { $0.mentions.map(\.span) }     // read from `article.report`
///     }
///
/// A predicted mention counts as the gold tokens that it touches; it is right when gold has exactly
/// these. Clusters of one mention are left out on both sides (``CoreferenceScore``).
public struct CoreferenceEvaluation: GoldMeasure {
  /// Clusters of mentions, each a span of the text.
  public typealias Prediction = [[Span]]

  private let documents: [(source: TreebankDocument, gold: OntoGUMDocument)]
  public let corpora: [MeasuredCorpus]

  /// Reads `conllu/NAME.conllu`, for the text, and `ontogum/NAME.conll`.
  ///
  /// - Throws: as ``TextEvaluation/add(treebank:in:part:)``, and
  ///   ``EvaluationError/malformedGold(path:)`` when both do not fit.
  public init(folder: String, part: MeasuredPart) throws {
    let treebank = try Treebank("gum", in: folder, part: part)
    var files: [CorpusFile] = []
    documents = try treebank.documents.map { document in
      let gold = try GoldFile("ontogum/\(document.name).conll", in: folder)
      files.append(gold.file)
      guard let coreference = OntoGUMDocument(gold.lines, text: document.text) else {
        throw EvaluationError.malformedGold(path: "\(folder)/\(gold.file.name)")
      }
      return (document, coreference)
    }
    corpora = [
      MeasuredCorpus(
        name: "gum/ontogum", documents: documents.count,
        fingerprint: CorpusFile.fingerprint(of: files))
    ]
  }

  public var articles: [MeasuredArticle] { documents.map(\.source.article) }

  public func score(_ predictions: [[[Span]]]) -> Score {
    precondition(predictions.count == documents.count, "one prediction for each article")
    var score = Score()
    for ((source, gold), clusters) in zip(documents, predictions) {
      let tokens = GoldTokens(gold.tokens)
      let own = CoreferenceScore(
        gold: gold.clusters, found: clusters.map { $0.compactMap { tokens[$0] } })
      for group in source.groups(in: "gum") { score.add(own, to: group) }
    }
    return score
  }

  /// The scores of all documents (`gum`) and of each genre, such as `gum news`.
  public struct Score: FiguredScore {
    private var groups: [String: CoreferenceScore] = [:]

    public subscript(group: String) -> CoreferenceScore { groups[group] ?? CoreferenceScore() }

    fileprivate mutating func add(_ score: CoreferenceScore, to group: String) {
      groups[group, default: CoreferenceScore()] += score
    }

    /// F1 in percent: MUC, B³, CEAF-φ4 and their mean, of all documents; the mean alone of the
    /// genres the bar of other measures is set on.
    public var figures: [Figure] {
      self["gum"].figures(of: "gum")
        + [Figure("gum news+interview CoNLL", 100 * self["gum news+interview"].conllF1)]
    }
  }
}

extension CoreferenceScore {
  /// F1 in percent: MUC, B³, CEAF-φ4 and their mean.
  func figures(of name: String) -> [Figure] {
    [
      Figure("\(name) MUC", 100 * muc.f1), Figure("\(name) B3", 100 * bCubed.f1),
      Figure("\(name) CEAF4", 100 * ceaf.f1), Figure("\(name) CoNLL", 100 * conllF1),
    ]
  }
}
