import Quoth
import QuothLinking
import QuothReport
import QuothSystem

extension Evaluations {
  /// `quoth eval stories FOLDER…`: how reports are grouped into stories, each figure beside its floor.
  @Sendable static func stories(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let data = try DataFolders.find("Evaluation")
    let part = try part("ecbplus", splits: data + "/splits")
    let gold = try paths.map { path in
      try StoryGold(folder: path.hasSuffix("/") ? String(path.dropLast()) : path, part: part)
    }
    let evaluation = try await stories(gold, try Reader.make(arguments), arguments)
    if let file = arguments.value("predictions") {
      var lines = ""
      evaluation.forEachPair { lines += $0 + "\n" }
      try Files.write(Array(lines.utf8), to: file)
    }
    var board = Scoreboard()
    board.add(
      "stories", checks(of: evaluation, try floors(arguments, data: data)), on: evaluation.corpora)
    try console.write(arguments.has("json") ? board.json + "\n" : board.table)
    return board.isBelowFloor ? 2 : 0
  }

  /// Reads all reports.
  static func stories(
    _ gold: [StoryGold], _ reader: Reader, _ arguments: Arguments
  ) async throws -> StoriesEvaluation {
    var evaluation = StoriesEvaluation(gold)
    var progress = Progress(total: evaluation.entries.count)
    defer { progress.clear() }
    try await OrderedWork.run(
      evaluation.entries, jobs: arguments.count("jobs") ?? Machine.processorCount
    ) { entry in
      Result { () throws(QuothError) in
        let study = try reader.study(entry.document)
        return Sketcher(study.reading, meanings: study.statements).report(
          sentences: study.sentences)
      }
    } emit: { sketch in
      evaluation.add(try sketch.get())
      progress.advance()
    }
    return evaluation
  }

  /// The figures beside their floors. Floors of corpora that were not given are left out.
  static func checks(of evaluation: StoriesEvaluation, _ floors: Floors) -> [FloorCheck] {
    floors.check("stories", evaluation.figures).filter { $0.value != nil }
  }
}
