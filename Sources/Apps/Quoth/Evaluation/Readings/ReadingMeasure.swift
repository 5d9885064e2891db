/// A measure that takes its predictions from readings.
///
///     let names = try NamesEvaluation(folder: "corpora/conll03", part: part)
///     let readings = try names.articles.map { try MeasuredReading($0, by: reader) }
///     print(names.figures(of: readings))
public protocol ReadingMeasure: Sendable {
  /// What is to be read.
  var articles: [MeasuredArticle] { get }
  /// What is measured on.
  var corpora: [MeasuredCorpus] { get }

  /// The figures of one reading for each of ``articles``, in their order.
  ///
  /// - Precondition: as many readings as articles.
  func figures(of readings: [MeasuredReading]) -> [Figure]

  /// What was found, as JSON Lines: what the heads say, unless a measure looks at something else.
  ///
  /// - Precondition: as many readings as articles.
  func predictions(of readings: [MeasuredReading]) -> String
}

extension ReadingMeasure {
  public func predictions(of readings: [MeasuredReading]) -> String {
    readings.map { $0.json + "\n" }.joined()
  }
}

extension [Figure] {
  /// The same figures, their names after a word that says of what they are.
  func named(_ word: String) -> [Figure] {
    map { Figure("\(word) \($0.name)", $0.value, isCost: $0.isCost) }
  }
}
