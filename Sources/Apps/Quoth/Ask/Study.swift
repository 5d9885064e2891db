import QuothEngine
public import QuothLinking
public import QuothReport
public import QuothStatement
import QuothSyntax
import QuothText

/// A report that was read, with what the model says of it beside.
public struct Study: Sendable {
  public var reading: Reading
  /// What each sentence that was encoded means, by its number.
  public var sentences: [Int: Meaning]
  /// What each statement means.
  public var statements: [Meaning]
  /// What the head of certainty says of each token, -3 to 3; nil for tokens that are not encoded.
  public var certainty: [Float?]

  public init(
    reading: Reading, sentences: [Int: Meaning], statements: [Meaning], certainty: [Float?]
  ) {
    self.reading = reading
    self.sentences = sentences
    self.statements = statements
    self.certainty = certainty
  }
}

extension Reader {
  /// Name of the head that turns the mean state of words into their vector.
  private static let vectorHead = "sentences"

  /// Reads a report, and what its sentences and statements mean.
  ///
  /// - Throws: ``QuothError`` when the bytes are no report, or one in another language.
  public func study(_ document: Document) throws(QuothError) -> Study {
    try study(Words(Text(report(document))))
  }

  func study(_ words: Words) throws(QuothError) -> Study {
    let heads = try heads(words)
    let reading = try read(heads)
    let sentences = try meanings(heads.encoding.means)
    let statements = try meanings(
      reading.statements.flatMap { statement in
        heads.encoding.mean(ofTokens: heads.encoding.words.tokens(of: statement.spans))
      })
    return Study(
      reading: reading,
      sentences: Dictionary(uniqueKeysWithValues: zip(heads.encoding.sentences, sentences)),
      statements: statements, certainty: heads.certainty)
  }

  /// What each row of mean states means; none where the model has no head for it.
  func meanings(_ means: [Float]) throws(QuothError) -> [Meaning] {
    guard model.manifest.heads.contains(where: { $0.name == Self.vectorHead }) else { return [] }
    do throws(EngineError) {
      let table = try model.scores(of: Self.vectorHead, means)
      return (0..<table.rows).map { Meaning(Array(table[$0])) }
    } catch {
      throw QuothError(error)
    }
  }
}
