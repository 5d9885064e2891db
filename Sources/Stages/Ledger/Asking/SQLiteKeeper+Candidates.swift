import QuothDatabase
import QuothLinking

extension SQLiteKeeper {
  /// As ``weighedMatches``, for words of which any may be there.
  private static let weighedCandidates = 10_000

  /// Statements that have any of some words or stand in reports that many of those do.
  ///
  /// - Complexity: O(n) in the matches of the words, which full text counts; rows of the best alone are read.
  func candidates(
    _ words: [String], limit: Int
  ) throws(DatabaseError) -> [AnswerCandidate] {
    let match = words.map(SearchQuery.string).joined(separator: " OR ")
    guard !match.isEmpty else { return [] }
    let keys = try database.all(
      """
      SELECT hit FROM (
        SELECT rowid AS hit, rank AS fit FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(Self.weighedCandidates))
      ORDER BY fit LIMIT ?
      """, [.text(match), .integer(limit)]
    ) { $0.integer(0) }
    var candidates: [AnswerCandidate] = []
    var meanings: [Int: Meaning] = [:]
    for key in keys {
      guard let statement = try shownStatement(key) else { continue }
      let report = statement.report.key
      if meanings[report] == nil {
        meanings[report] =
          try database.first(
            "SELECT sketch FROM reports WHERE report = ?", [.integer(report)],
            { ReportSketch(bytes: $0.blob(0))?.meaning ?? .none }) ?? Meaning.none
      }
      let rest = try database.first(
        "SELECT holders, sketch FROM statements WHERE statement = ?", [.integer(key)]
      ) { ($0.text(0), StatementSketch(bytes: $0.blob(1))) }
      guard let (holders, sketch) = rest, let sketch else { continue }
      candidates.append(
        AnswerCandidate(
          statement: statement, holders: holders, headline: statement.report.headline ?? "",
          sketch: sketch, reportMeaning: meanings[report] ?? .none))
    }
    return candidates
  }
}
