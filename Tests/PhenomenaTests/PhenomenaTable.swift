import Foundation
import QuothAnnotation
import QuothStatement

/// How many cases of each item a reader passes.
///
/// Cases that are only counted enter the totals and a line of their own, never a line that would
/// tell which of them passed.
struct PhenomenaTable: CustomStringConvertible {
  private struct Row {
    var item: Int
    var title: String
    var passed = 0
    var total = 0
  }

  private var rows: [Row] = []
  private var onlyCounted = (passed: 0, total: 0)
  private var shown: [String] = []

  /// A case on which reading throws does not pass.
  init(_ files: [CaseFiles.File], read: (PhenomenonCase) throws -> Reading) throws {
    for file in files {
      var row = Row(item: file.item, title: file.title)
      for phenomenon in file.cases {
        let failures = Self.failures(on: phenomenon, read: read)
        if phenomenon.isOnlyCounted {
          onlyCounted.total += 1
          onlyCounted.passed += failures == nil ? 1 : 0
          continue
        }
        row.total += 1
        row.passed += failures == nil ? 1 : 0
        if let failures { shown.append("\(phenomenon.file), \(phenomenon.name): \(failures)") }
      }
      rows.append(row)
    }
  }

  var passed: Int { rows.reduce(onlyCounted.passed) { $0 + $1.passed } }
  var total: Int { rows.reduce(onlyCounted.total) { $0 + $1.total } }

  /// The table; with `QUOTH_PHENOMENA=failures` in the environment, also each case that fails,
  /// with the lines it fails on.
  var description: String {
    var lines = rows.map { row in
      "\(cell(row.item, 4))  \(cell(row.passed, 2)) of \(cell(row.total, 2))  \(row.title)"
    }
    lines.append("looked at only to count: \(onlyCounted.passed) of \(onlyCounted.total)")
    lines.append("phenomena: \(passed) of \(total)")
    if ProcessInfo.processInfo.environment["QUOTH_PHENOMENA"] == "failures" { lines += shown }
    return lines.joined(separator: "\n")
  }

  private func cell(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  /// What a case fails on, or `nil` when it passes.
  private static func failures(
    on phenomenon: PhenomenonCase, read: (PhenomenonCase) throws -> Reading
  ) -> String? {
    do {
      let judgement = try Judgement(of: read(phenomenon), on: phenomenon)
      if judgement.passes { return nil }
      return "line " + judgement.failures.map(\.description).joined(separator: ", ")
    } catch {
      return "\(error)"
    }
  }
}
