import QuothMarkup

/// The passages of a page that make up its report, found without knowing the publisher.
///
/// First the element that holds the running text is sought (``BodyContainer``). Then what stands
/// between the paragraphs there without belonging to them is left out: link lists, labels,
/// invitations, and what stands before the first sentence.
struct ArticleBody {
  /// Subheads, paragraphs, list items and quotations, in page order.
  private(set) var passages: [Passage] = []
  private(set) var captions: [Passage] = []
  /// Who made the pictures.
  private(set) var pictureCredits: [Passage] = []
  /// Agency and contributor lines, and bylines that stand in the text.
  private(set) var credits: [Passage] = []
  /// Lines above the first sentence that hold nothing but names.
  private(set) var bylines: [Passage] = []
  /// The summary under the headline, when it is set apart from the body.
  private(set) var deck: Passage?

  /// - Parameters:
  ///   - headline: the element of the visible headline.
  ///   - summary: what the metadata says the report is about, to know the deck by.
  /// - Returns: nil when the page holds no running text.
  init?(_ layout: PageLayout, of page: Markup, headline: Int?, summary: String?) {
    guard let container = BodyContainer(layout, page, headline: headline)?.element else {
      return nil
    }
    let headlineEnd = headline.map { page.end(of: $0) } ?? 0
    if headlineEnd > 0, headlineEnd <= container {
      addLead(layout, headlineEnd..<container, summary: summary.map(Wording.folded))
    }
    addBody(layout, container, from: headlineEnd)
    trim()
    guard passages.contains(where: { $0.prose > 0 }) else { return nil }
    dropRepeats()
  }

  /// Takes deck and captions from between the headline and the body.
  private mutating func addLead(_ layout: PageLayout, _ nodes: Range<Int>, summary: String?) {
    let indices =
      layout.passageIndex(before: nodes.lowerBound)..<layout.passageIndex(before: nodes.upperBound)
    for index in indices {
      let passage = layout.passages[index]
      if addPictureLine(passage) { continue }
      if deck == nil, passage.wordCount >= 5, !passage.isLinkList, !passage.isByline,
        layout.isNamedDeck(passage)
          || summary.map({ $0 == Wording.folded(passage.string) }) ?? false
      {
        deck = passage
      }
    }
  }

  private mutating func addBody(_ layout: PageLayout, _ container: Int, from start: Int) {
    var isUnderFurnitureHead = false
    for index in layout.passages(in: container) where layout.passages[index].firstText >= start {
      let passage = layout.passages[index]
      switch SetPhrases.verdict(on: passage.text, wordCount: passage.wordCount) {
      case .furniture: continue
      case .furnitureHead where passage.isLabel:
        isUnderFurnitureHead = true
        continue
      case .caption: captions.append(passage)
      case .pictureCredit: pictureCredits.append(passage)
      case .credit: credits.append(passage)
      case .furnitureHead, nil:
        if isUnderFurnitureHead, passage.endsFurnitureList { isUnderFurnitureHead = false }
        guard !isUnderFurnitureHead, !layout.isDoubtful(passage, within: container) else {
          continue
        }
        add(passage, layout)
      }
    }
  }

  /// Takes a passage that belongs to a picture; false for all others.
  private mutating func addPictureLine(_ passage: Passage) -> Bool {
    switch passage.kind {
    case .caption: captions.append(passage)
    case .pictureCredit: pictureCredits.append(passage)
    default: return false
    }
    return true
  }

  private mutating func add(_ passage: Passage, _ layout: PageLayout) {
    if addPictureLine(passage) { return }
    if passages.isEmpty, passage.isByline {
      credits.append(passage)
    } else if deck == nil, passages.isEmpty, passage.wordCount >= 5, layout.isNamedDeck(passage) {
      deck = passage
    } else if NewsAgencies.contains(passage.string) {
      credits.append(passage)
    } else if !passage.isLinkList {
      passages.append(passage)
    }
  }

  /// Leaves out what stands before the first sentence and the subheads with nothing under them.
  private mutating func trim() {
    let first = passages.firstIndex { $0.prose > 0 || ($0.endsLikeSentence && $0.wordCount >= 6) }
    if let first {
      bylines = passages[..<first].filter(\.isNames)
      passages.removeFirst(first)
    }
    while let last = passages.last, last.isHeading { passages.removeLast() }
  }

  /// Pages set the same caption or line again for small screens; once is enough.
  private mutating func dropRepeats() {
    var seen: Set<[UInt8]> = []
    captions.removeAll { $0.wordCount < 3 || !seen.insert($0.text).inserted }
    pictureCredits.removeAll { !seen.insert($0.text).inserted }
    credits.removeAll { !seen.insert($0.text).inserted }
    if let deck, passages.contains(where: { $0.text == deck.text }) { self.deck = nil }
  }
}

extension Passage {
  var isByline: Bool {
    wordCount <= 25 && String(decoding: text.prefix(3), as: UTF8.self).lowercased() == "by "
  }

  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  /// Two to four capitalised words and nothing else.
  fileprivate var isNames: Bool {
    2...4 ~= wordCount
      && string.split(separator: " ").allSatisfy {
        ($0.unicodeScalars.first?.properties.isUppercase ?? false)
          && !$0.utf8.contains { 0x30...0x3A ~= $0 }
      }
  }

  /// Whether it names what follows instead of saying something.
  fileprivate var isLabel: Bool {
    isHeading || !endsLikeSentence || text.last == UInt8(ascii: ":") || wordCount <= 5
  }

  /// Whether it is too much running text to be one of a list of other reports.
  fileprivate var endsFurnitureList: Bool {
    isHeading || (kind == .paragraph && linkDensity < 0.2 && wordCount >= 20 && endsLikeSentence)
  }

  fileprivate var isLinkList: Bool { linkDensity > 0.6 && wordCount < 30 }
}
