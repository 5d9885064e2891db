import QuothReport
import QuothText
public import QuothTime

/// The measure of times: what a ``TimeReader`` finds in documents whose times are annotated.
///
/// Spans and values of TIMEX3 are scored as TempEval-3 scores them (UzZaman and others 2013): strict is
/// an expression of the same tokens as the gold one; the value's F1 is the share of right values among
/// the pairs that share a token, times the F1 of those pairs. Of TEI dates, as GUM has them, it is asked
/// whether an expression shares words with them, and whether it means the same days.
///
///     var evaluation = TimeEvaluation(reader)
///     try evaluation.add(timeML: "corpora/tempeval3", part: part)
///     print(evaluation.table)
public struct TimeEvaluation: Sendable {
  private let reader: TimeReader
  public private(set) var spans = Count()
  /// Pairs of gold and found that share a token.
  public private(set) var pairs = Count()
  public private(set) var rightValues = 0
  /// Of TEI dates: found among all, and right among those found.
  public private(set) var dates = 0
  public private(set) var datesFound = 0
  public private(set) var datesRight = 0

  public init(_ reader: TimeReader) {
    self.reader = reader
  }

  /// 0 to 1.
  public var valueF1: Double {
    pairs.right == 0 ? 0 : Double(rightValues) / Double(pairs.right) * pairs.f1
  }

  /// The figures that floors may hold, in percent; of each corpus that was measured.
  public var figures: [Figure] {
    var figures: [Figure] = []
    if spans.gold > 0 {
      figures += [
        Figure("tempeval3 spans", 100 * spans.f1), Figure("tempeval3 values", 100 * valueF1),
      ]
    }
    if dates > 0 {
      figures += [
        Figure("gum found", 100 * Double(datesFound) / Double(dates)),
        Figure("gum values", 100 * Double(datesRight) / Double(max(datesFound, 1))),
      ]
    }
    return figures
  }

  /// All figures for people, a line each, in percent.
  public var table: String {
    let counts = [("strict span", spans), ("relaxed span", pairs)]
    var lines = counts.filter { $0.1.gold > 0 }.map { name, count in
      let shares = [count.precision, count.recall, count.f1]
        .map { Decimal.percent($0, decimals: 2) }
      return "\(name)  P \(shares[0]) R \(shares[1]) F1 \(shares[2])  gold \(count.gold)"
    }
    lines += figures.map { "\($0.name)  \(Decimal.fixed($0.value, decimals: 2))" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Scores one document of TimeML.
  mutating func add(timeML document: TimedDocument) {
    let points = CodePoints(document.text)
    let measured = MeasuredText(document.text)
    func tokens(_ span: Span) -> TokenSet { measured.tokens(in: [points[span]]) }
    let found = read(document).map { (tokens: tokens($0.span), value: $0.value) }
    let gold = document.times.map { (tokens: tokens($0.span), value: $0.value) }
    spans.found += found.count
    spans.gold += gold.count
    pairs.found += found.count
    pairs.gold += gold.count
    var isTaken = [Bool](repeating: false, count: found.count)
    for time in gold {
      let sharing = found.indices.filter {
        !isTaken[$0] && time.tokens.overlap(found[$0].tokens) > 0
      }
      guard let first = sharing.first else { continue }
      let same = sharing.first { found[$0].tokens == time.tokens }
      let match = same ?? first
      isTaken[match] = true
      pairs.right += 1
      if same != nil { spans.right += 1 }
      if found[match].value == time.value { rightValues += 1 }
    }
  }

  /// Scores one document with TEI dates.
  mutating func add(dated document: TimedDocument) {
    let found = read(document)
    for date in document.times {
      dates += 1
      let sharing = found.filter { $0.span.overlaps(date.span) }
      guard !sharing.isEmpty else { continue }
      datesFound += 1
      if sharing.contains(where: { Self.means($0, date) }) { datesRight += 1 }
    }
  }

  private func read(_ document: TimedDocument) -> [TimeExpression] {
    reader.expressions(in: Text(document.report), published: document.published)
  }

  /// Whether an expression means the days of a TEI date.
  private static func means(_ time: TimeExpression, _ date: TimedDocument.Gold) -> Bool {
    // A day or month of no year: "--12-24".
    if date.value.hasPrefix("--") { return time.value.hasSuffix(date.value.dropFirst()) }
    let first = days(of: date.value.isEmpty ? date.from : date.value)?.first
    let last = days(of: date.value.isEmpty ? date.to : date.value)?.last
    return time.begin?.description == first && time.end?.description == last
  }

  /// First and last day of an ISO 8601 year, month, day, or day and time.
  private static func days(of iso: String?) -> (first: String, last: String)? {
    guard let iso else { return nil }
    if let day = CalendarDay(iso) { return (day.description, day.description) }
    let fields = iso.split(separator: "-").compactMap { Int($0) }
    guard let year = fields.first, let january = CalendarDay(year: year, month: 1, day: 1) else {
      return nil
    }
    guard fields.count > 1 else {
      return (january.description, CalendarDay(year: year, month: 12, day: 31)?.description ?? "")
    }
    guard let first = CalendarDay(year: year, month: fields[1], day: 1) else { return nil }
    let last = (28...31).reversed().lazy
      .compactMap { CalendarDay(year: year, month: fields[1], day: $0) }.first
    return (first.description, last?.description ?? "")
  }
}
