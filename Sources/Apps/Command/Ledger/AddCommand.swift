import Quoth
import QuothLedger
import QuothReport
import QuothSystem

/// `quoth add PATH...`: reads reports into the ledger.
struct AddCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, console: Console) {
    self.arguments = arguments
    self.console = console
  }

  /// - Returns: The exit status, 2 when a report was refused.
  func run() async throws -> Int32 {
    let ledger = try LedgerFile.open(arguments.value("ledger"))
    let inputs = Inputs(arguments.operands).all
    let source = DocumentSource.program(published: arguments.value("date"))
    let reader = try Reader.make(arguments)
    var progress = Progress(total: inputs.count)
    var tally = Tally()
    try await OrderedWork.run(inputs, jobs: arguments.count("jobs") ?? Machine.processorCount) {
      input in
      Result { () throws(Failure) in try entry(input, from: source, reader) }
    } emit: { result in
      do {
        tally.count(try ledger.add(try result.get()))
      } catch let failure as Failure {
        progress.clear()
        console.report(failure)
        tally.refused += 1
        try ledger.refuse(
          item: failure.input ?? "-", slug: failure.slug, message: failure.message)
      }
      progress.advance()
    }
    progress.clear()
    console.note(tally.words)
    return tally.refused > 0 ? 2 : 0
  }

  private func entry(
    _ input: Result<Input, QuothError>, from source: DocumentSource, _ reader: Reader
  ) throws(Failure) -> Entry {
    do throws(QuothError) {
      let document = try source.document(try input.get())
      return try reader.entry(document)
    } catch {
      throw Failure(error, input: (try? input.get())?.name)
    }
  }

  /// What became of the reports.
  private struct Tally {
    var added = 0
    var versions = 0
    var known = 0
    var removed = 0
    var refused = 0

    mutating func count(_ addition: Ledger.Addition) {
      switch addition {
      case .added: added += 1
      case .version: versions += 1
      case .known: known += 1
      case .removed: removed += 1
      }
    }

    /// `12 added, 1 new version, 3 known already`
    var words: String {
      var parts = ["\(added) added"]
      if versions > 0 { parts.append("\(versions) new version\(versions == 1 ? "" : "s")") }
      if known > 0 { parts.append("\(known) known already") }
      if removed > 0 { parts.append("\(removed) removed before and left out") }
      if refused > 0 { parts.append("\(refused) refused") }
      return parts.joined(separator: ", ")
    }
  }
}
