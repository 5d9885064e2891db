/// Why bytes could not be read as a report.
public enum ReportError: Error, Sendable, Hashable {
  /// No bytes, or nothing but white space.
  case empty(document: String)
  /// Not text; `kind` names the format where its first bytes give it away.
  case binary(document: String, kind: String?)
  /// The declared encoding has no decoder here.
  case unknownEncoding(document: String, charset: String)
  /// A page without an article: a front page, a gallery, a form.
  case noArticle(document: String)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .empty: "report.empty"
    case .binary: "report.binary"
    case .unknownEncoding: "report.unknown-encoding"
    case .noArticle: "report.no-article"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .empty(let document):
      "\(document): has no text. Check that the download or the pipe before it worked."
    case .binary(let document, let kind?):
      "\(document): is \(kind), not text. Convert it to text or HTML first."
    case .binary(let document, nil):
      "\(document): is binary, not text. Give the report as text, Markdown or HTML."
    case .unknownEncoding(let document, let charset):
      "\(document): is declared as “\(charset)”, an encoding not known here. "
        + "Convert it to UTF-8, for example with iconv."
    case .noArticle(let document):
      "\(document): no article was found on the page. Give the page of a single report."
    }
  }
}
