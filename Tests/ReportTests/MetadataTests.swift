import QuothMarkup
import Testing

@testable import QuothReport

struct MetadataTests {
  @Test(arguments: [
    ("By Ilse Brandt and Ivo Maric", ["Ilse Brandt", "Ivo Maric"]),
    ("Written by Ana Ruiz, Tomas O'Dell & Mira Lind", ["Ana Ruiz", "Tomas O'Dell", "Mira Lind"]),
    ("Ana Ruiz/Mira Lind", ["Ana Ruiz", "Mira Lind"]),
    ("Ana Ruiz; ANA RUIZ", ["Ana Ruiz"]),
    ("https://harbour.example/ana", []), ("(Image: Ida Holm)", []), ("desk@harbour.example", []),
    ("", []),
    ("(Image: Meridian Wire/Ekphoto)", []),
  ])
  func `bylines are cut into names`(byline: String, names: [String]) {
    #expect(AuthorNames([byline]).names == names)
  }

  private func headline(_ html: String) -> Stated<String>? {
    Metadata(Markup(html: html), address: nil).headline
  }

  @Test func `the headline that two places agree on counts`() {
    let page = """
      <meta property="og:title" content="Bridge shut">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Kestrel bridge news"}</script>
      <h1>Bridge shut</h1>
      """
    #expect(headline(page) == Stated("Bridge shut", from: .openGraph))
  }

  @Test(arguments: [
    ("Two killed as bridge closes | Harbour Herald", "Two killed as bridge closes"),
    ("Two killed as bridge closes - World - Harbour Herald", "Two killed as bridge closes"),
    (
      "Two killed – and one saved, Norland's ministry of transport says",
      "Two killed – and one saved, Norland's ministry of transport says"
    ),
  ])
  func `the name of the site is no part of the headline`(title: String, expected: String) {
    let page = "<meta property='og:site_name' content='Harbour Herald'><title>\(title)</title>"
    #expect(headline(page)?.value == expected)
  }

  @Test func `the article among many objects is the one the page is titled after`() {
    let page = """
      <meta property="og:title" content="Ferry service resumes at Saltport">
      <script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Bridge closes", "datePublished": "2026-03-04"},
      {"@type": ["Article", "NewsArticle"], "headline": "Ferry service resumes at Saltport", "datePublished": "2026-03-05"}]</script>
      """
    #expect(
      Metadata(Markup(html: page), address: nil).published == Stated("2026-03-05", from: .jsonLD))
  }

  @Test(
    arguments: [("en_gb", "en-GB"), ("EN", "en"), ("english", nil), ("en-", "en")]
      as [(String, String?)])
  func `languages become BCP 47 tags`(stated: String, tag: String?) {
    let page = Markup(html: "<html lang='\(stated)'><p>x")
    #expect(Metadata(page, address: nil).language?.value == tag)
  }

  @Test func `authors of other articles on the page are not ours`() {
    let page = """
      <article><h1>Ferry resumes</h1><span itemprop="author">Mira Lind</span></article>
      <article><h2>Bridge</h2><span itemprop="author">Ana Ruiz</span></article>
      """
    #expect(
      Metadata(Markup(html: page), address: nil).byline == Stated(["Mira Lind"], from: .microdata))
  }
}
