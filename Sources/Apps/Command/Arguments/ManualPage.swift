/// The manual page `quoth(1)`, in the macros of man(7).
struct ManualPage: Sendable {
  let program: CommandDescription
  let version: String
  /// ISO 8601.
  let day: String

  var text: String {
    var page = ".TH QUOTH 1 \"\(day)\" \"quoth \(Self.escaped(version))\" \"User Commands\"\n"
    page += ".SH NAME\n\(program.name) \\- \(Self.escaped(program.summary))\n"
    page += ".SH SYNOPSIS\n"
    page +=
      program.tree.filter { $0.command.subcommands.isEmpty }.map { path, command in
        ".B \(path.joined(separator: " "))\n"
          + Self.escaped(HelpPage(path: [], command: command).usage) + "\n"
      }.joined(separator: ".br\n")
    page += ".SH DESCRIPTION\n"
    page += Self.paragraphs(program.discussion, beginsSection: true)
    page += Self.options(program.options)
    page += ".SH COMMANDS\n"
    for (path, command) in program.tree where command.subcommands.isEmpty {
      page += ".SS \(path.joined(separator: " "))\n\(Self.filled(command.summary + "."))\n"
      page += Self.paragraphs(command.discussion) + Self.options(command.options)
      for example in command.examples {
        page += ".PP\n\(Self.filled(example.purpose + ":"))\n.PP\n.RS 4\n.nf\n"
        page += Self.escaped(example.line) + "\n.fi\n.RE\n"
      }
    }
    page += ".SH EXIT STATUS\n"
    for (status, meaning) in ProgramDescription.statuses {
      page += ".TP\n.B \(status)\n\(Self.filled(meaning + "."))\n"
    }
    page += ".SH ENVIRONMENT\n"
    for (name, meaning) in ProgramDescription.environment {
      page += ".TP\n.B \(name)\n\(Self.filled(meaning + "."))\n"
    }
    return page
  }

  private static func paragraphs(_ paragraphs: [String], beginsSection: Bool = false) -> String {
    let text = paragraphs.map { filled($0) + "\n" }.joined(separator: ".PP\n")
    return beginsSection || text.isEmpty ? text : ".PP\n" + text
  }

  /// Words in lines of at most 80 bytes, since a manual page is filled again where it is shown.
  private static func filled(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      // What would be a request at the head of a line is not one inside it.
      if let last = lines.last, last.utf8.count + 1 + escaped(String(word)).utf8.count <= 80 {
        lines[lines.count - 1] += " " + escaped(String(word), beginsLine: false)
      } else {
        lines.append(escaped(String(word)))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func options(_ options: [OptionDescription]) -> String {
    options.map { option in
      let short = option.letter.map { "\\-\($0), " } ?? ""
      let value = option.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
      return
        ".TP\n\\fB\(short)\\-\\-\(escaped(option.name))\\fR\(value)\n\(filled(option.help + "."))\n"
    }.joined()
  }

  /// Text in which nothing is a request or escape of roff.
  private static func escaped(_ text: String, beginsLine: Bool = true) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "“": result += "\\(lq"
      case "”": result += "\\(rq"
      default: result.append(character)
      }
    }
    return beginsLine && result.hasPrefix(".") ? "\\&" + result : result
  }
}
