import Quoth
import QuothSystem

/// Articles of corpora as they were read: each once, whatever the number of measures that ask for it.
struct Readings: Sendable {
  private var byArticle: [MeasuredArticle: MeasuredReading] = [:]

  /// Reads the articles of some measures, several at once.
  ///
  /// - Throws: ``QuothError`` when one cannot be read.
  init(
    for measures: [any ReadingMeasure], by reader: Reader, _ arguments: Arguments
  ) async throws {
    var seen: Set<MeasuredArticle> = []
    let articles = measures.flatMap(\.articles).filter { seen.insert($0).inserted }
    var progress = Progress(total: articles.count)
    defer { progress.clear() }
    try await OrderedWork.run(
      articles, jobs: arguments.count("jobs") ?? Machine.processorCount
    ) { article in
      Result { () throws(QuothError) in (article, try MeasuredReading(article, by: reader)) }
    } emit: { result in
      let (article, reading) = try result.get()
      byArticle[article] = reading
      progress.advance()
    }
  }

  /// What was found in the articles of a measure, as JSON Lines.
  func lines(of measure: any ReadingMeasure) -> String {
    measure.predictions(of: measure.articles.compactMap { byArticle[$0] })
  }

  /// The figures of a measure that was asked for.
  func figures(of measure: any ReadingMeasure) -> [Figure] {
    measure.figures(of: measure.articles.compactMap { byArticle[$0] })
  }
}
