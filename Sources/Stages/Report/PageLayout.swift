import QuothMarkup

/// A page cut into passages, with the parts that are surely furniture left out.
///
/// Passages lie in document order. An element is left out for its kind (`nav`, `form`, `script`),
/// because it is hidden, or because its names say that it is furniture; names are not believed for an
/// element that holds a good part of the page's paragraphs.
struct PageLayout {
  private(set) var passages: [Passage] = []
  /// What the names of each element say; empty for texts.
  private(set) var words: [PageWords]

  private let page: Markup
  private let headline: Int?
  /// Bytes of paragraph text before each node.
  private var paragraphBytes: [Int32]

  /// - Parameter headline: the element of the visible headline; nothing around it is left out.
  /// - Complexity: O(n) in bytes of the page.
  init(_ page: Markup, headline: Int?) {
    self.page = page
    self.headline = headline
    words = Array(repeating: [], count: page.count)
    paragraphBytes = Self.countParagraphBytes(page)
    cut()
  }

  /// Number of passages whose first text lies before `node`.
  func passageIndex(before node: Int) -> Int {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].firstText < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The passages inside an element.
  func passages(in element: Int) -> Range<Int> {
    passageIndex(before: element)..<passageIndex(before: page.end(of: element))
  }

  /// Whether a passage is too short, or too full of links, for the doubtful names around it.
  func isDoubtful(_ passage: Passage, within container: Int) -> Bool {
    guard passage.wordCount < 15 && !passage.endsLikeSentence || passage.linkDensity > 0.3 else {
      return false
    }
    var node = passage.element
    while node > container {
      if words[node].contains(.doubtful), !isDominant(node) { return true }
      node = page.parent(of: node)
    }
    return false
  }

  /// Whether the names of the elements around a passage call it the summary under the headline.
  func isNamedDeck(_ passage: Passage) -> Bool {
    var node = passage.element
    for _ in 0..<3 where node != 0 && !isDominant(node) {
      if words[node].contains(.deck) { return true }
      node = page.parent(of: node)
    }
    return false
  }

  private static func countParagraphBytes(_ page: Markup) -> [Int32] {
    var sums: [Int32] = []
    sums.reserveCapacity(page.count + 1)
    var sum: Int32 = 0
    var paragraphEnd = 0
    var skipEnd = 0
    var linkEnd = 0
    for node in 0..<page.count {
      sums.append(sum)
      let tag = page.tag(of: node)
      if tag == .p { paragraphEnd = max(paragraphEnd, page.end(of: node)) }
      if tag == .a { linkEnd = max(linkEnd, page.end(of: node)) }
      if tag.holdsNoText { skipEnd = max(skipEnd, page.end(of: node)) }
      guard tag == .text, node >= skipEnd, node >= linkEnd else { continue }
      let size = Int32(page.textRange(of: node).count)
      sum += node < paragraphEnd ? size * 4 : size
    }
    sums.append(sum)
    return sums
  }

  /// Whether an element holds a good part of what there is to read on the page.
  private func isDominant(_ node: Int) -> Bool {
    let all = paragraphBytes[page.count]
    return (paragraphBytes[page.end(of: node)] - paragraphBytes[node]) > all / 4
  }

  private func isLeftOut(_ node: Int, _ tag: Tag) -> Bool {
    if tag.holdsNoText || tag == .nav || tag == .footer { return true }
    if isHidden(node) { return true }
    guard tag != .body, tag != .html, tag != .main, !holdsHeadline(node) else { return false }
    let names = words[node]
    if names.contains(.comments), !names.contains(.neutral) { return true }
    guard names.isFurniture || tag == .aside || tag == .form else { return false }
    return !isDominant(node)
  }

  private func holdsHeadline(_ node: Int) -> Bool {
    guard let headline else { return false }
    return node <= headline && headline < page.end(of: node)
  }

  private func isHidden(_ node: Int) -> Bool {
    if page.valueRange(.hidden, of: node) != nil { return !isDominant(node) }
    if let range = page.valueRange(.ariaHidden, of: node),
      page.bytes[range].elementsEqual("true".utf8)
    {
      return !isDominant(node)
    }
    guard let style = page.valueRange(.style, of: node), style.count >= 12 else { return false }
    let value = page.bytes[style].filter { $0 != 0x20 }
    return contains("display:none", in: value) && !isDominant(node)
  }

