import QuothMarkup
public import QuothReport

/// A list of reports that a site publishes: RSS, Atom or JSON Feed.
public struct Feed: Sendable, Hashable {
  public var title: String?
  /// The address of the site.
  public var home: String?
  public var items: [Item] = []

  /// One report as the feed has it: sometimes all of it, sometimes a sentence and a link.
  public struct Item: Sendable, Hashable {
    /// As the feed gives it, to tell one item from another.
    public var id: String?
    /// The page of the report, completed.
    public var address: String?
    public var title: String?
    /// As written; so is ``updated``.
    public var published: String?
    public var updated: String?
    public var authors: [String] = []
    /// The report itself, HTML.
    public var content: String?
    /// What it is about, HTML; some feeds put the whole report here.
    public var summary: String?

    /// When it came out, or was last changed, in ISO 8601.
    public var date: String? {
      (published.flatMap(Timestamp.init) ?? updated.flatMap(Timestamp.init))?.description
    }

    /// Its own words: the content, or the summary where that says more.
    var body: String {
      [content, summary].compactMap(\.self).max { $0.utf8.count < $1.utf8.count } ?? ""
    }
  }

  /// Words an item's own content has when it counts as the report.
  public static let wholeReport = 80

  /// The page that an item would be, made of what the feed says of it; nil where that is too short to be the
  /// report itself.
  ///
  /// - Parameter file: what the document is called.
  public func document(for item: Item, file: String) -> Document? {
    let words = Markup(html: item.body).text(of: 0).split { $0.isWhitespace }
    guard words.count >= Self.wholeReport else { return nil }
    func meta(_ name: String, _ value: String?) -> String {
      value.map { "<meta property=\"\(name)\" content=\"\(escapedForHTML($0))\">" } ?? ""
    }
    let heading = escapedForHTML(item.title ?? "")
    let page =
      "<!DOCTYPE html><html><head><title>\(heading)</title>" + meta("og:title", item.title)
      + meta("og:site_name", title) + meta("article:published_time", item.date)
      + item.authors.map { meta("author", $0) }.joined()
      + "</head><body><article><h1>\(heading)</h1>\n\(item.body)\n</article></body></html>"
    return Document(
      bytes: Array(page.utf8), file: file, url: item.address, mediaType: "text/html",
      charset: "utf-8")
  }
}
