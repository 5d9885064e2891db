import QuothMarkup

extension Report {
  /// Reads the report on an HTML page.
  ///
  /// The text is headline, deck, body, captions and credit lines in this order, one block to a line,
  /// each line ended by `\n`. The dateline is left nil: it is read from the first body block, the same
  /// way as in plain text.
  ///
  /// - Parameters:
  ///   - html: the page, already decoded.
  ///   - id: `sha256:` and the digest of the bytes it was decoded from.
  ///   - file: the path it was read from.
  ///   - url: the address it came from; a canonical address on the page goes before it.
  ///   - warnings: what was noticed on the way here.
  /// - Returns: nil when there is no article on the page.
  /// - Complexity: O(n) in bytes of the page.
  public init?(html: String, id: String, file: String?, url: String?, warnings: [Warning]) {
    let page = Markup(html: html)
    let facts = Metadata(page, address: url)
    let layout = PageLayout(page, headline: facts.headlineElement)
    guard
      let body = ArticleBody(
        layout, of: page, headline: facts.headlineElement, summary: facts.summary)
    else { return nil }
    var lines = ReportLines()
    if let headline = facts.headline { lines.add(Array(headline.value.utf8), .headline) }
    if let deck = body.deck { lines.add(deck.text, .deck) }
    for passage in body.passages { lines.add(passage.text, passage.role, passage.form) }
    for passage in body.captions { lines.add(passage.text, .caption) }
    for passage in body.pictureCredits + body.credits { lines.add(passage.text, .credit) }
    let byline = Self.byline(facts, body)
    let agencies = byline?.value.filter(NewsAgencies.contains) ?? []
    self.init(
      id: id, file: file, url: facts.url, publisher: facts.publisher, headline: facts.headline,
      byline: byline, credit: agencies + body.credits.filter { !$0.isByline }.map(\.string),
      published: facts.published, updated: facts.updated, section: facts.section,
      language: facts.language, text: lines.text, blocks: lines.blocks,
      warnings: page.isTruncated ? warnings + [Self.truncation] : warnings)
    if let cut = Truncation.warning(for: self, from: html) { self.warnings.append(cut) }
  }

  private static let truncation = Warning(
    slug: "report.page-too-large",
    message: "The page is too large or too deeply nested; part of it was not read.")

  /// The stated authors; where the page states only itself, the names above its first sentence.
  private static func byline(_ facts: Metadata, _ body: ArticleBody) -> Stated<[String]>? {
    let isItself = facts.byline?.value.allSatisfy { name in
      facts.publisher.map { Wording.folded($0.value) == Wording.folded(name) } ?? false
    }
    guard isItself ?? true else { return facts.byline }
    let visible = AuthorNames(body.bylines.map(\.string)).names
    return visible.isEmpty ? facts.byline : Stated(visible, from: .text)
  }
}

/// The text of a report as it grows line by line, with the block each line is.
private struct ReportLines {
  private var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ line: [UInt8], _ role: Block.Role, _ form: Block.Form = .paragraph) {
    guard !line.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: line)
    blocks.append(Block(span: Span(start: start, end: bytes.count), role: role, form: form))
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension Passage {
  fileprivate var role: Block.Role {
    if case .heading = kind { .subhead } else { .body }
  }

  fileprivate var form: Block.Form {
    switch kind {
    case .listItem: .listItem
    case .quotation: .quotation
    default: .paragraph
    }
  }
}
