import Quoth
import QuothReport
import QuothSystem
import QuothView

/// What `quoth eval` can measure.
struct Evaluation: Sendable {
  var name: String
  /// Runs it on paths and prints its figures.
  var run: @Sendable (_ paths: [String], _ arguments: Arguments, Console) async throws -> Int32
}

/// The table of measures; a new one is a row.
enum Evaluations {
  static let each =
    [
      Evaluation(name: "attribution", run: attribution),
      Evaluation(name: "text", run: text),
      Evaluation(name: "times", run: times),
      Evaluation(name: "extraction", run: extraction),
      Evaluation(name: "places", run: places),
      Evaluation(name: "stories", run: stories),
      Evaluation(name: "copies", run: copies),
      Evaluation(name: "world", run: world),
    ]
    + understanding.map { understanding in
      Evaluation(name: understanding.name) { paths, arguments, console in
        try await measure(understanding, paths, arguments, console)
      }
    }

  /// Each measure, and all of them at once.
  static let every = each + [Evaluation(name: "all", run: all)]

  @Sendable private static func attribution(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    let result = try await attribution(
      try AttributionEvaluation(folders: paths), floors ?? Floors(),
      try Reader.make(arguments), arguments)
    try console.write(arguments.has("json") ? result.json + "\n" : result.table)
    return result.isBelowFloor ? 2 : 0
  }

  /// Reads and scores all articles; what was read is written where `--predictions` names a file.
  static func attribution(
    _ evaluation: AttributionEvaluation, _ floors: Floors, _ reader: Reader,
    _ arguments: Arguments
  ) async throws -> AttributionEvaluation.Result {
    var predictions: [AttributionEvaluation.Prediction] = []
    var progress = Progress(total: evaluation.articles.count)
    try await OrderedWork.run(
      evaluation.articles, jobs: arguments.count("jobs") ?? Machine.processorCount
    ) { article in
      Result { () throws(QuothError) in
        let document = Document(
          bytes: Array(article.text.utf8), file: article.id, mediaType: "text/plain",
          charset: "utf-8")
        return AttributionEvaluation.Prediction(try reader.read(document))
      }
    } emit: { prediction in
      predictions.append(try prediction.get())
      progress.advance()
    }
    progress.clear()
    let result = try evaluation.score(predictions, floors: floors)
    if let path = arguments.value("predictions") {
      try Files.write(Array(result.predictions.utf8), to: path)
    }
    return result
  }

  @Sendable private static func text(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    var evaluation = TextEvaluation()
    for path in paths {
      let files =
        Files.isFolder(path) ? try Files.list(path).filter { $0.hasSuffix(".conllu") } : [path]
      let corpus = path.split(separator: "/").last.map(String.init) ?? path
      for file in files {
        evaluation.add(
          conllu: String(decoding: try Files.read(file), as: UTF8.self), corpus: corpus)
      }
    }
    guard !evaluation.scores.isEmpty else {
      throw EvaluationError.noGold(
        folder: paths.joined(separator: ", "), layout: EvaluationError.treebankLayout)
    }
    guard arguments.has("json") else {
      try console.write(evaluation.table)
      return 0
    }
    var json = JSONWriter()
    json.object { json in
      for (name, score) in evaluation.scores.sorted(by: { $0.key < $1.key }) {
        json.key(name)
        json.object { json in
          json.member("documents", score.documents)
          json.member("tokens", score.tokens.f1)
          json.member("sentences", score.sentences.f1)
        }
      }
    }
    try console.write(json.text + "\n")
    return 0
  }

  /// The measured documents of TempEval-3 and GUM, each by its layout.
  @Sendable private static func times(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    let splits = try DataFolders.find("Evaluation") + "/splits"
    var evaluation = TimeEvaluation(try Lexicons().times)
    for path in paths {
      let path = path.hasSuffix("/") ? String(path.dropLast()) : path
      if Files.isFolder(path + "/xml") {
        _ = try evaluation.add(gum: path, part: try part("gum", splits: splits))
      } else {
        _ = try evaluation.add(timeML: path, part: try part("tempeval3", splits: splits))
      }
    }
    return try show(
      evaluation.figures, table: evaluation.table, of: "times", floors, arguments, console) ? 2 : 0
  }

  /// The measured part of a corpus.
  static func part(_ corpus: String, splits: String) throws -> MeasuredPart {
    try list("\(splits)/\(corpus).txt")
  }

  /// What a file lists of a corpus.
  static func list(_ path: String) throws -> MeasuredPart {
    try MeasuredPart(split: String(decoding: try Files.read(path), as: UTF8.self), path: path)
  }

  @Sendable private static func extraction(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    var isBelowFloor = false
    for path in paths {
      let result = try ExtractionEvaluation.run(folder: path)
      let isBelow = try show(
        result.figures, table: result.table, of: "extraction", floors, arguments, console)
      isBelowFloor = isBelowFloor || isBelow
    }
    return isBelowFloor ? 2 : 0
  }

  /// Folders that `Tools/copies_eval.py` made.
  @Sendable private static func copies(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    let floors = try arguments.value("floors").map { try Floors(json: try Files.read($0)) }
    var isBelowFloor = false
    for path in paths {
      let evaluation = try CopyEvaluation(folder: path)
      let isBelow = try show(
        evaluation.figures, table: evaluation.kindsTable + evaluation.table, of: "copies", floors,
        arguments, console)
      isBelowFloor = isBelowFloor || isBelow
    }
    return isBelowFloor ? 2 : 0
  }

  /// Prints figures as the user asks, as JSON or as a table.
  ///
  /// - Returns: whether one of them is below its floor.
  static func show(
    _ figures: [Figure], table: String, of group: String, _ floors: Floors?, _ arguments: Arguments,
    _ console: Console
  ) throws -> Bool {
    if arguments.has("json") {
      var json = JSONWriter()
      json.object { json in
        for figure in figures { json.member(figure.name, figure.value) }
      }
      try console.write(json.text + "\n")
    } else {
      try console.write(table)
    }
    return (floors?.check(group, figures) ?? []).contains(where: \.isBroken)
  }
}
