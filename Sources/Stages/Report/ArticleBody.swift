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

  /// - Returns: nil when the page holds no running text.
  init?(_ layout: PageLayout, of page: Markup) {
    guard let container = Self.container(layout, of: page) else { return nil }
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

  private static func container(_ layout: PageLayout, of page: Markup) -> Int? {
    var scores: [Int: Double] = [:]
    for passage in layout.passages {
      let prose = Double(passage.prose)
      guard prose > 0 else { continue }
      var node = passage.element
      if page.tag(of: node) == .p || page.tag(of: node) == .li || page.tag(of: node) == .blockquote {
        node = page.parent(of: node)
      }
      var weight = 1.0
      for _ in 0..<5 {
        scores[node, default: 0] += prose * weight
        guard node != 0 else { break }
        node = page.parent(of: node)
        weight *= 0.6
      }
    }
    func weighted(_ node: Int, _ score: Double) -> Double {
      var score = score
      if layout.words[node].contains(.body) { score *= 1.5 }
      if page.tag(of: node) == .article { score *= 1.2 }
      return score
    }
    let best = scores.map { (node: $0.key, score: weighted($0.key, $0.value)) }
      .max { ($0.score, $1.node) < ($1.score, $0.node) }
    return best?.node
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
