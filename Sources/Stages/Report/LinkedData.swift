import QuothMarkup

/// The article among the JSON-LD objects of a page.
///
/// Source: schema.org `Article` and its kinds (`NewsArticle`, `ReportageNewsArticle`, `BlogPosting` …).
struct LinkedData {
  private let article: JSON?
  private let objects: [JSON]

  /// - Parameter title: the title the page goes by, to tell its article from others it mentions.
  init(_ objects: [JSON], title: String?) {
    self.objects = objects
    let articles = objects.filter { object in
      (object["@type"]?.elements ?? []).contains { Self.isArticle($0.string ?? "") }
        && (object["headline"] != nil || object["datePublished"] != nil || object["name"] != nil)
    }
    let titled = title.flatMap { title in
      articles.first { Wording.overlap(($0["headline"] ?? $0["name"])?.string ?? "", title) >= 0.7 }
    }
    article = titled ?? articles.first
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
  }

  private func words(_ name: String) -> String? {
    guard let text = article?[name]?.elements.first?.string else { return nil }
    let tidy = Wording.tidy(resolvingCharacterReferences(text))
    return tidy.isEmpty ? nil : tidy
  }

  var headline: String? { words("headline") ?? words("name") }
  var description: String? { words("description") }
  var published: String? { words("datePublished") ?? words("dateCreated") }
  var modified: String? { words("dateModified") }
  var section: String? { words("articleSection") }
  var language: String? { words("inLanguage") }
  var url: String? { words("url") }
  /// The body as the page states it; publishers often cut it short.
  var body: String? { words("articleBody") }

  var publisher: String? {
    guard let publisher = article?["publisher"]?.elements.first else { return nil }
    return name(of: publisher)
  }

  /// Names as stated, one or several to an element.
  var authors: [String] {
    let stated = article?["author"] ?? article?["creator"] ?? .null
    return stated.elements.flatMap { $0.elements }.compactMap(name(of:))
  }

  /// The name of a person or organisation given in full, by name alone, or by reference.
  private func name(of value: JSON) -> String? {
    if let words = value.string { return Wording.tidy(resolvingCharacterReferences(words)) }
    if let name = value["name"]?.elements.first?.string {
      return Wording.tidy(resolvingCharacterReferences(name))
    }
    guard let reference = value["@id"]?.string else { return nil }
    let target = objects.first { $0["@id"]?.string == reference && $0["name"] != nil }
    return target?["name"]?.string.map { Wording.tidy(resolvingCharacterReferences($0)) }
  }
}
