/// What `--help` prints: at most 80 columns, options and examples aligned.
struct HelpPage: Sendable {
  let path: [String]
  let command: CommandDescription

  var text: String {
    var text = "\(path.joined(separator: " ")): \(command.summary).\n\nUsage:\n  \(usage)\n"
    for paragraph in command.discussion { text += "\n" + Self.wrapped(paragraph, indent: 0) }
    if !command.subcommands.isEmpty {
      text += "\nCommands:\n"
      text += Self.table(command.subcommands.map { ($0.name, $0.summary) })
    }
    if !command.options.isEmpty {
      text += "\nOptions:\n"
      text += Self.table(command.options.map { (Self.names(of: $0), Self.help(of: $0)) })
    }
    if !command.examples.isEmpty {
      text += "\nExamples:\n"
      for example in command.examples {
        text += "  \(example.line)\n" + Self.wrapped(example.purpose, indent: 6)
      }
    }
    return text
  }

  var usage: String {
    var words = path
    if !command.subcommands.isEmpty { words.append("COMMAND") }
    if !command.options.isEmpty { words.append("[OPTION]...") }
    if let operands = command.operands {
      words.append(operands.isRequired ? operands.usage : "[\(operands.usage)]")
    }
    return words.joined(separator: " ")
  }

  /// `-o, --output FILE`
  static func names(of option: OptionDescription) -> String {
    let short = option.letter.map { "-\($0), " } ?? "    "
    if case .choice = option.value { return "\(short)--\(option.name) WORD" }
    return "\(short)--\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
  }

  private static func help(of option: OptionDescription) -> String {
    guard case .choice(let words) = option.value else { return option.help }
    return "\(option.help): \(words.joined(separator: ", "))"
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let column = (rows.map(\.0.count).max() ?? 0) + 4
    return rows.map { name, help in
      let lines = wrapped(help, indent: column)
      return "  \(name)" + String(lines.dropFirst(name.count + 2))
    }.joined()
  }

  private static func wrapped(_ paragraph: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > 80 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).map { margin + $0 + "\n" }.joined()
  }
}
