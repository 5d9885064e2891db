import Quoth
import QuothIntake
import QuothLedger
import QuothReport
import QuothSystem

/// `quoth add PATH...`: reads reports into the ledger.
struct AddCommand {
  private let arguments: Arguments
  private let console: Console

  /// Documents that are read at once, for each job: what bounds the memory.
  private static let documentsPerJob = 8

  init(_ arguments: Arguments, console: Console) {
    self.arguments = arguments
    self.console = console
  }

  /// - Returns: The exit status, 2 when a report was refused.
  func run() throws -> Int32 {
    let intake = Intake(
      DocumentSource.program(published: arguments.value("date")),
      names: try Self.names(arguments.value("map")), followsLinks: arguments.has("follow"))
    let inputs = Inputs(arguments.operands, endings: Inputs.collectionEndings).all
    let jobs = arguments.count("jobs") ?? Machine.processorCount
    var adding = Adding(
      ledger: try LedgerFile.open(arguments.value("ledger")),
      reader: try Reader.make(arguments), console: console, jobs: jobs,
      progress: Progress(total: inputs.count > 1 ? inputs.count : nil))
    var batch: [IntakeItem] = []
    for input in inputs {
      switch input {
      case .failure(let error):
        batch.append(IntakeItem(key: "-", document: .failure(error)))
      case .success(let input):
        try intake.read(input) { item in
          batch.append(item)
          guard batch.count >= jobs * Self.documentsPerJob else { return }
          try adding.add(batch)
          batch = []
        }
      }
    }
    try adding.add(batch)
    adding.progress.clear()
    console.note(adding.tally.words)
    return adding.tally.refused > 0 ? 2 : 0
  }

  /// `text=body,url=link` as names of fields by those they stand for.
  private static func names(_ map: String?) throws(Failure) -> [String: String] {
    var names: [String: String] = [:]
    for pair in (map ?? "").split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, JSONLinesReader.fields.contains(String(sides[0])) else {
        throw Failure(
          slug: "add.bad-map",
          message:
            "--map \(pair): says nothing. Write FIELD=NAME, such as text=body, where FIELD is one of "
            + JSONLinesReader.fields.joined(separator: ", ") + ".")
      }
      names[String(sides[0])] = String(sides[1])
    }
    return names
  }
}

/// Reads documents, several at once, and adds them in their order.
private struct Adding {
  let ledger: Ledger
  let reader: Reader
  let console: Console
  let jobs: Int
  var progress: Progress
  var tally = Tally()

  mutating func add(_ items: [IntakeItem]) throws {
    var fresh: [IntakeItem] = []
    for item in items {
      // What is there already need not be read again.
      switch try standing(of: item) {
      case .unknown: fresh.append(item)
      case .kept: finish(.known)
      case .removed: finish(.removed)
      }
    }
    let reader = reader
    let entries = Parallel.map(fresh, jobs: jobs) { item in
      Result { () throws(QuothError) in try reader.entry(item.document.get()) }
    }
    for (item, entry) in zip(fresh, entries) {
      switch entry {
      case .success(let entry): finish(try ledger.add(entry))
      case .failure(let error):
        progress.clear()
        console.report(Failure(error, input: item.name))
        try ledger.refuse(item: item.name, slug: error.slug, message: error.message)
        tally.refused += 1
        progress.advance()
      }
    }
  }

  private func standing(of item: IntakeItem) throws -> Ledger.Standing {
    guard case .success(let document) = item.document else { return .unknown }
    return try ledger.standing(of: document.reportID)
  }

  private mutating func finish(_ addition: Ledger.Addition) {
    tally.count(addition)
    progress.advance()
  }
}

extension IntakeItem {
  /// What people know it by.
  fileprivate var name: String {
    guard case .success(let document) = document else { return key }
    return document.file ?? document.url ?? key
  }
}

/// What became of reports that were added.
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
