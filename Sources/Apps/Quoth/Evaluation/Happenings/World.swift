import Glibc
import QuothLinking

/// Reports that arrive one after another and are linked, as a ledger does it, in memory.
struct World {
  /// By document; those without a sketch are empty.
  let reports: [HappeningGrouping.Report]
  private let frequencies: [Term: Int]

  init(_ reports: [HappeningGrouping.Report]) {
    self.reports = reports
    var frequencies: [Term: Int] = [:]
    for report in reports {
      for term in Set(report.sketch.words.keys).union(report.sketch.names.keys) {
        frequencies[term, default: 0] += 1
      }
    }
    self.frequencies = frequencies
  }

  /// How much a term tells apart.
  func importance(_ term: Term) -> Double {
    log(Double(reports.count + 1) / (Double(frequencies[term] ?? 0) + 0.5))
  }

  /// The earlier reports nearest to one.
  func neighbours(of number: Int) -> [Int] {
    let near = (0..<number).map { other in
      (
        other,
        ReportNearness(reports[number].sketch, reports[other].sketch, importance: importance).rank
      )
    }
    return near.filter { $0.1 >= Self.leastNearness }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.reach).map(\.0)
  }

  private static let reach = 24
  private static let leastNearness = 0.12

  /// A number of its happening for each event of each report.
  func happenings(_ grouping: HappeningGrouping) -> [[Int]] {
    var happenings: [[Int]] = []
    var count = 0
    var mergedInto: [Int: Int] = [:]
    func root(_ happening: Int) -> Int { mergedInto[happening].map(root) ?? happening }
    for (number, report) in reports.enumerated() {
      let neighbours = neighbours(of: number).map { other in
        HappeningGrouping.Neighbour(reports[other], happenings: happenings[other].map(root))
      }
      var own = [Int](repeating: 0, count: report.events.events.count)
      for group in grouping.groups(of: report, among: neighbours) {
        let happening = group.happenings.first ?? count
        if group.happenings.isEmpty { count += 1 }
        for merged in group.happenings.dropFirst() { mergedInto[merged] = happening }
        for event in group.events { own[event] = happening }
      }
      happenings.append(own)
    }
    return happenings.map { $0.map(root) }
  }

  /// Each pair of events of one report, or of two of which one is a neighbour of the other.
  func forEachPair(
    _ body: (_ one: (report: Int, event: Int), _ other: (report: Int, event: Int), HappeningSigns)
      ->
      Void
  ) {
    for (number, report) in reports.enumerated() {
      for other in neighbours(of: number) + [number] {
        let events = reports[other].events
        let near =
          other == number
          ? nil : ReportNearness(report.sketch, reports[other].sketch, importance: importance)
        for (index, event) in report.events.events.enumerated() {
          for (second, known) in events.events.enumerated() where other != number || second < index
          {
            let sentences = SentenceNearness(
              report.events.sentences[event.sentence], events.sentences[known.sentence],
              importance: importance)
            body(
              (other, second), (number, index),
              HappeningSigns(
                event, known, sentences: sentences, reports: near, importance: importance))
          }
        }
      }
    }
  }

  /// Groups of reports, each of those that are near some other of the group.
  func groups(least: Double) -> [Int] {
    var group = Array(reports.indices)
    for number in reports.indices {
      for other in 0..<number where group[other] != group[number] {
        let near = ReportNearness(
          reports[number].sketch, reports[other].sketch, importance: importance)
        guard near.rank >= least else { continue }
        let (kept, gone) = (group[other], group[number])
        for index in group.indices where group[index] == gone { group[index] = kept }
      }
    }
    return group
  }
}
