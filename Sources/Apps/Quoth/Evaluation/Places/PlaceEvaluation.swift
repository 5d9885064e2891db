public import QuothPlace
import QuothReport
import QuothSystem
import QuothText
import QuothView

/// The measure of places: LGL and GeoWebNews against what is found and where it is said to lie.
///
/// A toponym is found when a mention shares at least half of the characters of both together. Of those
/// found, the country has to be the toponym's, and the point at most 161 km (100 miles) from its point
/// on the great circle; a place without a point is not near. All is measured twice: with names found by
/// the gazetteer alone, and with the toponyms given.
///
///     let result = try PlaceEvaluation(gazetteer).run(folder: "corpora/geo")
///     print(result.table)
///
/// Of GeoWebNews, which gives no countries, the country is that of the town nearest to the toponym's
/// point. A name that the gazetteer has for what lies in several countries has none to be right about.
/// Source: Gritta, Pilehvar and Collier 2019 (accuracy at 161 km).
public struct PlaceEvaluation {
  private let gazetteer: Gazetteer
  private let reader: PlaceReader

  public init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    reader = PlaceReader(gazetteer)
  }

  /// Measures with the gazetteer that is installed.
  ///
  /// - Throws: ``QuothError`` when there is none; otherwise as ``run(folder:)`` of a measure made with
  ///   one.
  public static func run(folder: String) throws -> Result {
    try PlaceEvaluation(try Gazetteer.installed()).run(folder: folder)
  }

  /// The files of the corpora within their folder, and what figures call them.
  private static let corpora = [("lgl", "lgl.xml"), ("geowebnews", "GWN.xml")]

  /// - Throws: ``EvaluationError`` when gold is missing or broken, ``FileError`` when a file cannot be
  ///   read.
  public func run(folder: String) throws -> Result {
    guard Files.exists("\(folder)/\(Self.corpora[0].1)") || !Files.isFolder(folder) else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.placeLayout)
    }
    var result = Result()
    var files: [CorpusFile] = []
    let towns = NearestTown(gazetteer)
    for (name, file) in Self.corpora {
      let path = "\(folder)/\(file)"
      let bytes = try Files.read(path)
      files.append(CorpusFile(name: file, bytes: bytes))
      let gold = try PlaceGold(xml: String(decoding: bytes, as: UTF8.self), path: path)
      var score = Score()
      for article in gold.articles {
        try measure(article, of: name, towns, &score, &result.predictions)
      }
      result.documents += gold.articles.count
      result.scores.append((name, score))
    }
    result.fingerprint = CorpusFile.fingerprint(of: files)
    return result
  }

  private func measure(
    _ article: PlaceGold.Article, of corpus: String, _ towns: NearestTown, _ score: inout Score,
    _ predictions: inout String
  ) throws {
    let document = Document(
      bytes: Array(article.text.utf8), file: article.name, mediaType: "text/plain", charset: "utf-8"
    )
    var report = try Report(document, id: article.name)
    report.url = article.url.map { Stated($0, from: .flag) }
    guard report.text == article.text else {
      throw EvaluationError.otherText(article: article.name)
    }
    let text = Text(report)
    let points = CodePoints(article.text)
    let given = article.toponyms.compactMap { toponym in
      points.span(toponym.range).map { TypedName(span: $0, kind: .place) }
    }
    let own = places(in: text, names: [], points)
    let told = places(in: text, names: given, points)
    for toponym in article.toponyms {
      let country = self.country(of: toponym, towns)
      let found = own.first { Self.isSame($0.range, toponym.range) }?.place
      let resolved = told.first { Self.isSame($0.range, toponym.range) }?.place
      score.found.add(found, toponym, country)
      score.given.add(resolved, toponym, country)
      predictions += line(corpus, article, toponym, country, found, resolved)
    }
    score.mentions += own.count
    score.rightMentions +=
      own.filter { mention in
        article.toponyms.contains { Self.isSame(mention.range, $0.range) }
      }.count
    for mention in own
    where !article.toponyms.contains(where: { Self.isSame(mention.range, $0.range) }) {
      predictions += extra(corpus, article, mention.range, mention.place, points)
    }
  }

  private func places(
    in text: Text, names: [TypedName], _ points: CodePoints
  ) -> [(range: Range<Int>, place: Place)] {
    reader.places(in: text, names: names).flatMap { place in
      place.mentions.map { (points[$0], place) }
    }
  }

  /// Whether two ranges share at least half of what they cover together.
  private static func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let shared = left.clamped(to: right).count
    return shared > 0 && 2 * shared >= left.count + right.count - shared
  }

  /// ISO 3166 alpha-3; nil where there is none to be right about.
  private func country(of toponym: PlaceGold.Toponym, _ towns: NearestTown) -> String? {
    let named = gazetteer.candidates(named: toponym.words)
    if let first = named.first, first.kind == .region, gazetteer.country(of: first) == nil {
      return nil
    }
    guard let country = toponym.country else { return towns.country(at: toponym.point) }
    return towns.country(geonames: country)
  }

  // MARK: Predictions

  private func line(
    _ corpus: String, _ article: PlaceGold.Article, _ toponym: PlaceGold.Toponym,
    _ country: String?,
    _ found: Place?, _ given: Place?
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("corpus", corpus)
      json.member("article", article.name)
      json.member("start", toponym.range.lowerBound)
      json.member("words", toponym.words)
      json.member("geonames", toponym.geonames)
      json.member("country", country)
      for (key, place) in [("found", found), ("given", given)] {
        json.key(key)
        guard let place else {
          json.null()
          continue
        }
        json.object { json in
          json.member("name", place.name)
          json.member("geonames", place.geonames ?? 0)
          json.member("country", place.country)
          json.member("km", place.point.map { $0.distance(to: toponym.point) } ?? -1)
        }
      }
    }
    return json.text + "\n"
  }

  private func extra(
    _ corpus: String, _ article: PlaceGold.Article, _ range: Range<Int>, _ place: Place,
    _ points: CodePoints
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("corpus", corpus)
      json.member("article", article.name)
      json.member("start", range.lowerBound)
      json.member("beyond", String(String.UnicodeScalarView(points.scalars[range])))
      json.member("name", place.name)
      json.member("country", place.country)
    }
    return json.text + "\n"
  }
}
