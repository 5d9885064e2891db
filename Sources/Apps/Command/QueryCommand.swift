import Quoth
import QuothReport
import QuothStatement
import QuothSystem
import QuothView

/// `quoth ask`, `quoth events`, `quoth actors`: what reports say, asked of the files named or, without any, of the
/// ledger.
struct QueryCommand: Sendable {
  let arguments: Arguments
  let console: Console

  /// One report that was read.
  private struct Source: Sendable {
    var study: Study
    var isOpenedByLine: Bool
  }

  /// `quoth ask QUESTION [FILE...]`
  ///
  /// - Returns: The exit status, 1 when the reports do not say.
  func ask() async throws -> Int32 {
    let question = arguments.operands[0]
    guard question.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Failure(
        slug: "ask.no-question",
        message: "“\(question)” asks nothing. Put the question first, in quotation marks.")
    }
    guard arguments.operands.count > 1 else { return try askLedger(question) }
    return try await answer(Array(arguments.operands.dropFirst())) { reader, sources in
      let studies = sources.map(\.study)
      let found = AnswerFinder(studies).answers(to: try reader.question(question))
      let answers = Array(found.prefix(arguments.count("limit") ?? Self.defaultLimit))
      let table = AnswerTable(
        answers, in: studies.map(\.reading), showsLines: sources.map(\.isOpenedByLine))
      try write(json: table.json) {
        table.text(width: console.columns, isColoured: console.isColoured)
      }
      return !answers.isEmpty
    }
  }

  /// `quoth ask QUESTION`
  private func askLedger(_ question: String) throws -> Int32 {
    let asking = try AskingCommand(arguments, console: console)
    let question = try Reader.make(arguments).question(question)
    let answers = try LedgerAnswers(asking.ledger).answers(
      to: question, limit: arguments.count("limit") ?? Self.defaultLimit)
    return try asking.write(
      StatementTable(
        answers.map(\.statement), scores: answers.map(\.score),
        absence: "The ledger does not say."), isEmpty: answers.isEmpty)
  }

  /// `quoth events [FILE...]`
  ///
  /// - Returns: The exit status, 1 when there is none.
  func events() async throws -> Int32 {
    guard !arguments.operands.isEmpty else {
      return try AskingCommand(arguments, console: console).events()
    }
    return try await answer(arguments.operands) { _, sources in
      var count = 0
      for source in sources {
        let reading = source.study.reading
        let table = EventTable(reading, showsLines: source.isOpenedByLine)
        try write(json: table.json(from: count + 1)) {
          let name = TerminalText.safe(reading.report.file ?? reading.report.id)
          return (sources.count > 1 ? "\(name)\n" : "")
            + table.text(width: console.columns, isColoured: console.isColoured)
            + (sources.count > 1 ? "\n" : "")
        }
        count += reading.events.count
      }
      return count > 0
    }
  }

  /// `quoth actors [FILE...]`
  ///
  /// - Returns: The exit status, 1 when there is none.
  func actors() async throws -> Int32 {
    guard !arguments.operands.isEmpty else {
      return try AskingCommand(arguments, console: console).actors()
    }
    return try await answer(arguments.operands) { _, sources in
      let table = ActorTable(sources.map(\.study.reading))
      try write(json: table.json) {
        table.text(width: console.columns, isColoured: console.isColoured)
      }
      return !table.isEmpty
    }
  }

  /// Answers shown, unless more are asked for.
  private static let defaultLimit = 5

  // MARK: Reading and writing

  private func write(json: @autoclosure () -> [UInt8], _ text: () -> String) throws {
    if arguments.has("json") {
      try console.write(json())
    } else {
      try console.write(text())
    }
  }

  /// Reads the files and asks them; one that cannot be read is named, and the others answer.
  private func answer(
    _ files: [String], _ ask: (Reader, [Source]) throws -> Bool
  ) async throws -> Int32 {
    guard !arguments.has("csv") else {
      throw Failure(
        slug: "command.csv-of-files",
        message: "--csv is for answers of the ledger. Take --json, or add the reports first.")
    }
    let inputs = Inputs(files).all
    let documents = DocumentSource.program(published: arguments.value("date"))
    let reader = try Reader.make(arguments)
    var progress = Progress(total: inputs.count)
    var sources: [Source] = []
    var failures = 0
    try await OrderedWork.run(inputs, jobs: arguments.count("jobs") ?? Machine.processorCount) {
      input in
      Result { () throws(Failure) in try Self.source(input, from: documents, reader) }
    } emit: { result in
      switch result {
      case .success(let source): sources.append(source)
      case .failure(let failure):
        failures += 1
        progress.clear()
        console.report(failure)
      }
      progress.advance()
    }
    progress.clear()
    let isAnswered = try !sources.isEmpty && ask(reader, sources)
    if failures > 0 { return 2 }
    return isAnswered ? 0 : 1
  }

  private static func source(
    _ input: Result<Input, QuothError>, from documents: DocumentSource, _ reader: Reader
  ) throws(Failure) -> Source {
    do throws(QuothError) {
      let document = try documents.document(try input.get())
      return Source(study: try reader.study(document), isOpenedByLine: document.isOpenedByLine)
    } catch {
      throw Failure(error, input: (try? input.get())?.name)
    }
  }
}
