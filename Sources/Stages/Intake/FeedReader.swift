import QuothMarkup
public import QuothReport

extension Feed {
  /// Reads RSS 0.9 to 2.0, Atom 0.3 and 1.0, and JSON Feed 1.
  ///
  /// Broken XML is read as far as it goes.
  ///
  /// - Parameter document: its `url`, or the address the feed gives itself, completes relative addresses.
  /// - Throws: ``IntakeError/noItems(feed:)`` when it is no feed, or an empty one.
  public init(_ document: Document) throws(IntakeError) {
    guard let text = try? Decoding(document).text, let feed = Feed(text, address: document.url),
      !feed.items.isEmpty
    else { throw .noItems(feed: document.file ?? document.url ?? "the feed") }
    self = feed
  }

  package init?(_ text: String, address: String?) {
    if text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      guard let object = JSON(text) else { return nil }
      self.init(object, address: address)
    } else {
      guard let root = XMLTree(text) else { return nil }
      self.init(root, address: address)
    }
  }

  /// Whether the first bytes of a file are those of a feed.
  public static func begins(_ head: [UInt8]) -> Bool {
    // Without byte-order marks and the zeros of UTF-16, and from the first sign on.
    let ascii = head.prefix(4096).filter { 0x09...0x7E ~= $0 }.drop { $0 <= 0x20 }
    let head = String(decoding: ascii, as: UTF8.self)
    if head.hasPrefix("{") { return head.contains("jsonfeed.org/version/") }
    guard head.hasPrefix("<"), !head.contains("<html") else { return false }
    return ["<rss", ":rss", "<feed", ":feed", "<rdf:RDF"].contains { head.contains($0) }
  }
}

// MARK: RSS and Atom

extension Feed {
  /// Source: RSS Advisory Board, RSS 2.0.11; RSS 1.0; RFC 4287 and its draft, Atom 0.3; Dublin Core.
  private init(_ root: XMLTree, address: String?) {
    let channel = root.elements.first { $0.name == "channel" } ?? root
    let base = root.base(within: address ?? channel.ownAddress ?? "")
    title = channel.words("title")
    home = channel.link(within: channel.base(within: base))
    items = root.items(within: base)
  }
}

extension Feed.Item {
  fileprivate init(_ item: XMLTree, base: String) {
    id = item.value("guid", "id") ?? item["about"]
    address = item.link(within: base)
    // An RSS item without a link is found under its name, unless that is said to be no address.
    if address == nil, let guid = item.first("guid"), guid["isPermaLink"] != "false",
      let name = guid.trimmed, name.hasPrefix("http")
    {
      address = name
    }
    title = item.words("title")
    published = item.value("pubDate", "published", "issued", "created", "date")
    updated = item.value("updated", "modified", "lastBuildDate")
    authors = item.authors
    content = item.html("encoded", "content", "body", "fullitem")
    summary = item.html("description", "summary", "abstract")
  }
}

extension XMLTree {
  /// Namespaces that use the feed's names for other things, such as the title of a picture; by address, and by
  /// prefix where a feed leaves the address out.
  private static let foreign = [
    "search.yahoo.com/mrss", "www.itunes.com/dtds", "w3.org/2003/01/geo", "georss.org",
    "opengis.net", "purl.org/rss/1.0/modules/syndication", "purl.org/rss/1.0/modules/image",
  ]
  private static let foreignPrefixes = ["media", "itunes", "geo", "georss", "gml", "sy", "image"]

  private var isForeign: Bool {
    Self.foreignPrefixes.contains(namespace) || Self.foreign.contains { namespace.contains($0) }
  }

  /// Items at any depth: RSS 1.0 has them beside the channel, others inside it, and tags that are not closed
  /// anywhere.
  fileprivate func items(within base: String) -> [Feed.Item] {
    elements.flatMap { element in
      let base = element.base(within: base)
      let isItem = (element.name == "item" || element.name == "entry") && !element.isForeign
      return isItem ? [Feed.Item(element, base: base)] : element.items(within: base)
    }
  }

  /// The first child of that name: one of the element's own namespace, or of another that is not foreign.
  fileprivate func first(_ name: String) -> XMLTree? {
    let named = elements.filter { $0.name.lowercased() == name.lowercased() }
    return named.first { $0.namespace == namespace } ?? named.first { !$0.isForeign }
  }

