/// A command line, taken apart by a description of the program.
///
/// Options may stand anywhere; `--name value`, `--name=value`, `-n value` and `-nvalue` are the
/// same; `--` ends them; `-` alone is an operand. The last one of an option given twice counts.
///
///     let arguments = try Arguments(["read", "--jobs=4", "a.txt"], of: .quoth)
///     arguments.path                // ["quoth", "read"]
///     arguments.value("jobs")       // "4"
struct Arguments: Sendable {
  /// The command and what leads to it.
  private(set) var path: [String]
  private(set) var command: CommandDescription
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]

  /// - Throws: ``UsageError`` naming the word that does not fit.
  init(_ words: [String], of program: CommandDescription) throws(UsageError) {
    path = [program.name]
    command = program
    var rest = words[...]
    var takesOptions = true
    while let word = rest.popFirst() {
      if takesOptions, word == "--" {
        takesOptions = false
      } else if takesOptions, word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest)
      } else if takesOptions, word.hasPrefix("-"), word != "-" {
        try readShort(word.dropFirst(), &rest)
      } else if !command.subcommands.isEmpty {
        guard let next = command.subcommands.first(where: { $0.name == word }) else {
          throw .unknownCommand(word, path: path, among: command.subcommands.map(\.name))
        }
        path.append(word)
        command = next
      } else {
        operands.append(word)
      }
    }
    try checkOperands()
  }

  func has(_ option: String) -> Bool { values[option] != nil }

  func value(_ option: String) -> String? { values[option] }

  func count(_ option: String) -> Int? { values[option].flatMap { Int($0) } }

  // MARK: Reading

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.option(long: name) else {
      throw .unknownOption("--\(name)", path: path, among: command.options.map { "--\($0.name)" })
    }
    try read(
      option, as: "--\(name)", joined: parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw .unknownOption("-\(letter)", path: path, among: [])
      }
      guard option.value != .none else {
        values[option.name] = ""
        continue
      }
      try read(option, as: "-\(letter)", joined: letters.isEmpty ? nil : String(letters), &rest)
      return
    }
  }

  private mutating func read(
    _ option: OptionDescription, as shown: String, joined: String?,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if option.value == .none {
      guard joined == nil else {
        throw .badValue(option: shown, complaint: "takes no value.", path: path)
      }
      values[option.name] = ""
      return
    }
    guard let value = joined ?? rest.popFirst() else {
      throw .badValue(
        option: shown, complaint: "needs a value: \(option.placeholder ?? "").", path: path)
    }
    if let complaint = option.complaint(about: value) {
      throw .badValue(option: shown, complaint: complaint, path: path)
    }
    values[option.name] = value
  }

  private func checkOperands() throws(UsageError) {
    guard !has("help"), !has("version") else { return }
    if let first = operands.first {
      guard let expected = command.operands else {
        throw .unexpectedOperand(first, path: path)
      }
      let isPath = expected.takesPathAlone && operands.count == 1
      if !expected.choices.isEmpty, !expected.choices.contains(first), !isPath {
        throw .unknownCommand(first, path: path, among: expected.choices)
      }
    } else if let expected = command.operands, expected.isRequired {
      throw .missingOperand(expected.usage, path: path)
    }
  }
}
