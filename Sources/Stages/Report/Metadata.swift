import QuothMarkup

/// What a page says of its report, each fact with the place it was taken from.
///
/// Where places contradict each other the more deliberate one counts: JSON-LD, then OpenGraph and
/// `<meta>`, then microdata, `<time>`, the address, and last what is merely visible.
struct Metadata {
  var headline: Stated<String>?
  var byline: Stated<[String]>?
  var publisher: Stated<String>?
  var published: Stated<String>?
  var updated: Stated<String>?
  var section: Stated<String>?
  var language: Stated<String>?
  var url: Stated<String>?
  /// What the report is about, in a sentence or two.
  var summary: String?
  /// The visible heading that carries the headline.
  var headlineElement: Int?

  /// - Parameter address: where the page came from; relative canonical addresses are read against it.
  init(_ page: Markup, address: String?) {
    let facts = PageFacts(page)
    let linked = LinkedData(facts.objects, title: facts.meta(["og:title"]) ?? facts.title)
    findHeadline(facts, linked, page)
    findByline(facts, linked, page)
    findAddress(facts, linked, address)
    findTimes(facts, linked, page)
    publisher =
      linked.publisher.map { Stated($0, from: .jsonLD) }
      ?? facts.meta(["og:site_name"]).map { Stated($0, from: .openGraph) }
      ?? facts.meta([
        "application-name", "publisher", "dc.publisher", "cre", "apple-mobile-web-app-title",
      ])
      .map { Stated($0, from: .meta) }
    section =
      facts.meta(["article:section"]).map { Stated($0, from: .openGraph) }
      ?? linked.section.map { Stated($0, from: .jsonLD) }
      ?? facts.meta(["section", "parsely-section", "cse_section", "dc.subject"])
      .map { Stated($0, from: .meta) }
    findLanguage(facts, linked)
    summary = linked.description ?? facts.meta(["og:description", "description", "dc.description"])
  }

  // MARK: Headline

  private mutating func findHeadline(_ facts: PageFacts, _ linked: LinkedData, _ page: Markup) {
    let site = facts.meta(["og:site_name"]) ?? linked.publisher
    func bare(_ title: String?) -> String? { title.map { Self.withoutSiteName($0, site: site) } }
    let openGraph = bare(facts.meta(["og:title"]))
    let title = bare(facts.title)
    let others = [
      "twitter:title", "title", "dc.title", "parsely-title", "sailthru.title", "headline",
    ]
    let meta = bare(facts.meta(others))
    let titles = [linked.headline, openGraph, title].compactMap(\.self)
    let visible = facts.headings.map { (node: $0, words: Wording.tidy(page.text(of: $0))) }
      .filter { 1...400 ~= $0.words.utf8.count }
      .max { closeness($0.words, to: titles) < closeness($1.words, to: titles) }
    let isClose = visible.map { titles.isEmpty || closeness($0.words, to: titles) >= 0.5 } ?? false
    headlineElement = isClose ? visible?.node : nil
    let candidates = [
      linked.headline.map { Stated($0, from: .jsonLD) },
      openGraph.map { Stated($0, from: .openGraph) },
      isClose ? visible.map { Stated($0.words, from: .text) } : nil,
    ].compactMap(\.self).filter { !$0.value.isEmpty }
    headline = Self.mostAgreed(candidates) ?? (meta ?? title).map { Stated($0, from: .meta) }
  }

  /// The candidate that most others repeat; of several, the first.
  private static func mostAgreed(_ candidates: [Stated<String>]) -> Stated<String>? {
    let folded = candidates.map { Wording.folded($0.value) }
    let votes = folded.map { words in folded.count { $0 == words } }
    return zip(candidates, votes).enumerated()
      .max { ($0.element.1, $1.offset) < ($1.element.1, $0.offset) }?.element.0
  }

  private func closeness(_ words: String, to titles: [String]) -> Double {
    titles.map { Wording.overlap(words, $0) }.max() ?? 0
  }

  /// `Two killed | Harbour Herald` without what follows the bar or dash, when that is the site's name
  /// or short.
  private static func withoutSiteName(_ title: String, site: String?) -> String {
    let words = title.split(separator: " ")
    guard
      let mark = words.lastIndex(where: { ["|", "–", "—", "-", "::", "»", "·", "*"].contains($0) })
    else { return title }
    let rest = words[(mark + 1)...].joined(separator: " ")
    let isSite = site.map { Wording.overlap($0, rest) > 0.5 } ?? false
    guard mark > 0, isSite || words[mark] == "|" || words.count - mark <= 4,
      words.count - mark < mark + 2
    else { return title }
    return withoutSiteName(words[..<mark].joined(separator: " "), site: site)
  }

  // MARK: Byline

  private mutating func findByline(_ facts: PageFacts, _ linked: LinkedData, _ page: Markup) {
    func stated(_ texts: [String], _ basis: Basis) -> Stated<[String]>? {
      let names = AuthorNames(texts).names
      return names.isEmpty ? nil : Stated(names, from: basis)
    }
    let named = [
      "author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
      "citation_author", "authors",
    ]
    byline =
      stated(linked.authors, .jsonLD)
      ?? named.lazy.compactMap { stated(facts.allMetas($0), .meta) }.first
      ?? stated(facts.allMetas("article:author"), .openGraph)
      ?? stated(authorProperties(facts, page), .microdata)
      ?? stated(facts.authorLinks.prefix(AuthorNames.limit).map { page.text(of: $0) }, .text)
      ?? stated(Self.visibleBylines(page), .text)
  }

