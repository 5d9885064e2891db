import QuothMarkup

/// What a page states about itself outside its running text, as it stands there.
///
/// One walk over the page gathers everything; which statement counts is decided in ``Metadata``.
struct PageFacts {
  /// `<meta>` elements: name or property in lower case, and content.
  private(set) var metas: [(name: String, content: String)] = []
  /// Objects of JSON-LD blocks, those inside others included, in page order.
  private(set) var objects: [JSON] = []
  /// Elements with `itemprop`, outside of `<head>`.
  private(set) var properties: [(name: String, node: Int)] = []
  private(set) var times: [Int] = []
  /// `<h1>` elements.
  private(set) var headings: [Int] = []
  /// Links whose `rel` is `author`.
  private(set) var authorLinks: [Int] = []
  private(set) var title: String?
  private(set) var canonical: String?
  private(set) var language: String?

  /// - Complexity: O(n) in bytes of the page.
  init(_ page: Markup) {
    for node in 0..<page.count {
      if let name = page.value(.itemprop, of: node) { properties.append((name, node)) }
      switch page.tag(of: node) {
      case .html: language = language ?? page.value(.lang, of: node)
      case .meta: addMeta(node, of: page)
      case .link:
        if page.value(.rel, of: node)?.lowercased() == "canonical" {
          canonical = canonical ?? page.value(.href, of: node)
        }
      case .a:
        if page.value(.rel, of: node)?.lowercased().contains("author") == true {
          authorLinks.append(node)
        }
      case .title:
        if title == nil { title = Wording.tidy(page.text(of: node)) }
      case .time: times.append(node)
      case .h1: headings.append(node)
      case .script:
        if let value = JSON(page.text(of: node)) { add(value, depth: 0) }
      default: break
      }
    }
  }

  /// The content of the first `<meta>` of one of these names, the names tried in order.
  func meta(_ names: [String]) -> String? {
    for name in names {
      for meta in metas where meta.name == name && !meta.content.isEmpty { return meta.content }
    }
    return nil
  }

  /// The contents of all `<meta>` of that name.
  func allMetas(_ name: String) -> [String] { metas.filter { $0.name == name }.map(\.content) }

  private mutating func addMeta(_ node: Int, of page: Markup) {
    guard let content = page.value(.content, of: node) else { return }
    for attribute in [Attribute.property, .name, .itemprop] {
      guard let name = page.value(attribute, of: node) else { continue }
      metas.append((name.lowercased(), Wording.tidy(content)))
    }
  }

  private mutating func add(_ value: JSON, depth: Int) {
    guard depth < 8 else { return }
    switch value {
    case .array(let elements): for element in elements { add(element, depth: depth + 1) }
    case .object(let members):
      objects.append(value)
      for member in members { add(member.value, depth: depth + 1) }
    default: break
    }
  }
}
