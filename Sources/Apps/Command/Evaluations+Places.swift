import Quoth
import QuothSystem
import QuothView

extension Evaluations {
  /// `quoth eval places FOLDER…`: the measure of places, on each folder.
  @Sendable static func places(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    var isBelowFloor = false
    for path in paths {
      let result = try PlaceEvaluation.run(folder: path)
      if arguments.has("json") {
        var json = JSONWriter()
        json.object { json in
          for figure in result.figures { json.member(figure.name, figure.value) }
        }
        try console.write(json.text + "\n")
      } else {
        try console.write(result.table)
      }
      if let file = arguments.value("predictions") {
        try Files.write(Array(result.predictions.utf8), to: file)
      }
      let checks = floors?.check("places", result.figures) ?? []
      isBelowFloor = isBelowFloor || checks.contains(where: \.isBroken)
    }
    return isBelowFloor ? 2 : 0
  }
}
