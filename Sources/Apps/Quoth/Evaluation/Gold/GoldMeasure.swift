/// A corpus with answers, and how a reading of it is scored.
///
/// A measure does not know how predictions are made: a reading supplies one for each article, as
/// plain spans of the article's text and plain words.
///
///     let names = try NamesEvaluation(folder: "corpora/conll03", part: part)
///     let score = names.run { article in
///       // read `article.report`, and give the mentions found
///     }
///     print(score.table)
public protocol GoldMeasure: Sendable {
  /// What was found in one article.
  associatedtype Prediction: Sendable
  associatedtype Score: FiguredScore

  /// In the order in which ``score(_:)`` takes predictions.
  var articles: [MeasuredArticle] { get }
  /// What is measured on.
  var corpora: [MeasuredCorpus] { get }

  /// Scores one prediction for each of ``articles``, in their order.
  ///
  /// - Precondition: as many predictions as articles.
  func score(_ predictions: [Prediction]) -> Score
}

extension GoldMeasure {
  /// Has every article read, and scores what was found.
  public func run<Failure>(
    _ read: (MeasuredArticle) throws(Failure) -> Prediction
  ) throws(Failure) -> Score {
    var predictions: [Prediction] = []
    for article in articles { predictions.append(try read(article)) }
    return score(predictions)
  }
}

/// A score that tells its figures.
public protocol FiguredScore: Sendable {
  /// As floors may hold them, in the order in which they are shown.
  var figures: [Figure] { get }
}

extension FiguredScore {
  /// All figures for people, a line each, with two decimals.
  public var table: String {
    let width = figures.map(\.name.count).max() ?? 0
    return figures.map { figure in
      let blanks = String(repeating: " ", count: width - figure.name.count)
      return figure.name + blanks + "  "
        + Decimal.padded(Decimal.fixed(figure.value, decimals: 2), to: 7) + "\n"
    }.joined()
  }
}
