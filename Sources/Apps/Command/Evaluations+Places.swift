import Quoth
import QuothSystem

extension Evaluations {
  /// `quoth eval places FOLDER…`: the measure of places, on each folder.
  @Sendable static func places(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    var isBelowFloor = false
    for path in paths {
      let result = try PlaceEvaluation.run(folder: path)
      let isBelow = try show(
        result.figures, table: result.table, of: "places", floors, arguments, console)
      if let file = arguments.value("predictions") {
        try Files.write(Array(result.predictions.utf8), to: file)
      }
      isBelowFloor = isBelowFloor || isBelow
    }
    return isBelowFloor ? 2 : 0
  }
}
