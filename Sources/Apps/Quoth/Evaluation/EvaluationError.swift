/// Why an evaluation could not be made. Nothing is scored in part.
public enum EvaluationError: Error, Hashable, Sendable {
  /// `folder` holds no `attributions/NAME_CODER.ann` with its `text/NAME.txt`.
  case noGold(folder: String)
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
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .noGold(let folder):
      "\(folder): holds no gold. Name a folder with text/NAME.txt and attributions/NAME_CODER.ann."
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
    }
  }
}
