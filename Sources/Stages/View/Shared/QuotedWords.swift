import QuothReport
import QuothText

/// The words of spans as one line, with the quotation marks that they stand in.
///
/// A span may begin or end inside a quotation. The marks it was cut from are put back, so that what
/// is somebody's own wording is never shown as the report's.
struct QuotedWords: Sendable {
  private let words: Words
  private let quotations: [Quotation]

  init(_ text: Text, words: Words) {
    self.words = words
    quotations = text.quotations
  }

  func line(_ spans: [Span]) -> String {
    spans.map(line).joined(separator: " … ")
  }

  private func line(_ span: Span) -> String {
    var opening = ""
    var closing = ""
    for quotation in quotations where quotation.inner.overlaps(span) {
      let mark = words[Span(start: quotation.span.start, end: quotation.inner.start)]
      if quotation.span.start < span.start { opening += mark }
      if quotation.span.end > span.end { closing = Self.closing(mark) + closing }
    }
    return opening + words.line(span) + closing
  }

  /// The mark that closes what a mark opens.
  private static func closing(_ mark: String) -> String {
    switch mark {
    case "“", "„", "‟": "”"
    case "‘", "‚", "‛": "’"
    case "«": "»"
    case "‹": "›"
    default: mark
    }
  }
}
