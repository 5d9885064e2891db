import Quoth
import QuothLedger
import QuothSystem

extension Evaluations {
  /// `quoth eval world FOLDER…`: what a ledger makes of a test world, each figure beside its floor.
  @Sendable static func world(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let data = try DataFolders.find("Evaluation")
    let floors = try floors(arguments, data: data)
    let reader = try Reader.make(arguments)
    var board = Scoreboard()
    for path in paths {
      let gold = try WorldGold(folder: path.hasSuffix("/") ? String(path.dropLast()) : path)
      var evaluation = try WorldEvaluation(gold)
      try await OrderedWork.run(
        gold.reports, jobs: arguments.count("jobs") ?? Machine.processorCount
      ) { report in
        Result { () throws(QuothError) in try reader.entry(report.document) }
      } emit: { entry in
        try evaluation.add(try entry.get())
      }
      board.add(
        "world", floors.check(gold.corpus.name.lowercased(), try evaluation.figures()),
        on: [gold.corpus])
    }
    try console.write(arguments.has("json") ? board.json + "\n" : board.table)
    return board.isBelowFloor ? 2 : 0
  }
}
