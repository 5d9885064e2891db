/// Completion scripts for shells, made from the description of the program.
struct Completions: Sendable {
  let program: CommandDescription

  enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// Commands that stand right after the program's name.
  private var commands: [CommandDescription] { program.subcommands }

  // MARK: bash

  private var bash: String {
    var script = """
      # bash completion for quoth
      _quoth_reply() { mapfile -t COMPREPLY < <(compgen "$@" -- "$word"); }
      _quoth() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=
        local i
        # --format=j arrives as three words
        if [[ $word == = ]]; then
          word=
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        COMPREPLY=()
        case $command:$before in

      """
    for command in commands {
      for option in command.options {
        let names = Self.spellings(option).map { "\(command.name):\($0)" }.joined(separator: "|")
        let reply: String? =
          switch option.value {
          case .none: nil
          case .choice(let words): "_quoth_reply -W '\(words.joined(separator: " "))'; "
          case .file: "_quoth_reply -f; "
          case .folder: "_quoth_reply -d; "
          case .count, .day, .words: ""
          }
        if let reply { script += "    \(names)) \(reply)return ;;\n" }
      }
    }
    script += "  esac\n  case $command:$word in\n"
    let first = (commands.map(\.name) + program.options.flatMap(Self.spellings))
      .joined(separator: " ")
    script += "    :*) _quoth_reply -W '\(first)' ;;\n"
    for command in commands {
      let words = command.options.flatMap(Self.spellings).joined(separator: " ")
      script += "    \(command.name):-*) _quoth_reply -W '\(words)' ;;\n"
      guard let operands = command.operands else { continue }
      if operands.choices.isEmpty {
        script += "    \(command.name):*) _quoth_reply -f ;;\n"
      } else {
        let paths = operands.takesPathAlone ? "-d " : ""
        script += "    \(command.name):*)\n      if [[ $before == \(command.name) ]]; then\n"
        script += "        _quoth_reply \(paths)-W '\(operands.choices.joined(separator: " "))'\n"
        script += operands.takesPathAlone ? "      else\n        _quoth_reply -f\n" : ""
        script += "      fi ;;\n"
      }
    }
    return script + "  esac\n}\ncomplete -o filenames -F _quoth quoth\n"
  }

  // MARK: zsh

  private var zsh: String {
    var script = "#compdef quoth\n_quoth() {\n  local -a commands\n  commands=(\n"
    for command in commands {
      script += "    '\(command.name):\(Self.zshText(command.summary))'\n"
    }
    script += "  )\n  if (( CURRENT == 2 )); then\n"
    script += "    _describe command commands\n    _arguments \\\n"
    script += program.options.map(Self.zshOption).joined(separator: " \\\n") + "\n"
    script += "    return\n  fi\n  case $words[2] in\n"
    for command in commands {
      let choices = command.operands?.choices ?? []
      var lines = command.options.map(Self.zshOption)
      let takesPaths = choices.isEmpty || command.operands?.takesPathAlone == true
      if !choices.isEmpty {
        let words = choices.joined(separator: " ")
        lines.append(
          takesPaths
            ? "      '2:what:{compadd \(words); _files -/}'" : "      '2:what:(\(words))'")
      }
      if command.operands != nil, takesPaths { lines.append("      '*:file:_files'") }
      script += "    \(command.name)) _arguments \\\n"
      script += lines.joined(separator: " \\\n") + " ;;\n"
    }
    return script + "  esac\n}\n_quoth \"$@\"\n"
  }

  private static func zshOption(_ option: OptionDescription) -> String {
    let action =
      switch option.value {
      case .none: ""
      case .choice(let words): ":word:(\(words.joined(separator: " ")))"
      case .count: ":number:"
      case .day: ":day:"
      case .words: ":words:"
      case .file: ":file:_files"
      case .folder: ":folder:_files -/"
      }
    return spellings(option).map { "      '\($0)[\(zshText(option.help))]\(action)'" }
      .joined(separator: " \\\n")
  }

  private static func zshText(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "'\\''"
      case "[", "]", ":", "\\": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: fish

  private var fish: String {
    var script = "# fish completion for quoth\ncomplete -c quoth -n __fish_use_subcommand -f\n"
    for option in program.options {
      script += "complete -c quoth -n __fish_use_subcommand\(Self.fishOption(option))\n"
    }
    for command in commands {
      script += "complete -c quoth -n __fish_use_subcommand -a \(command.name) "
      script += "-d '\(Self.fishText(command.summary))'\n"
      let condition = "complete -c quoth -n '__fish_seen_subcommand_from \(command.name)'"
      if let choices = command.operands?.choices, !choices.isEmpty {
        let noFiles = command.operands?.takesPathAlone == true ? "" : " -f"
        script += "\(condition)\(noFiles) -a '\(choices.joined(separator: " "))'\n"
      }
      for option in command.options { script += condition + Self.fishOption(option) + "\n" }
    }
    return script
  }

  private static func fishOption(_ option: OptionDescription) -> String {
    var words = " -l \(option.name)"
    if let letter = option.letter { words += " -s \(letter)" }
    switch option.value {
    case .none: break
    case .choice(let choices): words += " -x -a '\(choices.joined(separator: " "))'"
    case .count, .day, .words: words += " -x"
    case .file: words += " -r -F"
    case .folder: words += " -x -a '(__fish_complete_directories)'"
    }
    return words + " -d '\(fishText(option.help))'"
  }

  private static func fishText(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// `--jobs`, `-j`
  private static func spellings(_ option: OptionDescription) -> [String] {
    ["--\(option.name)"] + (option.letter.map { ["-\($0)"] } ?? [])
  }
}
