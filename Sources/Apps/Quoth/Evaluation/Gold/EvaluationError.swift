/// Why an evaluation could not be made. Nothing is scored in part.
public enum EvaluationError: Error, Hashable, Sendable {
  /// `folder` holds no answers in the layout of a measure; `layout` is what it takes.
  case noGold(folder: String, layout: String)
  case notUTF8(path: String)
  /// A line, counted from 1, of a stand-off file does not read as brat writes it.
  case malformedAnnotation(path: String, line: Int)
  /// A gold or predicted piece, in code points, lies outside the article.
  case pieceOutsideText(article: String, start: Int, end: Int)
  /// The attributions point into another text than the article's.
  case otherText(article: String)
  /// Gold in JSON is broken, or there is not one page for each of its versions.
  case malformedGold(path: String)
  /// A page that the gold names cannot be read.
  case missingPage(path: String)
  /// The floors, or a figure in them, could not be read; `near` is a byte offset.
  case malformedFloors(near: Int)
  /// A line, counted from 1, of a list of measured documents is of no kind there is.
  case malformedSplit(path: String, line: Int)
  /// `missing` of the `of` documents that are measured are not in the corpus, `name` first.
  case incomplete(folder: String, name: String, missing: Int, of: Int)
  /// A corpus is not below the folder of all corpora, so it is passed over.
  case missingCorpus(folder: String)

  static let attributionLayout = "text/NAME.txt and attributions/NAME_CODER.ann"
  public static let treebankLayout = "CoNLL-U documents in files ending in .conllu"
  static let namesLayout = "NAME.txt, a token a line with its entity in the last column"
  static let meantimeLayout = "intra-doc_annotation/corpus_PART/NAME.xml"
  static let storyLayout =
    "ECB+/TOPIC/TOPIC_Necb.xml, articles/YEAR/STORY_N.json, or HAPPENING/gold.json"
  static let ecbPlusLayout = "ECB+/TOPIC/NAME.xml and ECBplus_coreference_sentences.csv"
  static let timeLayout = "TimeML documents (.tml), or GUM's folders conllu and xml"
  static let placeLayout = "lgl.xml and GWN.xml"
  static let extractionLayout = "scrapinghub/ground-truth.json and fundus/COUNTRY/PUBLISHER.json"

  /// Stable name (Documentation/Errors.md).
  public var slug: String {
    switch self {
    case .noGold: "evaluation.no-gold"
    case .notUTF8: "evaluation.not-utf8"
    case .malformedAnnotation: "evaluation.malformed-annotation"
    case .pieceOutsideText: "evaluation.piece-outside-text"
    case .otherText: "evaluation.other-text"
    case .malformedGold: "evaluation.malformed-gold"
    case .missingPage: "evaluation.missing-page"
    case .malformedFloors: "evaluation.malformed-floors"
    case .malformedSplit: "evaluation.malformed-split"
    case .incomplete: "evaluation.incomplete"
    case .missingCorpus: "evaluation.missing-corpus"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .noGold(let folder, let layout):
      "\(folder): holds no gold. Name a folder with \(layout)."
    case .notUTF8(let path):
      "\(path): is not UTF-8, and gold is counted in code points. Convert it first."
    case .malformedAnnotation(let path, let line):
      "\(path):\(line): is no brat stand-off line. Unpack the corpus again."
    case .pieceOutsideText(let article, let start, let end):
      "\(article): the piece \(start)–\(end) lies outside the text. Unpack the corpus again."
    case .otherText(let article):
      "\(article): was read as another text than the gold one. Read it as plain text."
    case .malformedGold(let path):
      "\(path): is not the gold of the pages beside it. Unpack the corpus again."
    case .missingPage(let path):
      "\(path): cannot be read, though the gold names it. Unpack the corpus again."
    case .malformedFloors(let near):
      "The floors cannot be read near byte \(near). Write {\"attribution\": {\"attributed\": 70.0}}."
    case .malformedSplit(let path, let line):
      "\(path):\(line): names no document. Write one name a line, or * alone for the whole corpus."
    case .incomplete(let folder, let name, let missing, let count):
      "\(folder): lacks \(missing) of the \(count) documents that are measured, \(name) first. "
        + "Unpack the corpus again."
    case .missingCorpus(let folder):
      "\(folder): is not there, so nothing was measured on it. Unpack the corpus to this place."
    }
  }
}
