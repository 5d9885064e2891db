import Foundation
import Quoth
import QuothLedger
import QuothReport
import QuothSystem
import Testing

/// What a ledger makes of the test world, printed, and held to `Evaluation/floors.json`.
@Suite struct WorldTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func `linking on the test world is no worse than its floors`() throws {
    try measure("World")
  }

  private func measure(_ name: String) throws {
    let gold = try WorldGold(folder: Self.folder.appending(path: name).path)
    let reader = try Reader()
    var world = try WorldEvaluation(gold)
    let entries = Parallel.map(gold.reports, jobs: Machine.processorCount) { report in
      Result { () throws(QuothError) in try reader.entry(report.document) }
    }
    for entry in entries { try world.add(try entry.get()) }
    let floors = try Floors(
      json: Files.read(
        Self.folder.appending(path: "../../Evaluation/floors.json").standardized.path))
    var board = Scoreboard()
    board.add(
      "ledger", floors.check(name.lowercased(), try world.figures()), on: [gold.corpus])
    print(board.table)
    #expect(!board.isBelowFloor, "a figure is below its floor")
  }
}
