import QuothPlace

extension PlaceEvaluation {
  /// How many toponyms were found, in the right country, and near.
  public struct Count: Sendable, Hashable {
    public private(set) var gold = 0
    public private(set) var found = 0
    /// Of those found, those that lie in one country, and of these those said to lie there.
    public private(set) var withCountry = 0
    public private(set) var sameCountry = 0
    public private(set) var near = 0

    /// 161 km are 100 miles.
    private static let nearness = 161.0

    mutating func add(_ place: Place?, _ toponym: PlaceGold.Toponym, _ country: String?) {
      gold += 1
      guard let place else { return }
      found += 1
      if let country {
        withCountry += 1
        if place.country == country { sameCountry += 1 }
      }
      if let point = place.point, point.distance(to: toponym.point) <= Self.nearness { near += 1 }
    }
  }

  /// Both measures of one corpus.
  public struct Score: Sendable, Hashable {
    /// With names that the gazetteer finds.
    public internal(set) var found = Count()
    /// With the toponyms given.
    public internal(set) var given = Count()
    /// Mentions found, and of them those that are toponyms with an id.
    public internal(set) var mentions = 0
    public internal(set) var rightMentions = 0
  }

  public struct Result: Sendable {
    public internal(set) var scores: [(corpus: String, score: Score)] = []
    public internal(set) var documents = 0
    public internal(set) var fingerprint = ""
    /// One JSON object a line for each toponym, and for each mention that is none.
    public internal(set) var predictions = ""

    /// The figures that floors may hold, in percent.
    public var figures: [Figure] {
      scores.flatMap { corpus, score in
        [
          Figure("\(corpus) found", Self.percent(score.found.found, score.found.gold)),
          Figure(
            "\(corpus) country", Self.percent(score.found.sameCountry, score.found.withCountry)),
          Figure("\(corpus) near", Self.percent(score.found.near, score.found.found)),
          Figure("\(corpus) precision", Self.percent(score.rightMentions, score.mentions)),
          Figure("\(corpus) given found", Self.percent(score.given.found, score.given.gold)),
          Figure(
            "\(corpus) given country",
            Self.percent(score.given.sameCountry, score.given.withCountry)),
          Figure("\(corpus) given near", Self.percent(score.given.near, score.given.found)),
        ]
      }
    }

    /// The figures for people, a line each.
    public var table: String {
      let width = figures.map(\.name.count).max() ?? 0
      return figures.map { figure in
        let blanks = String(repeating: " ", count: width - figure.name.count + 2)
        return figure.name + blanks + Decimal.fixed(figure.value, decimals: 2) + "\n"
      }.joined()
    }

    private static func percent(_ part: Int, _ whole: Int) -> Double {
      100 * Double(part) / Double(max(whole, 1))
    }
  }
}
