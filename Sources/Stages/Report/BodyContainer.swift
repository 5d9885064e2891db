import QuothMarkup

/// The element of a page that holds the running text of its report.
struct BodyContainer {
  private(set) var element: Int
  private let layout: PageLayout
  private let page: Markup
  private let headline: Int?

  /// - Returns: nil when the page holds no running text.
  /// - Complexity: O(n log n) in passages.
  init?(_ layout: PageLayout, _ page: Markup, headline: Int?) {
    self.layout = layout
    self.page = page
    self.headline = headline
    guard let best = Self.best(layout, page, headline: headline) else { return nil }
    element = best
    widen()
  }

  /// The element that the prose around it speaks for most.
  private static func best(_ layout: PageLayout, _ page: Markup, headline: Int?) -> Int? {
    var scores: [Int: Double] = [:]
    for passage in layout.passages {
      var weight = Double(passage.prose)
      guard weight > 0 else { continue }
      if passage.kind == .listItem { weight *= 0.5 }
      if let headline, passage.firstText < headline { weight *= 0.3 }
      var node = passage.element
      switch page.tag(of: node) {
      case .p, .li, .blockquote: node = page.parent(of: node)
      default: break
      }
      for _ in 0..<5 {
        scores[node, default: 0] += weight
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
    return scores.map { (node: $0.key, score: weighted($0.key, $0.value)) }
      .max { ($0.score, $1.node) < ($1.score, $0.node) }?.node
  }

  /// Takes in the elements around while they add running text of the same kind, as pages do that
  /// set a report in several parts with something between them.
  private mutating func widen() {
    var candidate = element
    for _ in 0..<6 {
      candidate = page.parent(of: candidate)
      switch page.tag(of: candidate) {
      case .body, .html, .document: return
      default: break
      }
      let inside = prose(in: element)
      let outside = addedProse(by: candidate)
      if outside.good * 10 > inside, outside.good > 2 * outside.doubtful { element = candidate }
    }
  }

  private func prose(in node: Int) -> Int {
    layout.passages(in: node).reduce(0) { $0 + layout.passages[$1].prose }
  }

  /// Running text that `candidate` holds and `element` does not, and what there speaks against it.
  private func addedProse(by candidate: Int) -> (good: Int, doubtful: Int) {
    let own = layout.passages(in: element)
    var sums = (good: 0, doubtful: 0)
    for index in layout.passages(in: candidate) where !own.contains(index) {
      let passage = layout.passages[index]
      if passage.kind == .paragraph, passage.linkDensity < 0.25, passage.wordCount >= 12,
        passage.firstText >= headline ?? 0, isInSameArticle(passage.element)
      {
        sums.good += passage.prose
      } else if passage.kind != .caption {
        sums.doubtful += passage.text.count
      }
    }
    return sums
  }

  /// Whether the innermost `<article>` around a node, if any, also holds the body found so far.
  private func isInSameArticle(_ node: Int) -> Bool {
    var node = node
    while node != 0 {
      if page.tag(of: node) == .article { return node <= element && element < page.end(of: node) }
      node = page.parent(of: node)
    }
    return true
  }
}
