import QuothReport
import QuothText

/// All between one pair of quotation marks is said by whoever says part of it: *"It may be a slip. But if it goes on,
/// we fall to fourth," she said*.
///
/// Left alone is a quotation from which two draw, and one in which somebody else's saying is told.
struct WholeQuotations {
  let text: Text

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for quotation in text.quotations where quotation.isClosed && isOutermost(quotation) {
      let speakers = drafts.indices.filter { index in
        drafts[index].content.contains(where: quotation.inner.overlaps)
          && !drafts[index].cue.contains(where: quotation.span.contains)
      }
      guard speakers.count == 1 else { continue }
      let content = drafts[speakers[0]].content
      let pieces = content.filter(quotation.span.overlaps)
      guard let first = pieces.first, let last = pieces.last else { continue }
      let whole = Span(
        start: min(first.start, quotation.span.start), end: max(last.end, quotation.span.end))
      drafts[speakers[0]].content =
        (content.filter { !quotation.span.overlaps($0) } + [whole]).sorted()
    }
    return drafts
  }

  private func isOutermost(_ quotation: Quotation) -> Bool {
    !text.quotations.contains { $0.span != quotation.span && $0.span.contains(quotation.span) }
  }
}