  private func contains(_ pattern: StaticString, in bytes: [UInt8]) -> Bool {
    let pattern = Array("\(pattern)".utf8)
    guard bytes.count >= pattern.count else { return false }
    return (0...(bytes.count - pattern.count)).contains { start in
      bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }

  /// Walks over the page once, gathering words until a block begins or ends.
  private mutating func cut() {
    var gatherer = PassageGatherer()
    var blocks: [Int] = [0]
    var linkEnd = 0
    var node = 1
    while node < page.count {
      while let block = blocks.last, page.end(of: block) <= node {
        finish(&gatherer, in: block)
        blocks.removeLast()
      }
      let tag = page.tag(of: node)
      if tag == .text {
        gatherer.add(page.bytes, page.textRange(of: node), node: node, inLink: node < linkEnd)
        node += 1
        continue
      }
      words[node] = PageWords(node, of: page)
      if isLeftOut(node, tag) {
        if tag.isBlock, tag != .script, let block = blocks.last { finish(&gatherer, in: block) }
        node = page.end(of: node)
        continue
      }
      if tag == .a { linkEnd = max(linkEnd, page.end(of: node)) }
      if tag == .br {
        if gatherer.addLineBreak(), let block = blocks.last { finish(&gatherer, in: block) }
      } else if tag.isBlock || !words[node].isDisjoint(with: [.caption, .pictureCredit]) {
        if let block = blocks.last { finish(&gatherer, in: block) }
        blocks.append(node)
      }
      node += 1
    }
    while let block = blocks.popLast() { finish(&gatherer, in: block) }
  }

  private mutating func finish(_ gatherer: inout PassageGatherer, in element: Int) {
    guard var passage = gatherer.finish(in: element) else { return }
    passage.kind = kind(of: element)
    passages.append(passage)
  }

  private func kind(of element: Int) -> Passage.Kind {
    var node = element
    var kind = Passage.Kind.paragraph
    for _ in 0..<6 {
      let tag = page.tag(of: node)
      if let level = tag.headingLevel { return .heading(level: level) }
      if words[node].contains(.pictureCredit), !isDominant(node) { return .pictureCredit }
      switch tag {
      case .figcaption, .figure: return .caption
      case .blockquote: if kind == .paragraph { kind = .quotation }
      case .li, .dd, .dt: if kind == .paragraph { kind = .listItem }
      case .td, .th: if kind == .paragraph { kind = .tableCell }
      case .article, .main, .body, .section: return kind
      default:
        if words[node].contains(.caption), kind == .paragraph, !isDominant(node) { return .caption }
      }
      node = page.parent(of: node)
    }
    return kind
  }
}

/// Joins the texts of one passage, with single spaces between words.
private struct PassageGatherer {
  private var text: [UInt8] = []
  private var firstText = 0
  private var linkBytes = 0
  private var wordCount = 0
  private var commaCount = 0
  private var endsWithSpace = true
  private var lineBreaks = 0

  mutating func add(_ bytes: [UInt8], _ range: Range<Int>, node: Int, inLink: Bool) {
    let before = text.count
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte <= 0x20 {
        addSpace()
        continue
      }
      if byte >= 0xC2, index < range.upperBound {
        let next = bytes[index]
        if byte == 0xC2, next == 0xA0 || next == 0xAD {
          // No-break space; soft hyphen.
          index += 1
          if next == 0xA0 { addSpace() }
          continue
        }
        if index + 1 < range.upperBound, isInvisible(byte, next, bytes[index + 1]) {
          index += 2
          continue
        }
      }
      if endsWithSpace {
        wordCount += 1
        endsWithSpace = false
      }
      if byte == UInt8(ascii: ",") { commaCount += 1 }
      text.append(byte)
    }
    guard text.count > before else { return }
    if before == 0 { firstText = node }
    lineBreaks = 0
    if inLink { linkBytes += text.count - before }
  }

  /// Zero-width space and joiners (U+200B–U+200D), word joiner (U+2060), byte-order mark (U+FEFF).
  private func isInvisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): 0x8B...0x8D ~= third
    case (0xE2, 0x81): third == 0xA0
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }

  private mutating func addSpace() {
    if !endsWithSpace {
      text.append(0x20)
      endsWithSpace = true
    }
  }

  /// Whether this break, with the one before, ends a paragraph.
  mutating func addLineBreak() -> Bool {
    lineBreaks += 1
    addSpace()
    return lineBreaks > 1
  }

  /// The passage so far; nil when nothing was gathered. Starts anew.
  mutating func finish(in element: Int) -> Passage? {
    defer { self = PassageGatherer() }
    if text.last == 0x20 { text.removeLast() }
    guard !text.isEmpty else { return nil }
    return Passage(
      element: element, firstText: firstText, kind: .paragraph, text: text, linkBytes: linkBytes,
      wordCount: wordCount, commaCount: commaCount)
  }
}

extension Tag {
  /// Whether words before, in and after it are set apart from each other.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .center, .dd, .details, .dialog, .div, .dl,
      .document, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6,
      .head, .header, .hr, .html, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary,
      .table,
      .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Whether what it holds is never read as text.
  var holdsNoText: Bool {
    switch self {
    case .audio, .button, .canvas, .embed, .head, .iframe, .input, .map, .noscript, .object,
      .option,
      .script, .select, .style, .svg, .template, .textarea, .title, .video, .label, .dialog:
      true
    default: false
    }
  }

  /// 1 for `<h1>` to 6 for `<h6>`.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
