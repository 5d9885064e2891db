/// The manual page `quoth(1)`, in the macros of man(7).
struct ManualPage: Sendable {
  let program: CommandDescription
  let version: String

  var text: String {
    var page = ".TH QUOTH 1 \"\" \"quoth \(Self.escaped(version))\" \"User Commands\"\n"
    page += ".SH NAME\n\(program.name) \\- \(Self.escaped(program.summary))\n"
    page += ".SH SYNOPSIS\n"
    for (path, command) in program.tree where command.subcommands.isEmpty {
      page += ".B \(path.joined(separator: " "))\n"
      page +=
        Self.escaped(
          HelpPage(path: [], command: command).usage) + "\n.br\n"
    }
    page += ".SH DESCRIPTION\n" + Self.paragraphs(program.discussion)
    page += Self.options(program.options)
    page += ".SH COMMANDS\n"
    for (path, command) in program.tree where command.subcommands.isEmpty {
      page += ".SS \(path.joined(separator: " "))\n\(Self.escaped(command.summary)).\n"
      page += Self.paragraphs(command.discussion) + Self.options(command.options)
      for example in command.examples {
        page += ".PP\n\(Self.escaped(example.purpose)):\n.PP\n.RS 4\n.nf\n"
        page += Self.escaped(example.line) + "\n.fi\n.RE\n"
      }
    }
    page += ".SH EXIT STATUS\n"
    for (status, meaning) in ProgramDescription.statuses {
      page += ".TP\n.B \(status)\n\(Self.escaped(meaning)).\n"
    }
    page += ".SH ENVIRONMENT\n"
    for (name, meaning) in ProgramDescription.environment {
      page += ".TP\n.B \(name)\n\(Self.escaped(meaning)).\n"
    }
    return page
  }

  private static func paragraphs(_ paragraphs: [String]) -> String {
    paragraphs.map { ".PP\n\(escaped($0))\n" }.joined()
  }

  private static func options(_ options: [OptionDescription]) -> String {
    options.map { option in
      let short = option.letter.map { "\\-\($0), " } ?? ""
      let value = option.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
      return
        ".TP\n\\fB\(short)\\-\\-\(escaped(option.name))\\fR\(value)\n\(escaped(option.help)).\n"
    }.joined()
  }

  /// Text in which nothing is a request or escape of roff.
  private static func escaped(_ text: String) -> String {
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
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
