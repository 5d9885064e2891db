/// The measure of syntax: treebanks read from their raw text.
///
///     let syntax = try SyntaxEvaluation(treebanks: [("gum", folder, part)])
///     let score = syntax.run { article in SyntaxReading(…) }     // of `article.report`
///     score["gum"][.labelledHead].f1
///
/// Paragraphs are given, nothing else. Compared with conll18_ud_eval.py (stanza 1.2.3 carries it) on
/// 120 changed copies of development texts, with tokens and sentences split and joined, words of one
/// token made, and tags, lemmas and heads changed: all 1,200 counts are the same.
public struct SyntaxEvaluation: GoldMeasure {
  public typealias Prediction = SyntaxReading

  private let documents: [(corpus: String, document: TreebankDocument)]
  public let corpora: [MeasuredCorpus]
  /// All treebanks together, such as `gum+ewt`, where there are several.
  private var pools: [String] {
    corpora.count > 1 ? [corpora.map(\.name).joined(separator: "+")] : []
  }

  /// Reads the measured documents of some treebanks, such as `gum` and `ewt`.
  ///
  /// - Throws: as ``TextEvaluation/add(treebank:in:part:)``.
  public init(treebanks: [(name: String, folder: String, part: MeasuredPart)]) throws {
    let read = try treebanks.map { try Treebank($0.name, in: $0.folder, part: $0.part) }
    documents = read.flatMap { treebank in
      treebank.documents.map { (treebank.corpus.name, $0) }
    }
    corpora = read.map(\.corpus)
  }

  public var articles: [MeasuredArticle] { documents.map(\.document.article) }

  public func score(_ predictions: [SyntaxReading]) -> Score {
    precondition(predictions.count == documents.count, "one prediction for each article")
    var score = Score()
    for ((corpus, document), prediction) in zip(documents, predictions) {
      let own = SyntaxScore(gold: document.reading, found: prediction, text: document.text)
      for group in document.groups(in: corpus) + pools { score.add(own, to: group) }
    }
    return score
  }

  /// The scores of each corpus, such as `gum`, of its genres, such as `gum news`, and of all corpora
  /// together, such as `gum+ewt`.
  public struct Score: FiguredScore {
    private var groups: [String: SyntaxScore] = [:]

    public subscript(group: String) -> SyntaxScore { groups[group] ?? SyntaxScore() }

    fileprivate mutating func add(_ score: SyntaxScore, to group: String) {
      groups[group, default: SyntaxScore()] += score
    }

    /// F1 in percent of each corpus and of the genres the bar is set on, such as
    /// `gum news+interview LAS`.
    public var figures: [Figure] {
      let shown = groups.filter { !$0.key.contains(" ") || $0.key.hasSuffix(" news+interview") }
      return shown.sorted { $0.key < $1.key }.flatMap { name, score in
        SyntaxMetric.allCases.map { Figure("\(name) \($0.rawValue)", 100 * score[$0].f1) }
      }
    }
  }
}
