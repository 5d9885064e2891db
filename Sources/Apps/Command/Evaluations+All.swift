import Quoth
import QuothSystem

extension Evaluations {
  /// `quoth eval all FOLDER`: every measure on the corpora that lie in one folder, each unpacked to a
  /// folder of its own name, in one table.
  ///
  /// A corpus that is not there is named and passed over; one that is broken is named, and the others
  /// are measured.
  @Sendable static func all(
    _ paths: [String], _ arguments: Arguments, _ console: Console
  ) async throws -> Int32 {
    guard paths.count == 1 else {
      throw UsageError.unexpectedOperand(paths[1], path: arguments.path)
    }
    let data = try DataFolders.find("Evaluation")
    var run = Run(
      root: paths[0], data: data, floors: try floors(arguments, data: data), arguments: arguments,
      console: console)
    try await run.measureAttribution()
    try run.measureText()
    try run.measureTimes()
    try run.measureExtraction()
    try run.measurePlaces()
    try await run.measureUnderstanding()
    try await run.measureStories()
    // Each cause has been named.
    guard !run.board.corpora.isEmpty else { return 2 }
    try console.write(arguments.has("json") ? run.board.json + "\n" : run.board.table)
    return run.hasFailed || run.board.isBelowFloor ? 2 : 0
  }

  /// One run over all corpora.
  private struct Run {
    let root: String
    let data: String
    let floors: Floors
    let arguments: Arguments
    let console: Console
    /// Loaded when something is to be read.
    private lazy var reader = Result { () throws(Failure) in try Reader.make(arguments) }
    var board = Scoreboard()
    /// Whether a corpus is there and could not be measured.
    var hasFailed = false

    init(
      root: String, data: String, floors: Floors, arguments: Arguments, console: Console
    ) {
      self.root = root
      self.data = data
      self.floors = floors
      self.arguments = arguments
      self.console = console
    }

    mutating func measureAttribution() async throws {
      let part = try part("polnear")
      guard let folder = folder("polnear/data/dev"),
        let gold = attempt(folder, { try AttributionEvaluation(folders: [folder], part: part) })
      else { return }
      let result = try await Evaluations.attribution(
        gold, floors, try reader.get(), arguments)
      board.add(
        "attribution", result.checks,
        on: [
          MeasuredCorpus(
            name: "polnear/data/dev", documents: result.articles, fingerprint: result.fingerprint)
        ])
    }

    mutating func measureText() throws {
      var evaluation = TextEvaluation()
      var corpora: [MeasuredCorpus] = []
      for name in ["gum", "ewt"] {
        let part = try part(name)
        guard let folder = folder(name),
          let corpus = attempt(
            folder, { try evaluation.add(treebank: name, in: folder, part: part) })
        else { continue }
        corpora.append(corpus)
      }
      let measured = corpora.map(\.name)
      let checks = floors.check("text", evaluation.figures).filter { check in
        measured.contains { check.name.hasPrefix($0 + " ") }
      }
      board.add("text", checks, on: corpora)
    }

    mutating func measureTimes() throws {
      var evaluation = TimeEvaluation(try Lexicons().times)
      var corpora: [MeasuredCorpus] = []
      let timeML = try part("tempeval3")
      if let folder = folder("tempeval3"),
        let corpus = attempt(folder, { try evaluation.add(timeML: folder, part: timeML) })
      {
        corpora.append(corpus)
      }
      let gum = try part("gum")
      if let folder = folder("gum"),
        let corpus = attempt(folder, { try evaluation.add(gum: folder, part: gum) })
      {
        corpora.append(corpus)
      }
      let measured = Set(evaluation.figures.map { $0.name.prefix { $0 != " " } })
      let checks = floors.check("times", evaluation.figures).filter { check in
        measured.contains(check.name.prefix { $0 != " " })
      }
      board.add("times", checks, on: corpora)
    }

    mutating func measureExtraction() throws {
      guard let folder = folder("extraction"),
        let result = attempt(folder, { try ExtractionEvaluation.run(folder: folder) })
      else { return }
      board.add(
        "extraction", floors.check("extraction", result.figures),
        on: [
          MeasuredCorpus(
            name: "extraction", documents: result.textPages + result.factPages,
            fingerprint: result.fingerprint)
        ])
    }

    mutating func measurePlaces() throws {
      guard let folder = folder("geo"),
        let result = attempt(folder, { try PlaceEvaluation.run(folder: folder) })
      else { return }
      board.add(
        "places", floors.check("places", result.figures),
        on: [
          MeasuredCorpus(
            name: "geo", documents: result.documents, fingerprint: result.fingerprint)
        ])
    }

    /// The measures of understanding; what several of them measure on is read once.
    mutating func measureUnderstanding() async throws {
      let data = data
      var found: [(Understanding, [any ReadingMeasure])] = []
      for understanding in Evaluations.understanding {
        let folders = understanding.corpora.compactMap { folder($0) }
        guard !folders.isEmpty,
          let measures = attempt(root, { try understanding.make(folders, data) })
        else { continue }
        found.append((understanding, measures))
      }
      guard !found.isEmpty else { return }
      let readings = try await Readings(
        for: found.flatMap(\.1), by: try reader.get(), arguments)
      for (understanding, measures) in found {
        board.add(
          understanding.name, Evaluations.checks(of: understanding, measures, readings, floors),
          on: measures.flatMap(\.corpora))
      }
    }

    mutating func measureStories() async throws {
      let part = try part("ecbplus")
      var gold: [StoryGold] = []
      for name in ["ecbplus", "basil"] {
        guard let folder = folder(name),
          let corpus = attempt(folder, { try StoryGold(folder: folder, part: part) })
        else { continue }
        gold.append(corpus)
      }
      guard !gold.isEmpty else { return }
      let result = try await Evaluations.stories(gold, try reader.get(), arguments)
      board.add("stories", Evaluations.checks(of: result, floors), on: result.corpora)
    }

    private func part(_ corpus: String) throws -> MeasuredPart {
      try Evaluations.part(corpus, splits: data + "/splits")
    }

    /// The folder of a corpus; when it is not there, it is named and nil.
    private mutating func folder(_ name: String) -> String? {
      let path = root.hasSuffix("/") ? root + name : "\(root)/\(name)"
      if Files.isFolder(path) { return path }
      guard !board.missing.contains(name) else { return nil }
      board.missing.append(name)
      console.report(Failure(EvaluationError.missingCorpus(folder: path), input: path))
      return nil
    }

    /// What was made; when it failed, the cause is named and it is nil.
    private mutating func attempt<Product>(
      _ folder: String, _ make: () throws -> Product
    ) -> Product? {
      do {
        return try make()
      } catch let error as EvaluationError {
        console.report(Failure(error, input: folder))
      } catch let error as FileError {
        console.report(Failure(error, input: folder))
      } catch {
        console.report(Failure(slug: "command.failed", message: "\(error)", input: folder))
      }
      hasFailed = true
      return nil
    }
  }
}
