import Quoth
import QuothSystem

extension Evaluations {
  /// A measure of what a reader understands: which corpora it takes, and how it is set up on them.
  struct Understanding: Sendable {
    var name: String
    /// Folders of corpora below that of all.
    var corpora: [String]
    /// Takes folders of corpora, and the folder `Evaluation`.
    var make: @Sendable (_ folders: [String], _ data: String) throws -> [any ReadingMeasure]
  }

  static let understanding = [
    Understanding(name: "syntax", corpora: ["gum", "ewt"]) { folders, data in
      let treebanks = try folders.map { folder in
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        return (name: name, folder: folder, part: try part(name, splits: data + "/splits"))
      }
      return [try SyntaxEvaluation(treebanks: treebanks)]
    },
    Understanding(name: "names", corpora: ["conll03"]) { folders, data in
      let part = try part("conll03", splits: data + "/splits")
      return try folders.map { try NamesEvaluation(folder: $0, part: part) }
    },
    Understanding(name: "coreference", corpora: ["gum"]) { folders, data in
      let part = try part("gum", splits: data + "/splits")
      return try folders.map { try CoreferenceEvaluation(folder: $0, part: part) }
    },
    Understanding(name: "certainty", corpora: ["factuality"]) { folders, data in
      let part = try part("factuality", splits: data + "/splits")
      return try folders.map { try CertaintyEvaluation(folder: $0, part: part) }
    },
    Understanding(name: "events", corpora: ["plover", "gum"]) { folders, data in
      try folders.map { folder in
        guard Files.isFolder(folder + "/conllu") else {
          return try EventTypeEvaluation(
            folder: folder, part: try part("plover", splits: data + "/splits"))
        }
        return try EventFreeEvaluation(
          folder: folder, part: try part("gum", splits: data + "/splits"),
          list: try list(data + "/event-free.txt"))
      }
    },
    Understanding(name: "happenings", corpora: ["ecbplus"]) { folders, data in
      let part = try part("ecbplus", splits: data + "/splits")
      return try folders.map { try HappeningEvaluation(folder: $0, part: part) }
    },
    Understanding(name: "meantime", corpora: ["meantime"]) { folders, _ in
      try folders.map { try MeantimeEvaluation(folder: $0) }
    },
  ]

  /// `quoth eval NAME FOLDER…`: one measure, each figure beside its floor.
  static func measure(
    _ understanding: Understanding, _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let data = try DataFolders.find("Evaluation")
    let floors = try floors(arguments, data: data)
    let folders = paths.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let measures = try understanding.make(folders, data)
    let readings = try await Readings(for: measures, by: try Reader.make(arguments), arguments)
    if let file = arguments.value("predictions") {
      try Files.write(Array(measures.map(readings.lines).joined().utf8), to: file)
    }
    var board = Scoreboard()
    board.add(
      understanding.name, checks(of: understanding, measures, readings, floors),
      on: measures.flatMap(\.corpora))
    try console.write(arguments.has("json") ? board.json + "\n" : board.table)
    return board.isBelowFloor ? 2 : 0
  }

  /// The figures of a measure beside their floors. Floors of corpora that were not given are left out.
  static func checks(
    of understanding: Understanding, _ measures: [any ReadingMeasure], _ readings: Readings,
    _ floors: Floors
  ) -> [FloorCheck] {
    let checks = floors.check(understanding.name, measures.flatMap(readings.figures))
    let isWhole = measures.flatMap(\.corpora).count >= understanding.corpora.count
    return isWhole ? checks : checks.filter { $0.value != nil }
  }

  /// The floors that were named, or those of `Evaluation/floors.json`.
  static func floors(_ arguments: Arguments, data: String) throws -> Floors {
    try Floors(json: try Files.read(arguments.value("floors") ?? data + "/floors.json"))
  }
}
