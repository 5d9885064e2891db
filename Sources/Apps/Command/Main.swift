import Glibc
import Quoth
import QuothLedger
import QuothSystem
import QuothView

@main
struct Main {
  static func main() async {
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs a command line.
  ///
  /// - Returns: The exit status.
  static func run(_ words: [String]) async -> Int32 {
    var console = Console()
    do {
      let arguments = try Arguments(words, of: ProgramDescription.program)
      console.writesJSONErrors = arguments.has("json") || arguments.value("format") == "json"
      return try await run(arguments, console: console)
    } catch OutputError.closed {
      return 0
    } catch let error as UsageError {
      console.report(Failure(error))
    } catch let failure as Failure {
      console.report(failure)
    } catch let error as QuothError {
      console.report(Failure(error))
    } catch let error as LedgerError {
      console.report(Failure(error))
    } catch let error as FileError {
      console.report(Failure(error))
    } catch let error as OutputError {
      console.report(Failure(error))
    } catch let error as EvaluationError {
      console.report(Failure(error))
    } catch {
      console.report(Failure(slug: "command.failed", message: "\(error)"))
    }
    return 2
  }

  private static func run(_ arguments: Arguments, console: Console) async throws -> Int32 {
    if arguments.has("version") {
      try console.write("quoth \(Version.text)\n")
      return 0
    }
    guard !arguments.has("help"), arguments.path.count > 1 else {
      try console.write(HelpPage(path: arguments.path, command: arguments.command).text)
      return arguments.has("help") ? 0 : 2
    }
    switch arguments.command.name {
    case "read": return try await ReadCommand(arguments, console: console).run()
    case "add": return try AddCommand(arguments, console: console).run()
    case "ask": return try await QueryCommand(arguments: arguments, console: console).ask()
    case "events": return try await QueryCommand(arguments: arguments, console: console).events()
    case "actors": return try await QueryCommand(arguments: arguments, console: console).actors()
    case "ledger": return try UpkeepCommand(arguments: arguments, console: console).run()
    case "remove": return try UpkeepCommand(arguments: arguments, console: console).remove()
    case "claims": return try AskingCommand(arguments, console: console).claims()
    case "claim": return try AskingCommand(arguments, console: console).claim()
    case "stories": return try AskingCommand(arguments, console: console).stories()
    case "story": return try AskingCommand(arguments, console: console).story()
    case "timeline": return try AskingCommand(arguments, console: console).timeline()
    case "search": return try AskingCommand(arguments, console: console).search()
    case "actor": return try AskingCommand(arguments, console: console).actor()
    case "relations": return try AskingCommand(arguments, console: console).relations()
    case "sources": return try AskingCommand(arguments, console: console).sources()
    case "copies": return try AskingCommand(arguments, console: console).copies()
    case "conflicts": return try AskingCommand(arguments, console: console).conflicts()
    case "show": return try AskingCommand(arguments, console: console).show()
    case "eval": return try await evaluate(arguments, console: console)
    case "bench": return try BenchCommand(arguments: arguments, console: console).run()
    case "model": return try ModelCommand(arguments: arguments, console: console).run()
    default: return try complete(arguments, console: console)
    }
  }

  /// `quoth eval WHAT FOLDER...`, and `quoth eval FOLDER`, which is `quoth eval all FOLDER`.
  private static func evaluate(_ arguments: Arguments, console: Console) async throws -> Int32 {
    let first = arguments.operands[0]
    guard let evaluation = Evaluations.every.first(where: { $0.name == first }) else {
      guard Files.isFolder(first) else {
        throw UsageError.unknownCommand(
          first, path: arguments.path, among: Evaluations.every.map(\.name))
      }
      return try await Evaluations.all(arguments.operands, arguments, console)
    }
    let paths = Array(arguments.operands.dropFirst())
    guard !paths.isEmpty else {
      throw UsageError.missingOperand("FOLDER...", path: arguments.path)
    }
    return try await evaluation.run(paths, arguments, console)
  }

  private static func complete(_ arguments: Arguments, console: Console) throws -> Int32 {
    guard let shell = arguments.operands.first.flatMap(Completions.Shell.init) else { return 2 }
    try console.write(Completions(program: ProgramDescription.program).script(for: shell))
    return 0
  }
}
