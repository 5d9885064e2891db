public import QuothReport

/// A text of a corpus as it is given to be read: the words alone, without the answers.
public struct MeasuredArticle: Sendable, Hashable {
  /// Its name in the corpus.
  public let id: String
  public let text: String
  /// The paragraphs, or the lines of corpora that keep none.
  public let blocks: [Block]
  /// The day of publication, `YYYY-MM-DD`, where the corpus states it.
  public let published: String?
  /// The words whose happenings are asked for; nil where none are.
  let happenings: [Span]?

  init(
    id: String, text: String, blocks: [Block], published: String? = nil,
    happenings: [Span]? = nil
  ) {
    self.id = id
    self.text = text
    self.blocks = blocks
    self.published = published
    self.happenings = happenings
  }

  /// The article as a report, so that every step reads it as it reads any other.
  public var report: Report {
    Report(
      id: id, published: published.map { Stated($0, from: .flag) }, text: text, blocks: blocks)
  }
}
