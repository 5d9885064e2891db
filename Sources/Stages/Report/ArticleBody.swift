import QuothMarkup

/// The passages of a page that make up its report, found without knowing the publisher.
///
/// First the element that holds the running text is sought (``BodyContainer``). Then what stands
/// between the paragraphs there without belonging to them is left out: link lists, labels,
/// invitations, and what stands before the first sentence or after the last.
struct ArticleBody {
  /// Subheads, paragraphs, list items and quotations, in page order.
  private(set) var passages: [Passage] = []
  private(set) var captions: [Passage] = []
  /// Bylines, agency and contributor lines.
  private(set) var credits: [Passage] = []
  /// The element that holds the body.
  let container: Int

  /// - Parameter headline: the element of the visible headline.
  /// - Returns: nil when the page holds no running text.
  init?(_ layout: PageLayout, of page: Markup, headline: Int?) {
    guard let container = BodyContainer(layout, page, headline: headline)?.element else { return nil }
    self.container = container
    let headlineEnd = headline.map { page.end(of: $0) } ?? 0
    var isUnderFurnitureHead = false
    for index in layout.passages(in: container) where layout.passages[index].firstText >= headlineEnd {
      let passage = layout.passages[index]
      switch SetPhrases.verdict(on: passage.text, wordCount: passage.wordCount) {
      case .furniture: continue
      case .furnitureHead where passage.isLabel:
        isUnderFurnitureHead = true
        continue
      case .caption: captions.append(passage)
      case .credit: credits.append(passage)
      case .furnitureHead, nil:
        if isUnderFurnitureHead, passage.endsFurnitureList { isUnderFurnitureHead = false }
        guard !isUnderFurnitureHead, !layout.isDoubtful(passage, within: container) else { continue }
        if passage.kind == .caption {
          captions.append(passage)
        } else if passages.isEmpty, passage.isByline {
          credits.append(passage)
        } else if !passage.isLinkList {
          passages.append(passage)
        }
      }
    }
    trim()
    guard passages.contains(where: { $0.prose > 0 }) else { return nil }
  }

  /// Leaves out what stands before the first sentence and the subheads with nothing under them.
  private mutating func trim() {
    let first = passages.firstIndex { $0.prose > 0 || ($0.endsLikeSentence && $0.wordCount >= 6) }
    if let first { passages.removeFirst(first) }
    while let last = passages.last, last.isHeading || last.wordCount == 0 { passages.removeLast() }
  }
}

extension Passage {
  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Whether it names what follows instead of saying something.
  fileprivate var isLabel: Bool { isHeading || !endsLikeSentence || text.last == UInt8(ascii: ":") || wordCount <= 5 }

  /// Whether it is too much running text to be one of a list of other reports.
  fileprivate var endsFurnitureList: Bool {
    isHeading || (kind == .paragraph && linkDensity < 0.2 && wordCount >= 20 && endsLikeSentence)
  }

  fileprivate var isLinkList: Bool { linkDensity > 0.6 && wordCount < 30 }

  fileprivate var isByline: Bool {
    wordCount <= 25 && String(decoding: text.prefix(3), as: UTF8.self).lowercased() == "by "
  }
}
