extension AttributionEvaluation.Result {
  /// All figures for programs, as one line of JSON without a newline.
  ///
  /// `figures` holds what floors may hold, `metrics` every count under the reference scorer's keys
  /// (`p`, `r` and `f` in percent with two decimals). ``predictions`` is not part of it.
  public var json: String {
    let figures = checks.map { check in
      "\"\(check.name)\": {\"value\": \(number(check.value)), \"floor\": \(number(check.floor)), "
        + "\"broken\": \(check.isBroken)}"
    }
    let metrics = AttributionMetric.all.map { metric in
      let tally = score[metric]
      return "\"\(metric.name)\": {\"p\": \(percent(tally.precision)), "
        + "\"r\": \(percent(tally.recall)), \"f\": \(percent(tally.f1)), "
        + "\"pred\": \(tally.predicted), \"gold\": \(tally.gold)}"
    }
    return "{\"evaluation\": \"attribution\", \"corpus\": \"\(fingerprint)\", "
      + "\"articles\": \(articles), \"figures\": {\(figures.joined(separator: ", "))}, "
      + "\"calibration_error\": \(percent(calibrationError)), "
      + "\"metrics\": {\(metrics.joined(separator: ", "))}}"
  }

  private func percent(_ share: Double) -> String { Decimal.percent(share, decimals: 2) }

  private func number(_ value: Double?) -> String {
    value.map { Decimal.fixed($0, decimals: 2) } ?? "null"
  }
}
