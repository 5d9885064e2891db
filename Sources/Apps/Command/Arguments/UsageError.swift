/// A command line that does not fit the program.
enum UsageError: Error, Hashable, Sendable {
  case unknownCommand(String, path: [String], among: [String])
  case unknownOption(String, path: [String], among: [String])
  case badValue(option: String, complaint: String, path: [String])
  case missingOperand(String, path: [String])
  case unexpectedOperand(String, path: [String])

  /// Stable name (Documentation/Errors.md).
  var slug: String {
    switch self {
    case .unknownCommand: "command.unknown-command"
    case .unknownOption: "command.unknown-option"
    case .badValue: "command.bad-value"
    case .missingOperand: "command.missing-operand"
    case .unexpectedOperand: "command.unexpected-operand"
    }
  }

  /// What does not fit, what was perhaps meant, and where the help is.
  var message: String {
    switch self {
    case .unknownCommand(let word, let path, let names):
      "`\(Self.line(path))` knows no “\(word)”.\(Self.hint(word, names, lists: true))\(Self.help(path))"
    case .unknownOption(let word, let path, let names):
      "`\(Self.line(path))` has no option \(word).\(Self.hint(word, names))\(Self.help(path))"
    case .badValue(let option, let complaint, let path):
      "\(option) \(complaint)\(Self.help(path))"
    case .missingOperand(let usage, let path):
      "`\(Self.line(path))` needs \(usage)\(usage.hasSuffix(".") ? "" : ".")\(Self.help(path))"
    case .unexpectedOperand(let word, let path):
      "`\(Self.line(path))` takes no “\(word)”.\(Self.help(path))"
    }
  }

  private static func line(_ path: [String]) -> String { path.joined(separator: " ") }

  /// What was perhaps meant; when nothing is near and `lists` is set, all there is.
  private static func hint(_ word: String, _ names: [String], lists: Bool = false) -> String {
    if let near = Suggestion.nearest(to: word, among: names) { return " Did you mean \(near)?" }
    return lists ? " It takes one of \(names.joined(separator: ", "))." : ""
  }

  private static func help(_ path: [String]) -> String { " See `\(line(path)) --help`." }
}
