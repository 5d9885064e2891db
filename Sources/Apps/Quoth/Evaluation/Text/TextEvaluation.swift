import QuothReport
import QuothText

/// The measure of tokens and sentences: treebank documents against what ``Text`` finds in them.
///
/// A token or sentence counts as right when gold has one of the same first and last byte. Each
/// paragraph of a document is a block of the report, so sentences are sought within paragraphs;
/// ``TreebankDocument`` says how text and paragraphs are set up from CoNLL-U, and that syntactic
/// words are scored.
///
///     var evaluation = TextEvaluation()
///     let corpus = try evaluation.add(treebank: "gum", in: "corpora/gum", part: part)
///     print(evaluation.table)
///
/// Source: the span scores of the CoNLL 2018 shared task (conll18_ud_eval, Tokens, Sentences), with
/// paragraphs given.
public struct TextEvaluation: Sendable {
  /// The scores by corpus and genre, such as `gum news`, and of each corpus, such as `gum`.
  public private(set) var scores: [String: Score] = [:]

  public init() {}

  /// The counts over some documents.
  public struct Score: Sendable, Hashable {
    public var documents = 0
    public var tokens = Count()
    public var sentences = Count()
  }

  /// Scores the documents of one CoNLL-U file.
  ///
  /// - Parameters:
  ///   - corpus: what the file belongs to, such as `gum`.
  ///   - isMeasured: whether the document of that name counts.
  /// - Complexity: O(n) in bytes.
  public mutating func add(
    conllu file: String, corpus: String, keeping isMeasured: (String) -> Bool = { _ in true }
  ) {
    for document in TreebankDocument.documents(inCoNLLU: file) where isMeasured(document.name) {
      add(document, corpus: corpus)
    }
  }

  mutating func add(_ document: TreebankDocument, corpus: String) {
    let text = Text(document.article.report)
    for name in document.groups(in: corpus) {
      scores[name, default: Score()].documents += 1
      scores[name, default: Score()].tokens.add(
        found: text.tokens.lazy.map(\.span), gold: document.tokens)
      scores[name, default: Score()].sentences.add(
        found: text.sentences.lazy.map(\.span), gold: document.sentences)
    }
  }

  /// F1 in percent, as floors may hold it: tokens and sentences of each corpus and of the genres the
  /// bar is set on, such as `gum news+interview sentences`.
  public var figures: [Figure] {
    let whole = scores.filter { !$0.key.contains(" ") || $0.key.hasSuffix(" news+interview") }
    return whole.sorted { $0.key < $1.key }.flatMap { name, score in
      [
        Figure("\(name) tokens", 100 * score.tokens.f1),
        Figure("\(name) sentences", 100 * score.sentences.f1),
      ]
    }
  }

  /// All scores for people, a line each, in percent.
  public var table: String {
    let width = scores.keys.map(\.count).max() ?? 0
    return scores.sorted { $0.key < $1.key }.map { name, score in
      let blanks = String(repeating: " ", count: width - name.count)
      return "\(name)\(blanks)  tokens \(Self.line(score.tokens))  "
        + "sentences \(Self.line(score.sentences))  documents \(score.documents)\n"
    }.joined()
  }

  private static func line(_ count: Count) -> String {
    let shares = [count.precision, count.recall, count.f1].map { Decimal.percent($0, decimals: 2) }
    return "P \(shares[0]) R \(shares[1]) F1 \(shares[2])"
  }
}