  fileprivate var trimmed: String? {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// The text of the first child that has one, the names tried in order.
  fileprivate func value(_ names: String...) -> String? {
    names.lazy.compactMap { first($0)?.trimmed }.first
  }

  /// The text of a child, without marks.
  fileprivate func words(_ name: String) -> String? {
    guard let html = html(name) else { return nil }
    let words = Markup(html: html).text(of: 0).split { $0.isWhitespace }.joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  fileprivate func html(_ names: String...) -> String? {
    names.lazy.compactMap { first($0)?.asHTML }.first { $0.utf8.contains { $0 > 0x20 } }
  }

  /// What is inside, as HTML: marks that stand as elements, marks that stand as text, or plain text.
  private var asHTML: String {
    if let only = elements.first, elements.count == 1, only.name == "div", self["type"] == "xhtml" {
      return only.html
    }
    guard elements.isEmpty else { return html }
    let isAtom = namespace.hasSuffix("/2005/Atom") || namespace.hasSuffix("purl.org/atom/ns#")
    let isPlain =
      switch (self["mode"] ?? "", self["type"] ?? "") {
      case ("escaped", _): false
      case (_, "text"), (_, "text/plain"), (_, "TEXT"): true
      case (_, ""): isAtom
      default: false
      }
    return isPlain ? escapedForHTML(text) : text
  }

  /// The address that relative ones inside are completed with.
  fileprivate func base(within base: String) -> String {
    guard let own = attributes.first(where: { $0.name == "base" })?.value else { return base }
    return WebAddress(base).completing(own)
  }

  /// The page that the feed or item stands for.
  fileprivate func link(within base: String) -> String? {
    let links = elements.filter { $0.name == "link" && !$0.isForeign }
    for link in links {
      let base = link.base(within: base)
      if let address = link["href"], [nil, "", "alternate"].contains(link["rel"]) {
        return WebAddress(base).completing(address)
      }
      if link["href"] == nil, let address = link.trimmed {
        return WebAddress(base).completing(address)
      }
    }
    return nil
  }

  /// Where the feed says it is itself.
  fileprivate var ownAddress: String? {
    elements.first { $0.name == "link" && $0["rel"] == "self" }?["href"]
  }

  /// Names, without the addresses that some feeds put beside them.
  fileprivate var authors: [String] {
    let named = elements.filter { ["author", "creator"].contains($0.name) && !$0.isForeign }
    let podcast = elements.filter { $0.name == "author" && $0.isForeign }
    return (named.isEmpty ? podcast : named).compactMap { author in
      author.elements.isEmpty ? author.trimmed.map(Self.name) : author.value("name", "email")
    }
  }

  /// `editor@example.org (Ana Ruiz)` and `Ana Ruiz <editor@example.org>` without the address.
  private static func name(_ author: String) -> String {
    if let open = author.firstIndex(of: "("), author.hasSuffix(")"), author.contains("@") {
      return String(author[author.index(after: open)...].dropLast())
    }
    guard let open = author.firstIndex(of: "<"), open > author.startIndex else { return author }
    return author[..<open].split(separator: " ").joined(separator: " ")
  }
}

// MARK: JSON Feed

extension Feed {
  /// Source: jsonfeed.org, versions 1 and 1.1.
  private init(_ object: JSON, address: String?) {
    let base = WebAddress(object["feed_url"]?.string ?? address ?? "")
    title = object["title"]?.string
    home = object["home_page_url"]?.string.map { base.completing($0) }
    items = (object["items"]?.elements ?? []).map { item in
      var read = Item()
      read.id = item["id"]?.string
      read.address = (item["url"] ?? item["external_url"])?.string.map { base.completing($0) }
      read.title = item["title"]?.string
      read.published = item["date_published"]?.string
      read.updated = item["date_modified"]?.string
      read.authors = ((item["authors"] ?? item["author"])?.elements ?? []).compactMap {
        $0["name"]?.string
      }
      read.content =
        item["content_html"]?.string ?? item["content_text"]?.string.map(escapedForHTML)
      read.summary = item["summary"]?.string.map(escapedForHTML)
      return read
    }
  }
}
