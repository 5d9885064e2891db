import QuothLinking
import QuothReport
import QuothSystem
import QuothText

/// The measure of copies: reports that were edited by a script, and reports that only look like copies.
///
/// `Tools/copies_eval.py` makes the folder from corpora. Every report is put into one index, in order, and
/// its candidates are sought among those before it, as a ledger does it.
///
/// - A pair counts as *met* when the index names its original among the candidates, as *found* when
///   ``SharedPassages`` then says that it is a copy, and as *right* when it says how much of it is one.
/// - Precision is over the pairs of the list. *Search* is over every candidate of every report: wrong is what is said to
///   be a copy and shares no family.
public struct CopyEvaluation: Sendable {
  /// The counts of each kind of edit, in the order in which kinds first stand in the list.
  public private(set) var kinds: [(name: String, score: Score)] = []
  /// What the search through all reports said.
  public private(set) var search = Count()
  public private(set) var reports = 0
  public private(set) var keys = 0
  /// Pairs of reports that were compared word by word.
  public private(set) var compared = 0
  /// What is said and should not be: the two reports and why.
  public private(set) var wrong: [String] = []

  /// The counts of one kind of edit.
  public struct Score: Sendable, Hashable {
    public var pairs = 0
    /// Whether these are copies.
    public var isCopy: Bool
    public var met = 0
    public var found = 0
    public var right = 0
  }

  private struct Pair {
    var original: Int
    var other: Int
    var kind: String
    var gold: CopyExtent?
  }

  /// - Throws: ``FileError`` when a file cannot be read, ``EvaluationError/noGold(folder:layout:)`` when there
  ///   are no pairs, and ``ReportError`` for a file that is no report.
  /// - Complexity: O(n) in reports; what is compared for one is bounded (``CopyIndex``).
  public init(folder: String) throws {
    let families = try Self.rows("\(folder)/families.tsv").map { row in
      Set(row.dropFirst().joined().split(separator: ",").map(String.init))
    }
    let pairs = try Self.rows("\(folder)/pairs.tsv").compactMap(Self.pair)
    guard !pairs.isEmpty, pairs.allSatisfy({ max($0.original, $0.other) < families.count }) else {
      throw EvaluationError.noGold(folder: folder, layout: "reports/, families.tsv and pairs.tsv")
    }
    let pairsOf = Dictionary(grouping: pairs, by: { max($0.original, $0.other) })
    var index = CopyIndex()
    var texts: [RunningWords] = []
    for report in families.indices {
      let name = String(report)
      let path = "\(folder)/reports/\(String(repeating: "0", count: 5 - name.count))\(name).txt"
      let text = RunningWords(
        Text(try Report(Document(bytes: try Files.read(path), file: path), id: path)))
      let sketch = CopySketch(text)
      let candidates = index.candidates(for: sketch)
      var extents: [Int: CopyExtent] = [:]
      for candidate in candidates {
        let shared = SharedPassages(texts[candidate], text)
        compared += 1
        guard let extent = shared.extent(of: .second) else { continue }
        extents[candidate] = extent
        search.found += 1
        if families[report].isDisjoint(with: families[candidate]) {
          wrong.append("\(candidate)\t\(report)\t\(shared.reason(for: .second))")
        } else {
          search.right += 1
        }
      }
      for pair in pairsOf[report] ?? [] {
        let isMet = candidates.contains(min(pair.original, pair.other))
        add(pair, isMet: isMet, extents[min(pair.original, pair.other)])
      }
      index.add(report, sketch)
      texts.append(text)
      keys += sketch.keys.count
    }
    reports = families.count
  }

  private mutating func add(_ pair: Pair, isMet: Bool, _ extent: CopyExtent?) {
    let place =
      kinds.firstIndex { $0.name == pair.kind }
      ?? {
        kinds.append((pair.kind, Score(isCopy: pair.gold != nil)))
        return kinds.count - 1
      }()
    kinds[place].score.pairs += 1
    if isMet { kinds[place].score.met += 1 }
    if extent != nil { kinds[place].score.found += 1 }
    if extent == pair.gold { kinds[place].score.right += 1 }
  }

  private static func rows(_ path: String) throws -> [[Substring]] {
    String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t") }
  }

  private static func pair(_ row: [Substring]) -> Pair? {
    guard row.count == 4, let original = Int(row[0]), let other = Int(row[1]) else { return nil }
    return Pair(
      original: original, other: other, kind: String(row[2]),
      gold: CopyExtent(rawValue: String(row[3])))
  }

  /// Precision and recall over the pairs of the list.
  public var pairs: Count {
    kinds.reduce(into: Count()) { count, kind in
      count.found += kind.score.found
      guard kind.score.isCopy else { return }
      count.right += kind.score.found
      count.gold += kind.score.pairs
    }
  }
}

extension CopyEvaluation: FiguredScore {
  public var figures: [Figure] {
    let copies = kinds.filter(\.score.isCopy).map(\.score)
    let total = max(1, copies.reduce(0) { $0 + $1.pairs })
    return [
      Figure("precision", 100 * pairs.precision),
      Figure("recall", 100 * pairs.recall),
      Figure("candidates", 100 * Double(copies.reduce(0) { $0 + $1.met }) / Double(total)),
      Figure("extent", 100 * Double(copies.reduce(0) { $0 + $1.right }) / Double(total)),
      Figure("search precision", 100 * search.precision),
    ]
  }

  /// The kinds of edit, a line each, then the figures.
  public var kindsTable: String {
    let width = kinds.map(\.name.count).max() ?? 0
    return kinds.map { name, score in
      let blanks = String(repeating: " ", count: width - name.count)
      let shares = [score.met, score.found, score.right].map {
        Decimal.padded(
          Decimal.percent(Double($0) / Double(max(1, score.pairs)), decimals: 2), to: 6)
      }
      return
        "\(name)\(blanks)  met \(shares[0])  found \(shares[1])  extent \(shares[2])  of \(score.pairs)\n"
    }.joined()
      + "keys a report \(keys / max(1, reports)), compared \(compared) for \(reports) reports\n"
  }
}