  /// Names in `itemprop="author"`, those of other articles that the page lists left out.
  private func authorProperties(_ facts: PageFacts, _ page: Markup) -> [String] {
    let authors = facts.properties.lazy.filter {
      $0.name == "author" && isAboutThisArticle($0.node, page)
    }
    return authors.prefix(AuthorNames.limit).map { author in
      let name = facts.properties.first {
        $0.name == "name" && $0.node > author.node && $0.node < page.end(of: author.node)
      }
      return page.value(.content, of: author.node) ?? page.text(of: name?.node ?? author.node)
    }
  }

  /// Whether no `<article>` stands around a node, or one that the headline stands in too.
  private func isAboutThisArticle(_ node: Int, _ page: Markup) -> Bool {
    guard let headlineElement else { return true }
    var node = node
    while node != 0, page.tag(of: node) != .article { node = page.parent(of: node) }
    return node == 0 || (node <= headlineElement && headlineElement < page.end(of: node))
  }

  /// Short texts of the innermost elements named after authors.
  private static func visibleBylines(_ page: Markup) -> [String] {
    for node in 0..<page.count where page.tag(of: node) != .text {
      guard PageWords(node, of: page).contains(.byline) else { continue }
      let words = Wording.tidy(page.text(of: node))
      if 3...120 ~= words.utf8.count, words.lowercased().hasPrefix("by ") { return [words] }
    }
    return []
  }

  // MARK: Times

  private mutating func findTimes(_ facts: PageFacts, _ linked: LinkedData, _ page: Markup) {
    func stated(_ text: String?, _ basis: Basis) -> Stated<String>? {
      text.flatMap { Timestamp($0) }.map { Stated($0.description, from: basis) }
    }
    func property(_ name: String) -> String? {
      facts.properties.first { $0.name == name }.map { found in
        page.value(.datetime, of: found.node) ?? page.value(.content, of: found.node)
          ?? page.text(of: found.node)
      }
    }
    let named = [
      "date", "pubdate", "publish-date", "publishdate", "publication_date", "pdate", "ptime",
      "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date",
      "sailthru.date", "article.published", "datepublished", "cxenseparse:recs:publishtime",
      "originalpublicationdate", "article_date_original", "citation_publication_date",
      "displaydate",
      "rnews:datepublished", "og:pubdate", "article:published",
    ]
    published =
      stated(linked.published, .jsonLD)
      ?? stated(facts.meta(["article:published_time", "og:article:published_time"]), .openGraph)
      ?? stated(facts.meta(named), .meta)
      ?? stated(property("datePublished"), .microdata)
      ?? facts.times.lazy.compactMap {
        stated(page.value(.datetime, of: $0) ?? page.text(of: $0), .time)
      }.first
      ?? stated(url?.value, .address)
      ?? stated(Self.visibleDate(page), .text)
    updated =
      stated(linked.modified, .jsonLD)
      ?? stated(facts.meta(["article:modified_time", "og:updated_time"]), .openGraph)
      ?? stated(
        facts.meta([
          "lastmod", "last-modified", "dc.date.modified", "dcterms.modified", "datemodified",
          "article.updated",
        ]), .meta)
      ?? stated(property("dateModified"), .microdata)
  }

  /// The first short text that holds a date.
  private static func visibleDate(_ page: Markup) -> String? {
    for node in 0..<page.count where page.tag(of: node) == .text {
      let range = page.textRange(of: node)
      guard 8...80 ~= range.count, page.bytes[range].contains(where: { 0x30...0x39 ~= $0 }) else {
        continue
      }
      let words = page.string(range)
      if Timestamp(words) != nil { return words }
    }
    return nil
  }

  // MARK: Language and address

  private mutating func findLanguage(_ facts: PageFacts, _ linked: LinkedData) {
    let stated =
      facts.language.map { Stated($0, from: .meta) }
      ?? linked.language.map { Stated($0, from: .jsonLD) }
      ?? facts.meta(["og:locale"]).map { Stated($0, from: .openGraph) }
      ?? facts.meta(["content-language", "dc.language", "language"]).map { Stated($0, from: .meta) }
    language = stated.flatMap { found in
      Self.tag(found.value).map { Stated($0, from: found.basis) }
    }
  }

  /// A BCP 47 tag from `en_gb`, `EN`, `en-GB`; nil for what is none.
  private static func tag(_ text: String) -> String? {
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, 2...3 ~= first.utf8.count,
      first.utf8.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 })
    else { return nil }
    guard parts.count > 1, parts[1].utf8.count == 2 else { return first.lowercased() }
    return first.lowercased() + "-" + parts[1].uppercased()
  }

  private mutating func findAddress(_ facts: PageFacts, _ linked: LinkedData, _ base: String?) {
    let stated =
      facts.canonical.map { Stated($0, from: .meta) }
      ?? facts.meta(["og:url"]).map { Stated($0, from: .openGraph) }
      ?? linked.url.map { Stated($0, from: .jsonLD) }
    url =
      stated.flatMap { found in
        Self.absolute(found.value, base: base).map { Stated($0, from: found.basis) }
      } ?? base.map { Stated($0, from: .flag) }
  }

  /// An `http` address, `//host/path` and `/path` completed from the base; nil when impossible.
  private static func absolute(_ address: String, base: String?) -> String? {
    let address = Wording.tidy(address)
    if address.hasPrefix("http://") || address.hasPrefix("https://") { return address }
    guard address.hasPrefix("/"), let base else { return nil }
    let parts = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return nil }
    return address.hasPrefix("//") ? parts[0] + address : parts[0] + "//" + parts[2] + address
  }
}
