import QuothPlace
import QuothSystem

/// The articles of LGL and GeoWebNews with the places that their annotators marked.
struct PlaceGold: Sendable {
  /// A place name and where it lies.
  struct Toponym: Sendable {
    /// In code points of the article's text.
    var range: Range<Int>
    var words: String
    var point: Point
    /// GeoNames id of its country, where the corpus gives it.
    var country: Int?
    var geonames: Int
  }

  struct Article: Sendable {
    var name: String
    var url: String?
    var text: String
    var toponyms: [Toponym]
  }

  /// In the order of the file.
  private(set) var articles: [Article] = []

  /// Types of GeoWebNews that are names of places, literal or not; demonyms, languages, namesakes and
  /// common nouns are none.
  /// Source: Gritta, Pilehvar and Collier 2019, "A Pragmatic Guide to Geoparsing Evaluation".
  static let types: Set<String> = [
    "Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal", "Embedded_Non_Lit",
    "Non_Literal_Modifier", "Metonymic",
  ]

  /// - Throws: ``EvaluationError/malformedGold(path:)`` when the file is no XML of either kind.
  init(xml: String, path: String) throws(EvaluationError) {
    guard let root = XMLElement(xml), root.name == "articles" else {
      throw .malformedGold(path: path)
    }
    for (index, element) in root.children.enumerated() where element.name == "article" {
      guard let text = element["text"]?.text else { throw .malformedGold(path: path) }
      articles.append(
        Article(
          name: element.attributes["docid"] ?? element.attributes["file"] ?? "\(index)",
          url: (element["url"] ?? element["link"])?.text, text: text,
          toponyms: (element["toponyms"]?.children ?? []).compactMap(Self.toponym)))
    }
  }

  /// A toponym with a GeoNames id and a point; nil for other marks.
  private static func toponym(_ element: XMLElement) -> Toponym? {
    func number(_ name: String, in element: XMLElement) -> Double? {
      (element[name]?.text).flatMap { Double($0) }
    }
    guard let start = number("start", in: element), let end = number("end", in: element) else {
      return nil
    }
    let range = Int(start)..<max(Int(start), Int(end))
    if let tag = element["gaztag"] {
      guard let id = (tag.attributes["geonameid"]).flatMap({ Int($0) }),
        let latitude = number("lat", in: tag), let longitude = number("lon", in: tag)
      else { return nil }
      return Toponym(
        range: range, words: element["phrase"]?.text ?? "",
        point: Point(latitude: latitude, longitude: longitude),
        country: (tag["country"]?.attributes["geonameid"]).flatMap { Int($0) }, geonames: id)
    }
    guard let type = element["type"]?.text, types.contains(type),
      let id = number("geonamesID", in: element), let latitude = number("latitude", in: element),
      let longitude = number("longitude", in: element)
    else { return nil }
    return Toponym(
      range: range, words: element["extractedName"]?.text ?? "",
      point: Point(latitude: latitude, longitude: longitude), country: nil, geonames: Int(id))
  }
}
