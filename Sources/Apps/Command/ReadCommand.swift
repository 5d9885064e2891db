import Quoth
import QuothAnnotation
import QuothEngine
import QuothReport
import QuothStatement
import QuothSystem
import QuothView

/// `quoth read`: each input to a reading, each reading to a view, in order.
struct ReadCommand: Sendable {
  enum Format: String, Sendable {
    case brief, json, html, annotations, conllu, explain
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format
  private let columns: Int
  private let isColoured: Bool

  init(_ arguments: Arguments, console: Console) {
    self.arguments = arguments
    self.console = console
    let output = arguments.value("output")
    let isTerminal = output == nil && console.outputIsTerminal
    columns = console.columns
    isColoured = output == nil && console.isColoured
    if arguments.has("explain") {
      format = .explain
    } else if arguments.has("json") {
      format = .json
    } else {
      format = arguments.value("format").flatMap(Format.init) ?? (isTerminal ? .brief : .json)
    }
  }

  /// - Returns: The exit status.
  /// - Throws: ``Failure`` when nothing can be read at all, ``OutputError`` when nothing can be
  ///   written.
  func run() async throws -> Int32 {
    let inputs = Inputs(arguments.operands).all
    let source = DocumentSource.program(published: arguments.value("date"))
    let reader = try Reader.make(arguments)
    var destination = try Destination(
      arguments.value("output"), pages: format == .html ? inputs.count : nil)
    var progress = Progress(total: inputs.count)
    var failures = 0
    var attributions = 0
    let isOneOfMany = inputs.count > 1
    try await OrderedWork.run(inputs, jobs: arguments.count("jobs") ?? Machine.processorCount) {
      input in
      Result { () throws(Failure) in
        try view(input, from: source, reader, isOneOfMany: isOneOfMany)
      }
    } emit: { result in
      switch result {
      case .success(let view):
        progress.clear()
        attributions += view.attributions
        try destination.write(view.bytes, stem: view.stem)
      case .failure(let failure):
        failures += 1
        progress.clear()
        console.report(failure)
      }
      progress.advance()
    }
    progress.clear()
    try destination.close()
    if failures > 0 { return 2 }
    return attributions > 0 ? 0 : 1
  }

  // MARK: One input

  private struct View: Sendable {
    var bytes: [UInt8]
    var attributions: Int
    var stem: String
  }

  private func view(
    _ input: Result<Input, QuothError>, from source: DocumentSource, _ reader: Reader,
    isOneOfMany: Bool
  ) throws(Failure) -> View {
    let named: Input
    let document: Document
    let reading: Reading
    var scores: [Float?] = []
    do throws(QuothError) {
      named = try input.get()
      document = try source.document(named)
      if format == .explain {
        let study = try reader.study(document)
        (reading, scores) = (study.reading, study.certainty)
      } else {
        reading = try reader.read(document)
      }
    } catch {
      throw Failure(error, input: (try? input.get())?.name)
    }
    let bytes: [UInt8] =
      switch format {
      case .json: Record(reading).json + [UInt8(ascii: "\n")]
      case .annotations: WebAnnotations(reading).json + [UInt8(ascii: "\n")]
      case .conllu: ConllU(reading).bytes
      case .html: Page(reading).html
      case .brief:
        Array(
          (isOneOfMany ? "\(TerminalText.safe(named.name))\n" : "").utf8)
          + Array(
            Brief(reading, showsLines: document.isOpenedByLine)
              .text(width: columns, isColoured: isColoured).utf8)
          + (isOneOfMany ? [UInt8(ascii: "\n")] : [])
      case .explain:
        Array(
          Explanation(reading, engine: reader.model.description, scores: scores)
            .text(width: columns, isColoured: isColoured).utf8)
          + (isOneOfMany ? [UInt8(ascii: "\n")] : [])
      }
    return View(bytes: bytes, attributions: reading.attributions.count, stem: named.stem)
  }
}
