public import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothSystem

/// The measure of attribution: articles with gold, against which readings are scored.
///
///     let result = try AttributionEvaluation.run(folders: ["polnear/data/dev"]) { text, id in
///       // read `text`, the article's own text
///     }
///     print(result.table)
///
/// Gold lies in PolNeAR's layout (Evaluation/README.md). Definitions and figures are those of
/// the reference scorer `attribution_score.py`.
/// Source: Newell et al. 2018, "An Attribution Relations Corpus for Political News" (PolNeAR).
public struct AttributionEvaluation: Sendable {
  private let corpus: GoldCorpus

  /// An article to be read.
  public struct Article: Sendable {
    /// The name of its file, without `.txt`.
    public let id: String
    public let text: String
  }

  /// What was read in one article: the text that spans point into, and its attributions.
  public struct Prediction: Sendable {
    public var text: String
    public var attributions: [Attribution]

    public init(text: String, attributions: [Attribution]) {
      self.text = text
      self.attributions = attributions
    }

    public init(_ reading: Reading) {
      self.init(text: reading.report.text, attributions: reading.attributions)
    }
  }

  /// Reads the gold of one or more folders.
  ///
  /// - Parameter part: the articles that count; all of them without it.
  /// - Throws: ``EvaluationError``, or the error of a folder or file that cannot be read.
  public init(folders: [String], part: MeasuredPart? = nil) throws {
    corpus = try GoldCorpus(folders: folders, part: part)
  }

  /// Folder by folder, by name in each: the order in which ``score(_:floors:)`` takes readings.
  public var articles: [Article] { corpus.articles.map { Article(id: $0.name, text: $0.text) } }

  /// Scores one reading for each of ``articles``, in their order.
  ///
  /// - Throws: ``EvaluationError/otherText(article:)`` when a reading has another text than its
  ///   article, a byte-order mark aside.
  /// - Precondition: as many predictions as articles.
  /// - Complexity: O(g p) in gold and predicted attributions of each article, times their length.
  public func score(
    _ predictions: [Prediction], floors: Floors = Floors()
  ) throws(EvaluationError) -> Result {
    precondition(predictions.count == corpus.articles.count, "one prediction for each article")
    var score = AttributionScore()
    var file = PredictionsFile()
    for (article, prediction) in zip(corpus.articles, predictions) {
      let mapped = try Self.mapped(prediction, to: article)
      score += try AttributionScore(article, predicted: mapped)
      file.append(mapped, of: article.name)
    }
    return Result(
      score: score, articles: corpus.articles.count, fingerprint: corpus.fingerprint,
      floors: floors, predictions: file.text)
  }

  /// Reads gold from `folders`, has every article read, and scores the readings.
  ///
  /// - Parameters:
  ///   - predictions: path of a file to write for the reference scorer.
  ///   - read: reads an article's text; the id is the name of its file, without `.txt`.
  /// - Throws: as ``init(folders:)`` and ``score(_:floors:)``, and what `read` throws.
  public static func run(
    folders: [String], predictions: String? = nil, floors: Floors = Floors(),
    read: (_ text: String, _ id: String) throws -> Prediction
  ) throws -> Result {
    let evaluation = try AttributionEvaluation(folders: folders)
    let read = try evaluation.articles.map { try read($0.text, $0.id) }
    let result = try evaluation.score(read, floors: floors)
    if let predictions { try Files.write(Array(result.predictions.utf8), to: predictions) }
    return result
  }

  private static func mapped(
    _ prediction: Prediction, to article: GoldArticle
  ) throws(EvaluationError) -> [StandoffAttribution] {
    let attributions = PolNeARMapping(prediction.attributions, in: prediction.text).attributions
    if prediction.text.utf8.elementsEqual(article.text.utf8) { return attributions }
    guard "\u{FEFF}\(prediction.text)".utf8.elementsEqual(article.text.utf8) else {
      throw .otherText(article: article.name)
    }
    return attributions.map { $0.shifted(by: 1) }
  }
}

extension StandoffAttribution {
  /// The same with all pieces so many code points later.
  fileprivate func shifted(by distance: Int) -> StandoffAttribution {
    var shifted = self
    for role in Role.allCases {
      shifted[role] = self[role].map { $0.lowerBound + distance..<$0.upperBound + distance }
    }
    return shifted
  }
}
