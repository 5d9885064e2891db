public import QuothLedger
import QuothLinking
import QuothReport
import QuothStatement

/// The measure of linking: what a ledger makes of a test world, against its gold.
///
///     var world = try WorldEvaluation(gold)
///     for report in gold.reports { try world.add(reader.entry(report.document)) }
///     try world.figures()
///
/// A gold statement is the read one that overlaps it most, with half of the characters of both at least; figures of claims
/// are of gold statements so found, and `statements found` is the share of them. *Claims* are counted in B-cubed. *Origins*
/// are counted twice: of the statements of each gold claim, and of the claim of the ledger that holds most of them.
public struct WorldEvaluation {
  private let gold: WorldGold
  private let ledger: Ledger
  private var texts: [String: String] = [:]

  /// - Throws: ``QuothError`` when no ledger can be made in memory.
  public init(_ gold: WorldGold) throws(QuothError) {
    self.gold = gold
    do throws(LedgerError) {
      ledger = try Ledger(path: ":memory:", now: { "2026-01-01T00:00:00Z" })
    } catch {
      throw QuothError(error)
    }
  }

  public mutating func add(_ entry: Entry) throws(LedgerError) {
    texts[entry.reading.report.id] = entry.reading.report.text
    try ledger.add(entry)
  }

  /// In percent.
  public func figures() throws(LedgerError) -> [Figure] {
    let links = try ledger.links()
    let names = Dictionary(
      links.map { ($0.id, $0.file ?? "") }, uniquingKeysWith: { first, _ in first })
    let found = match(links)
    return stories(links) + copies(links, names) + versions(links, names)
      + [
        Figure(
          "statements found", percent(found.joined().count { $0 != nil }, of: found.joined().count))
      ]
      + claims(links, found) + (try origins(links, found))
  }

  private func percent(_ count: Int, of all: Int) -> Double {
    all == 0 ? 0 : 100 * Double(count) / Double(all)
  }

  // MARK: Reports

  private func stories(_ links: [ReportLinks]) -> [Figure] {
    let told = Dictionary(uniqueKeysWithValues: gold.reports.map { ($0.id, $0.story) })
    let score = BCubed(
      gold: links.map { told[$0.file ?? ""] ?? "" }, found: links.map { $0.story ?? -1 })
    return [Figure("stories F1", 100 * score.f1)]
  }

  private func copies(_ links: [ReportLinks], _ names: [String: String]) -> [Figure] {
    let found = Set(
      links.flatMap { report in
        report.originals.keys.map {
          WorldGold.Copy(report: report.file ?? "", original: names[$0] ?? "")
        }
      })
    let right = found.intersection(gold.copies).count
    return [
      Figure("copies precision", percent(right, of: found.count)),
      Figure("copies recall", percent(right, of: gold.copies.count)),
    ]
  }

  private func versions(_ links: [ReportLinks], _ names: [String: String]) -> [Figure] {
    let found = Set(
      links.compactMap { report in
        report.versionOf.map {
          WorldGold.Copy(report: report.file ?? "", original: names[$0] ?? "")
        }
      })
    return [
      Figure(
        "versions",
        percent(found.intersection(gold.versions).count, of: found.union(gold.versions).count))
    ]
  }

  // MARK: Claims

  /// For each statement of each gold claim the read one that it is.
  private func match(_ links: [ReportLinks]) -> [[ReportLinks.Statement?]] {
    let reports = Dictionary(
      links.map { ($0.file ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    return gold.claims.map { claim in
      claim.statements.map { statement in
        guard let report = reports[statement.report], let text = texts[report.id],
          let range = text.firstRange(of: statement.text)
        else { return nil }
        let start = text.unicodeScalars.distance(
          from: text.startIndex, to: range.lowerBound)
        let span = Span(start: start, end: start + statement.text.unicodeScalars.count)
        let best = report.statements.max { overlap($0.spans, span) < overlap($1.spans, span) }
        return best.flatMap { overlap($0.spans, span) >= 0.5 ? $0 : nil }
      }
    }
  }

  /// Characters in both of those in either.
  private func overlap(_ spans: [Span], _ span: Span) -> Double {
    let shared = spans.reduce(0) { sum, own in
      sum + max(0, min(own.end, span.end) - max(own.start, span.start))
    }
    let all = spans.reduce(span.count) { $0 + $1.count } - shared
    return Double(shared) / Double(max(all, 1))
  }

  private func claims(
    _ links: [ReportLinks], _ found: [[ReportLinks.Statement?]]
  ) -> [Figure] {
    var told: [Int: Set<Int>] = [:]
    var claims: [Int: Int] = [:]
    for (number, statements) in found.enumerated() {
      for case let statement? in statements {
        told[statement.key, default: []].insert(number)
        claims[statement.key] = statement.claim ?? -statement.key
      }
    }
    var (precision, recall) = (0.0, 0.0)
    for (statement, own) in told {
      let together = told.filter { claims[$0.key] == claims[statement] }
      let belonging = told.filter { !$0.value.isDisjoint(with: own) }
      let right = together.count { !$0.value.isDisjoint(with: own) }
      precision += Double(right) / Double(together.count)
      recall += Double(right) / Double(belonging.count)
    }
    let count = Double(max(told.count, 1))
    (precision, recall) = (precision / count, recall / count)
    let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    return [
      Figure("claims precision", 100 * precision), Figure("claims recall", 100 * recall),
      Figure("claims F1", 100 * f1),
    ]
  }

  // MARK: Origins and disagreement

  private func origins(
    _ links: [ReportLinks], _ found: [[ReportLinks.Statement?]]
  ) throws(LedgerError) -> [Figure] {
    var given = Count()
    var read = Count()
    var members: [Int: [Int]] = [:]
    for statement in links.flatMap(\.statements) {
      if let claim = statement.claim { members[claim, default: []].append(statement.key) }
    }
    for (claim, statements) in zip(gold.claims, found) {
      let own = statements.compactMap(\.self)
      guard let summary = try ledger.summary(of: own.map(\.key)) else { continue }
      given.add(summary.summary, claim)
      var sizes: [Int: Int] = [:]
      for case let number? in own.map(\.claim) { sizes[number, default: 0] += 1 }
      let most = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      if let most, let summary = try ledger.summary(of: members[most] ?? []) {
        read.add(summary.summary, claim)
      }
    }
    return given.figures("given claims") + read.figures("read claims")
  }

  /// How often the number of independent origins is right and too high, and whether somebody disagrees.
  private struct Count {
    private var all = 0
    private var right = 0
    private var tooHigh = 0
    private var disagreement = 0

    mutating func add(_ summary: ClaimSummary, _ claim: WorldGold.Claim) {
      all += 1
      let count = summary.origins.independent
      if count == claim.independentOrigins { right += 1 }
      if count > claim.independentOrigins { tooHigh += 1 }
      if !summary.disagreements.isEmpty == claim.disagrees { disagreement += 1 }
    }

    func figures(_ name: String) -> [Figure] {
      func percent(_ count: Int) -> Double { all == 0 ? 0 : 100 * Double(count) / Double(all) }
      return [
        Figure("origins of \(name)", percent(right)),
        Figure("too many origins of \(name)", percent(tooHigh), isCost: true),
        Figure("disagreement of \(name)", percent(disagreement)),
      ]
    }
  }
}
