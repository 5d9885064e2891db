import QuothMarkup

/// The passages of a page that make up its report, found without knowing the publisher.
///
/// First the element that holds the running text is sought: every passage of prose speaks for the
/// elements around it, the nearer the more, and names such as `article-body` add weight. Then
/// what stands between the paragraphs there without belonging to them is left out.
struct ArticleBody {
  /// Subheads, paragraphs, list items and quotations, in page order.
  var passages: [Passage] = []
  var captions: [Passage] = []
  /// The element that holds the body.
  var container: Int

  /// - Parameter headline: the element of the visible headline.
  /// - Returns: nil when the page holds no running text.
  init?(_ layout: PageLayout, of page: Markup, headline: Int?) {
    guard let container = BodyContainer(layout, page, headline: headline)?.element else { return nil }
    self.container = container
    for index in layout.passages(in: container) {
      let passage = layout.passages[index]
      if passage.kind == .caption {
        captions.append(passage)
      } else if Self.belongs(passage) {
        passages.append(passage)
      }
    }
    trim()
    guard !passages.isEmpty else { return nil }
  }

  private static func belongs(_ passage: Passage) -> Bool {
    if passage.linkDensity > 0.6, passage.wordCount < 30 { return false }
    return true
  }

  private mutating func trim() {
    if let first = passages.firstIndex(where: { $0.prose > 0 }) { passages.removeFirst(first) }
    if let last = passages.lastIndex(where: { $0.prose > 0 || $0.endsLikeSentence }) {
      passages.removeSubrange((last + 1)...)
    }
  }
}
