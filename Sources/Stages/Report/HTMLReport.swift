import QuothMarkup

extension Report {
  /// Reads the report on an HTML page; nil when no article is found on it.
  public init?(html: String, id: String, file: String?, url: String?, warnings: [Warning]) {
    let page = Markup(html: html)
    let facts = Metadata(page, address: url)
    let layout = PageLayout(page, headline: facts.headlineElement)
    guard let body = ArticleBody(layout, of: page, headline: facts.headlineElement) else { return nil }
    var text = ""
    var blocks: [Block] = []
    for passage in body.passages {
      let start = text.utf8.count
      text += passage.string
      let role: Block.Role = if case .heading = passage.kind { .subhead } else { .body }
      blocks.append(Block(span: Span(start: start, end: text.utf8.count), role: role))
      text += "\n"
    }
    self.init(
      id: id, file: file, url: facts.url, publisher: facts.publisher, headline: facts.headline,
      byline: facts.byline, published: facts.published, updated: facts.updated, section: facts.section,
      language: facts.language, text: text, blocks: blocks, warnings: warnings)
  }
}
