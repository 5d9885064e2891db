/// A command of the program: what it is called, takes and does. Parsing, help, the manual page and
/// completions are all made from it.
struct CommandDescription: Sendable {
  var name: String
  /// One line, without a full stop.
  var summary: String
  /// Paragraphs.
  var discussion: [String] = []
  var operands: Operands?
  var options: [OptionDescription] = []
  var examples: [Example] = []
  var subcommands: [CommandDescription] = []

  /// What stands on the command line beside options.
  struct Operands: Sendable {
    /// As in the usage line: `FILE...`.
    var usage: String
    var isRequired: Bool
    /// Words to choose from for the first one; empty for paths.
    var choices: [String] = []
    /// Whether a path may stand alone in place of a choice.
    var takesPathAlone = false
  }

  struct Example: Sendable {
    var line: String
    /// What it does, without a full stop.
    var purpose: String
  }

  /// The option of a name, such as `format` or `json`.
  func option(long name: String) -> OptionDescription? {
    options.first { $0.name == name }
  }

  /// Its subcommands and theirs, each with the words that lead to it.
  var tree: [(path: [String], command: CommandDescription)] {
    [([name], self)]
      + subcommands.flatMap { $0.tree.map { ([name] + $0.path, $0.command) } }
  }
}

/// An option: `--name`, perhaps `-letter`, perhaps with a value.
struct OptionDescription: Sendable {
  var name: String
  var letter: Character?
  var value: Value = .none
  /// What it does; one sentence without a full stop.
  var help: String

  enum Value: Sendable, Hashable {
    case none
    case choice([String])
    /// A whole number from 1.
    case count
    /// `YYYY-MM-DD`.
    case day
    case file, folder
    /// Any words, shown under this name: `NAME`.
    case words(String)
  }

  /// As the help shows the value: `brief|json`, `N`, `FOLDER`; nil for a flag.
  var placeholder: String? {
    switch value {
    case .none: nil
    case .choice(let words): words.joined(separator: "|")
    case .count: "N"
    case .day: "YYYY-MM-DD"
    case .file: "FILE"
    case .folder: "FOLDER"
    case .words(let name): name
    }
  }

  /// Why a value does not fit; nil when it does.
  func complaint(about value: String) -> String? {
    switch self.value {
    case .choice(let words):
      guard !words.contains(value) else { return nil }
      let list = words.joined(separator: ", ")
      let near = Suggestion.nearest(to: value, among: words).map { " Did you mean “\($0)”?" } ?? ""
      return "takes one of \(list), not “\(value)”.\(near)"
    case .count:
      return Int(value).map { $0 > 0 } == true
        ? nil : "takes a whole number from 1, not “\(value)”."
    case .day:
      return Self.isDay(value) ? nil : "takes a day such as 2026-03-04, not “\(value)”."
    case .none, .file, .folder, .words: return value.isEmpty ? "takes a value, not nothing." : nil
    }
  }

  /// Whether a text is a day of the Gregorian calendar, written as ISO 8601 does.
  private static func isDay(_ text: String) -> Bool {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard fields.map(\.count) == [4, 2, 2],
      fields.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return false }
    let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(numbers[1]) && numbers[2] >= 1 && numbers[2] <= lengths[numbers[1] - 1]
  }
}
