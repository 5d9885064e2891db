import QuothEngine
public import QuothReport
public import QuothStatement
import QuothSyntax
import QuothText
import Glibc

/// A report that was read, with what the model says of it beside.
public struct Study: Sendable {
  public var reading: Reading
  /// What its sentences mean.
  public var vectors: SentenceVectors
  /// What the head of certainty says of each token, -3 to 3; nil for tokens that are not encoded.
  public var certainty: [Float?]

  public init(reading: Reading, vectors: SentenceVectors, certainty: [Float?]) {
    self.reading = reading
    self.vectors = vectors
    self.certainty = certainty
  }
}

/// A vector of length 1 for each sentence that was encoded.
public struct SentenceVectors: Sendable {
  private let vectors: [Int: [Float]]

  /// - Parameter vectors: By the number of their sentence.
  public init(_ vectors: [Int: [Float]]) {
    self.vectors = vectors.mapValues { vector in
      let length = sqrt(Vectors.product(vector[...], vector[...]))
      return length > 0 ? vector.map { $0 / length } : vector
    }
  }

  public var isEmpty: Bool { vectors.isEmpty }

  /// How near a sentence is in meaning to the first of another text, -1 to 1; nil where either was
  /// not encoded.
  public func nearness(_ sentence: Int, to other: SentenceVectors) -> Double? {
    guard let mine = vectors[sentence], let first = other.vectors.keys.min(),
      let theirs = other.vectors[first], mine.count == theirs.count
    else { return nil }
    return Double(Vectors.product(mine[...], theirs[...]))
  }
}

extension Reader {
  /// Name of the head that turns the mean state of a sentence into its vector.
  private static let vectorHead = "sentences"

  /// Reads a report, and what its sentences mean.
  ///
  /// - Throws: ``QuothError`` when the bytes are no report, or one in another language.
  public func study(_ document: Document) throws(QuothError) -> Study {
    try study(Words(Text(report(document))))
  }

  func study(_ words: Words) throws(QuothError) -> Study {
    let heads = try heads(words)
    return Study(
      reading: try read(heads), vectors: try vectors(heads.encoding),
      certainty: heads.certainty)
  }

  /// Empty where the model has no head for it.
  private func vectors(_ encoding: Encoding) throws(QuothError) -> SentenceVectors {
    guard model.manifest.heads.contains(where: { $0.name == Self.vectorHead }) else {
      return SentenceVectors([:])
    }
    do throws(EngineError) {
      let table = try model.scores(of: Self.vectorHead, encoding.means)
      var vectors: [Int: [Float]] = [:]
      for (row, sentence) in encoding.sentences.enumerated() {
        vectors[sentence] = Array(table[row])
      }
      return SentenceVectors(vectors)
    } catch {
      throw QuothError(error)
    }
  }
}
