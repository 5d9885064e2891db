import QuothReport
import Testing

@testable import QuothIntake

/// Feeds in each of their formats.
struct FeedTests {
  private func feed(_ text: String, address: String? = "https://example.org/news/feed") throws
    -> Feed
  {
    try Feed(Document(bytes: Array(text.utf8), file: "feed.xml", url: address))
  }

  @Test func `RSS 2`() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
        xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Harbour Herald</title><link>https://example.org/</link>
      <atom:link rel="self" href="https://example.org/feed"/>
      <item><media:title>A picture</media:title><title>Bridge &amp;amp; ferry shut</title>
      <link>../bridge</link><guid isPermaLink="false">h-1</guid>
      <pubDate>Wed, 04 Mar 2026 09:30:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator>
      <description>Shut.</description><content:encoded><![CDATA[<p>The bridge is shut.</p>]]></content:encoded>
      </item>
      <item><title>Ferry</title><guid>https://example.org/ferry</guid>
      <author>desk@example.org (The desk)</author></item>
      <item><title>Tide</title><guid>12</guid></item>
      </channel></rss>
      """)
    #expect(feed.title == "Harbour Herald")
    #expect(feed.home == "https://example.org/")
    let item = feed.items[0]
    #expect(item.title == "Bridge & ferry shut")
    #expect(item.address == "https://example.org/bridge")
    #expect(item.id == "h-1")
    #expect(item.published == "Wed, 04 Mar 2026 09:30:00 GMT")
    #expect(item.date == "2026-03-04T09:30:00Z")
    #expect(item.authors == ["Ana Ruiz"])
    #expect(item.content == "<p>The bridge is shut.</p>")
    #expect(item.summary == "Shut.")
    #expect(feed.items[1].address == "https://example.org/ferry")
    #expect(feed.items[1].authors == ["The desk"])
    #expect(feed.items[2].id == "12")
    #expect(feed.items[2].address == nil)
  }

  @Test func `RSS 1 has its items beside the channel`() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/feed"><title>Harbour Herald</title></channel>
      <item rdf:about="https://example.org/bridge"><title>Bridge shut</title>
      <link>https://example.org/bridge</link><dc:date>2026-03-04</dc:date></item></rdf:RDF>
      """)
    #expect(feed.title == "Harbour Herald")
    #expect(feed.items.map(\.id) == ["https://example.org/bridge"])
    #expect(feed.items[0].date == "2026-03-04")
  }

  @Test func `Atom, with addresses completed from the nearest base`() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/a/">
      <title type="html">&lt;b>Harbour&lt;/b> Herald</title><link href="/"/>
      <entry xml:base="b/"><id>tag:1</id><title>R&amp;D &lt;shut></title>
      <link rel="enclosure" href="sound.mp3"/><link href="bridge?x=1#top"/>
      <published>2026-03-04T09:30:00+01:00</published><updated>2026-03-05T00:00:00Z</updated>
      <author><name>Ana Ruiz</name><email>a@example.org</email></author><author><name>Bo Lind</name></author>
      <summary>1 &lt; 2</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>bridge</b><br/></p></div></content>
      </entry></feed>
      """)
    #expect(feed.title == "Harbour Herald")
    #expect(feed.home == "https://example.com/")
    let item = feed.items[0]
    #expect(item.title == "R&D <shut>")
    #expect(item.address == "https://example.com/a/b/bridge?x=1#top")
    #expect(item.authors == ["Ana Ruiz", "Bo Lind"])
    #expect(item.date == "2026-03-04T09:30:00+01:00")
    #expect(item.updated == "2026-03-05T00:00:00Z")
    #expect(item.content == "<p>The <b>bridge</b><br /></p>")
    #expect(item.summary == "1 &lt; 2")
  }

  @Test func `JSON Feed`() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Herald",
       "home_page_url": "https://example.org/", "items": [
        {"id": "1", "url": "/bridge", "title": "Bridge shut", "content_text": "1 < 2",
         "date_published": "2026-03-04T09:30:00Z", "authors": [{"name": "Ana Ruiz"}]}]}
      """)
    #expect(feed.title == "Harbour Herald")
    #expect(feed.items[0].address == "https://example.org/bridge")
    #expect(feed.items[0].content == "1 &lt; 2")
    #expect(feed.items[0].authors == ["Ana Ruiz"])
    #expect(feed.items[0].published == "2026-03-04T09:30:00Z")
  }

  @Test func `broken XML is read as far as it goes`() throws {
    let feed = try feed(
      """

      <rss><channel><title>Caf&eacute; AT&T</title><item><title>One</b></title></item>
      <item><title>Two & three</title><description>cut o
      """)
    #expect(feed.title == "Café AT&T")
    #expect(feed.items.map(\.title) == ["One", "Two & three"])
  }

  @Test func `a feed is known by its first bytes, in any encoding`() {
    #expect(Feed.begins(Array("\u{FEFF}\n<?xml version='1.0'?><rss>".utf8)))
    #expect(Feed.begins("<feed xmlns='http://www.w3.org/2005/Atom'>".utf8.flatMap { [0, $0] }))
    #expect(Feed.begins(Array(#"{"version": "https://jsonfeed.org/version/1"}"#.utf8)))
    #expect(!Feed.begins(Array("<html><link href='feed.rss'>".utf8)))
    #expect(!Feed.begins(Array("The tag is called <rss>.".utf8)))
  }

  @Test func `what is no feed is an error`() {
    for text in ["", "The bridge is shut.", "<p>Shut</p>", "{\"items\": []}", "<rss/>"] {
      #expect(throws: IntakeError.noItems(feed: "feed.xml")) { try feed(text) }
    }
  }

  @Test func `a document type is never expanded or loaded`() throws {
    let feed = try feed(
      """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY file SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>One &b;&file;</title></item></channel></rss>
      """)
    #expect(feed.items.map(\.title) == ["One &b;&file;"])
  }

  @Test func `an item with all its words is a report, a shorter one is none`() throws {
    let paragraph =
      "<p>The ministry shut the Kestrel bridge on Tuesday after two people were killed there, an official said.</p>"
    let whole = Feed.Item(
      address: "https://example.org/bridge", title: "Bridge “shut”", published: "4 March 2026",
      authors: ["Ana Ruiz"], content: String(repeating: paragraph, count: 6))
    let feed = Feed(title: "Harbour Herald", items: [whole])
    let document = try #require(feed.document(for: whole, file: "feed.xml!1"))
    let report = try Report(document, id: "")
    #expect(report.headline?.value == "Bridge “shut”")
    #expect(report.publisher?.value == "Harbour Herald")
    #expect(report.published?.value == "2026-03-04")
    #expect(report.byline?.value == ["Ana Ruiz"])
    #expect(report.url?.value == "https://example.org/bridge")
    #expect(report.text.contains("Kestrel"))
    #expect(feed.document(for: Feed.Item(summary: paragraph), file: "feed.xml!2") == nil)
  }

  @Test(arguments: [
    ("https://a/b/c/d;p?q", "g", "https://a/b/c/g"),
    ("https://a/b/c/d;p?q", "./g/", "https://a/b/c/g/"),
    ("https://a/b/c/d;p?q", "?y", "https://a/b/c/d;p?y"),
    ("https://a/b/c/d;p?q", "#s", "https://a/b/c/d;p?q#s"),
    ("https://a/b/c/d;p?q", "..", "https://a/b/"),
    ("https://a/b/c/d;p?q", "../../../g", "https://a/g"),
    ("https://a/b/c/d;p?q", "//g", "https://g"), ("https://a/b/c/d;p?q", "", "https://a/b/c/d;p?q"),
    ("https://a/b/c/d;p?q", "g:h", "g:h"), ("https://a", "g", "https://a/g"),
  ])
  func `addresses are completed as RFC 3986 has it`(base: String, link: String, whole: String)
    throws
  {
    let feed = try feed(
      "<rss><channel><item><link> \(link.isEmpty ? "#" : link) </link></item></channel></rss>",
      address: base)
    #expect(feed.items[0].address == (link.isEmpty ? whole + "#" : whole))
  }
}
