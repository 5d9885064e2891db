import QuothAnnotation

extension AttributionEvaluation.Result {
  /// All figures for people, in lines that end in a newline.
  public var table: String {
    let attributions = score[.pair(.content, nil)]
    var lines = [
      "corpus \(fingerprint)",
      "articles \(articles)   gold attributions \(attributions.gold)   predicted "
        + "\(attributions.predicted)",
    ]
    for match in AttributionMetric.FillerMatch.allCases {
      lines.append(match.rawValue)
      lines += StandoffAttribution.Role.allCases.map { row($0.rawValue, .filler(match, $0)) }
    }
    lines.append("attribution (content IoU>=0.5, one to one)")
    lines += AttributionMetric.PairMatch.allCases.map { row($0.rawValue, .pair($0, nil)) }
    let source = score[.sourceGivenContent]
    lines.append(
      "  source right when content found and gold names one: "
        + "\(Decimal.percent(source.precision, decimals: 1)) % of \(source.predicted)")
    for kind in Attribution.Kind.allCases {
      lines.append("type \(kind.rawValue)")
      lines += [.content, .sourceOverlap, .sourceExact].map { row($0.rawValue, .pair($0, kind)) }
    }
    lines.append(
      "expected calibration error \(Decimal.percent(calibrationError, decimals: 1)) % "
        + "over \(score.outcomes.count) predictions")
    return (lines + floorLines).map { $0 + "\n" }.joined()
  }

  private func row(_ name: String, _ metric: AttributionMetric) -> String {
    let tally = score[metric]
    func percent(_ share: Double) -> String {
      Decimal.padded(Decimal.percent(share, decimals: 1), to: 5)
    }
    let blanks = String(repeating: " ", count: 32 - name.count)
    return "  \(name)\(blanks) P \(percent(tally.precision))  R \(percent(tally.recall))  "
      + "F1 \(percent(tally.f1))   (pred \(tally.predicted) gold \(tally.gold))"
  }

  private var floorLines: [String] {
    ["floors"]
      + checks.map { check in
        let value = check.value.map { Decimal.fixed($0, decimals: 2) } ?? "none"
        let floor = check.floor.map { Decimal.fixed($0, decimals: 2) } ?? "–"
        let blanks = String(repeating: " ", count: max(0, 17 - check.name.count))
        return "  \(check.name)\(blanks) \(Decimal.padded(value, to: 6))  "
          + "floor \(Decimal.padded(floor, to: 6))" + (check.isBroken ? "  BROKEN" : "")
      }
  }
}
