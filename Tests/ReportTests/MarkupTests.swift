import QuothMarkup
import Testing

struct MarkupTests {
  /// The tree on one line: `p(text b(text))`.
  private func outline(_ page: Markup, _ node: Int = 0) -> String {
    var inner: [String] = []
    var child = node + 1
    while child < page.end(of: node) {
      inner.append(outline(page, child))
      child = page.end(of: child)
    }
    let name = "\(page.tag(of: node))"
    return inner.isEmpty ? name : "\(name)(\(inner.joined(separator: " ")))"
  }

  @Test func `descendants follow their element`() {
    let page = Markup(html: "<p>One <b>two</b> three<p>four")
    #expect(outline(page) == "document(html(body(p(text b(text) text) p(text))))")
  }

  @Test func `character references are resolved and adjoining texts are one`() {
    let page = Markup(html: "<p>Brandt &amp; Maric &#8212; caf\u{E9}</p>")
    #expect(page.text(of: 0) == "Brandt & Maric — caf\u{E9}")
    #expect(outline(page) == "document(html(body(p(text))))")
  }

  @Test func `only JSON scripts keep their text`() {
    let page = Markup(
      html:
        "<script>a < b</script><script type='application/ld+json'>{\"a\": 1}</script><style>p {}</style>"
    )
    #expect(page.text(of: 0) == "{\"a\": 1}")
  }

  @Test func `attributes are found by name, and unknown ones are dropped`() {
    let page = Markup(html: "<a href='/x?a=1&amp;b=2' onclick='y' CLASS=z hidden>w</a>")
    let link = (0..<page.count).first { page.tag(of: $0) == .a } ?? 0
    #expect(page.value(.href, of: link) == "/x?a=1&b=2")
    #expect(page.value(.class, of: link) == "z")
    #expect(page.value(.hidden, of: link) == "")
    #expect(page.value(.id, of: link) == nil)
    #expect(page.attributeCount(of: link) == 3)
  }

  @Test func `every tag and attribute name is recognised`() {
    for attribute in Attribute.allCases {
      let name = String(describing: attribute)
      guard !name.contains(where: \.isUppercase) else { continue }
      let page = Markup(html: "<p \(name)=1>x")
      #expect((0..<page.count).contains { page.value(attribute, of: $0) == "1" }, "\(name)")
    }
    for tag in Tag.allCases where ![.document, .text, .other].contains(tag) {
      let page = Markup(html: "<\(tag)>")
      #expect((0..<page.count).contains { page.tag(of: $0) == tag }, "\(tag)")
    }
  }

  @Test func `a zero byte does not end the page`() {
    #expect(Markup(html: "<p>before\0after").text(of: 0) == "before after")
  }

  @Test func `limits leave out the rest and say so`() {
    let deep = Markup(
      html: String(repeating: "<div>", count: 30) + "text",
      limits: .init(depth: 20))
    #expect(deep.isTruncated)
    #expect(deep.text(of: 0) == "text")
    let long = Markup(html: "<p>one</p><p>two</p>", limits: .init(bytes: 10))
    #expect(long.isTruncated)
    #expect(long.text(of: 0) == "one")
    let many = Markup(html: String(repeating: "<br>", count: 100), limits: .init(nodes: 10))
    #expect(many.isTruncated)
    #expect(many.count <= 10)
    #expect(!Markup(html: "<p>one</p>").isTruncated)
  }

  @Test(arguments: [
    ("Brandt &amp; Maric", "Brandt & Maric"), ("&#x2019;&#8217;", "’’"), ("&amp;rsquo;", "&rsquo;"),
    ("R&D; &nosuch; &", "R&D; &nosuch; &"), ("&#xD800;&#99999999999;", "&#xD800;&#99999999999;"),
  ])
  func `references in plain values are resolved once`(text: String, expected: String) {
    #expect(resolvingCharacterReferences(text) == expected)
  }
}
