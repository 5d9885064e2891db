public import QuothAnnotation
public import QuothReport
import QuothSystem

/// The measure of names: CoNLL-2003, exact spans of the same type.
///
///     let names = try NamesEvaluation(folder: "corpora/conll03", part: part)
///     let score = names.run { article in
///       entities.flatMap { entity in
///         entity.mentions.compactMap { NamesEvaluation.Mention($0, of: entity.type) }
///       }
///     }
///
/// The corpus keeps tokens alone, so the text is set up again (``TokenizedText``), one block a
/// sentence. A predicted span counts as the gold tokens that it touches. "The" before and "'s" after
/// a name are cut on both sides, since corpora differ on them.
///
/// Source: Tjong Kim Sang and De Meulder 2003; corrected test set of Wang et al. 2019 (CrossWeigh).
/// Compared with seqeval 1.2.2 on 20 changed copies of the development part: precision, recall, F1 and
/// the F1 of each type differ by less than 1e-15.
public struct NamesEvaluation: GoldMeasure {
  public typealias Prediction = [Mention]

  /// The types of CoNLL-2003.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person = "PER"
    case organisation = "ORG"
    case place = "LOC"
    case other = "MISC"
  }

  /// A name that was found.
  public struct Mention: Sendable, Hashable {
    public var span: Span
    public var kind: Kind
    /// How sure it is, 0 to 1; nil where that is not said.
    public var confidence: Double?

    public init(span: Span, kind: Kind, confidence: Double? = nil) {
      self.span = span
      self.kind = kind
      self.confidence = confidence
    }

    /// A mention as CoNLL-2003 would type it: every adjective is other, as are groups and products;
    /// a state is a place. Descriptions and pronouns are no names: nil.
    public init?(_ mention: Entity.Mention, of type: Entity.Kind) {
      switch mention.kind {
      case .nominal, .pronoun: return nil
      case .adjective: self.init(span: mention.span, kind: .other)
      case .name:
        switch type {
        case .person: self.init(span: mention.span, kind: .person)
        case .organisation: self.init(span: mention.span, kind: .organisation)
        case .state, .place: self.init(span: mention.span, kind: .place)
        case .group, .product, .other: self.init(span: mention.span, kind: .other)
        }
      }
    }
  }

  private let documents: [NamesDocument]
  public let corpora: [MeasuredCorpus]

  /// Reads `NAME.txt` for each name of the part.
  ///
  /// - Throws: ``EvaluationError/noGold(folder:layout:)`` when a file holds no sentence, or the error
  ///   of a file that cannot be read.
  public init(folder: String, part: MeasuredPart) throws {
    let files = try (part.names ?? []).sorted().map { name in
      (name: name, file: try GoldFile("\(name).txt", in: folder))
    }
    documents = files.flatMap { ConllNamesReader($0.file.lines, name: $0.name).documents }
    guard !documents.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.namesLayout)
    }
    corpora = [
      MeasuredCorpus(
        name: "conll03", documents: documents.count,
        fingerprint: CorpusFile.fingerprint(of: files.map(\.file.file)))
    ]
  }

  public var articles: [MeasuredArticle] { documents.map(\.article) }

  public func score(_ predictions: [[Mention]]) -> Score {
    precondition(predictions.count == documents.count, "one prediction for each article")
    var score = Score()
    for (document, mentions) in zip(documents, predictions) {
      let tokens = GoldTokens(document.text.tokens)
      let gold = Set(document.names.compactMap(document.trimmed))
      var found: Set<NamesDocument.Name> = []
      for mention in mentions {
        let name = tokens[mention.span].map { NamesDocument.Name(kind: mention.kind, tokens: $0) }
        guard let name = name.flatMap(document.trimmed) else { continue }
        found.insert(name)
        score.add(confidence: mention.confidence, isRight: gold.contains(name))
      }
      score.add(found: found, gold: gold)
    }
    return score
  }

  /// Counts of names by type.
  public struct Score: FiguredScore {
    private var counts: [Kind: Count] = [:]
    /// Of the names that say how sure they are: whether span and type are right.
    private var outcomes: [Calibration.Outcome] = []

    public subscript(kind: Kind) -> Count { counts[kind] ?? Count() }

    /// All types together.
    public var all: Count {
      counts.values.reduce(into: Count()) { $0 += $1 }
    }

    /// F1 in percent: of all names, then of each type; and the calibration error of confidence.
    public var figures: [Figure] {
      [Figure("names", 100 * all.f1)] + Kind.allCases.map { Figure($0.rawValue, 100 * self[$0].f1) }
        + Calibration.figures(of: outcomes)
    }

    fileprivate mutating func add(confidence: Double?, isRight: Bool) {
      guard let confidence else { return }
      outcomes.append(Calibration.Outcome(confidence: confidence, isRight: isRight))
    }

    fileprivate mutating func add(found: Set<NamesDocument.Name>, gold: Set<NamesDocument.Name>) {
      for kind in Kind.allCases {
        counts[kind, default: Count()].add(
          found: found.filter { $0.kind == kind }, gold: gold.filter { $0.kind == kind })
      }
    }
  }
}
