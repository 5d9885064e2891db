extension ExtractionEvaluation {
  /// The figures of reading HTML.
  public struct Result: Sendable {
    /// Pages whose text was scored.
    public private(set) var textPages = 0
    /// Pages whose facts were scored.
    public private(set) var factPages = 0
    /// Of gold and pages: `sha256:` and a digest in hexadecimal.
    public internal(set) var fingerprint = ""
    /// The files of gold and the pages, as they were read.
    var paths: [String] = []
    private var precisionSum = 0.0
    private var recallSum = 0.0
    private var sameHeadlines = 0
    private var likeHeadlines = 0
    private var sameDays = 0
    private var sameAuthors = 0

    /// Share of four-word runs read that the gold has too, averaged over pages, 0 to 1.
    public var precision: Double { precisionSum / Double(max(textPages, 1)) }
    /// Share of the gold's four-word runs that were read, averaged over pages, 0 to 1.
    public var recall: Double { recallSum / Double(max(textPages, 1)) }
    /// Harmonic mean of ``precision`` and ``recall``, as the benchmark takes it.
    public var f1: Double {
      let sum = precision + recall
      return sum > 0 ? 2 * precision * recall / sum : 0
    }

    /// Share of pages whose headline shares at least three quarters of its words with the gold.
    public var headline: Double { share(likeHeadlines) }
    /// Share of pages whose headline is the gold's word for word, letter case and signs aside.
    public var exactHeadline: Double { share(sameHeadlines) }
    /// Share of pages with the gold's calendar day, in the gold's zone.
    public var date: Double { share(sameDays) }
    /// Share of pages with exactly the gold's set of authors, letter case and signs aside.
    public var byline: Double { share(sameAuthors) }

    /// The figures that floors may hold, in percent.
    public var figures: [Figure] {
      [
        Figure("text", 100 * f1), Figure("headline", 100 * headline), Figure("date", 100 * date),
        Figure("byline", 100 * byline),
      ]
    }

    private func share(_ count: Int) -> Double { Double(count) / Double(max(factPages, 1)) }

    mutating func addText(_ score: ShingleScore) {
      textPages += 1
      precisionSum += score.precision
      recallSum += score.recall
    }

    mutating func addFacts(_ found: StatedFacts, wanted: StatedFacts) {
      factPages += 1
      if found.hasSameHeadline(as: wanted) { sameHeadlines += 1 }
      if found.hasLikeHeadline(as: wanted) { likeHeadlines += 1 }
      if found.hasSameDay(as: wanted) { sameDays += 1 }
      if found.hasSameAuthors(as: wanted) { sameAuthors += 1 }
    }

    /// All figures for people, in lines that end in a newline; shares in percent.
    public var table: String {
      let rows = [
        ("text pages", "\(textPages)"), ("  precision", Decimal.percent(precision, decimals: 2)),
        ("  recall", Decimal.percent(recall, decimals: 2)),
        ("  F1", Decimal.percent(f1, decimals: 2)), ("fact pages", "\(factPages)"),
        ("  headline", Decimal.percent(headline, decimals: 2)),
        ("  headline, word for word", Decimal.percent(exactHeadline, decimals: 2)),
        ("  date", Decimal.percent(date, decimals: 2)),
        ("  byline", Decimal.percent(byline, decimals: 2)),
      ]
      return rows.map { name, value in
        name + String(repeating: " ", count: 28 - name.count) + value + "\n"
      }.joined()
    }
  }
}
