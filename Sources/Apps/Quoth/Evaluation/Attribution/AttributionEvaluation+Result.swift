import QuothAnnotation

extension AttributionEvaluation {
  /// The figures of attribution over all articles.
  public struct Result: Sendable {
    /// How many articles were scored.
    public let articles: Int
    /// Of the gold files: `sha256:` and a digest in hexadecimal.
    public let fingerprint: String
    /// The figures that floors may hold, each beside its floor.
    public let checks: [FloorCheck]
    /// Mean distance between ``Attribution/confidence`` and the share attributed right, in ten bins;
    /// 0 to 1.
    public let calibrationError: Double
    /// The input of the reference scorer, as JSON Lines.
    public let predictions: String
    let score: AttributionScore

    init(
      score: AttributionScore, articles: Int, fingerprint: String, floors: Floors,
      predictions: String
    ) {
      self.score = score
      self.articles = articles
      self.fingerprint = fingerprint
      self.predictions = predictions
      calibrationError = Calibration.expectedError(score.outcomes)
      checks = floors.check("attribution", Self.figures(of: score))
    }

    /// Whether a floor is broken; the program then ends with status 2.
    public var isBelowFloor: Bool { checks.contains(where: \.isBroken) }

    /// F1 in percent: attributed, over all and by kind of content, and the exact pieces by role; and
    /// the calibration error of confidence.
    private static func figures(of score: AttributionScore) -> [Figure] {
      [Figure("attributed", 100 * score[.pair(.sourceOverlap, nil)].f1)]
        + Attribution.Kind.allCases.map {
          Figure($0.rawValue, 100 * score[.pair(.sourceOverlap, $0)].f1)
        }
        + StandoffAttribution.Role.allCases.map {
          Figure($0.rawValue, 100 * score[.filler(.chunk, $0)].f1)
        }
        + Calibration.figures(of: score.outcomes)
    }
  }
}
